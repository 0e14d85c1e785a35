import type { Bilingual } from '../frame/failure.ts';

/** `warning`: works, but weaker or later than it could be. `failed`: something is wrong. */
export type CheckStatus = 'ok' | 'warning' | 'failed';

export type Check = {
  /** Stable name for scripts. */
  readonly name: string;
  readonly status: CheckStatus;
  readonly text: Bilingual;
};

export const check = (name: string, status: CheckStatus, text: Bilingual): Check => ({ name, status, text });
