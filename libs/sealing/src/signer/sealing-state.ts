import type { Instant } from '#domain/kernel/event.ts';
import { writeDurably } from '../durable-file.ts';
import { textIfThere } from './files.ts';
import type { RefusalCode, Sentence } from './sealing-refused.ts';

/** What can fail while sealing goes on, or make it try again. */
export type FailingStep = 'round' | 'time-stamp' | 'subject-map';

/** Kept beside the evidence for whoever serves, asks or examines in another process. Holds nothing secret. */
export type SealingState = {
  /** Why nothing is signed; null: nothing speaks against it. */
  readonly refused: { readonly code: RefusalCode; readonly sentence: Sentence; readonly since: Instant } | null;
  /** What else went wrong in the last round, such as an unreachable database. */
  readonly failing: { readonly step: FailingStep; readonly error: string; readonly since: Instant } | null;
  /** How far the subject map has come: over the events [0, size), `behind` more to take in. null: not known. */
  readonly map: { readonly size: string; readonly behind: string; readonly since: Instant } | null;
};

export const atRest: SealingState = { refused: null, failing: null, map: null };

const pathOf = (folder: string): string => `${folder}/signer/state`;

export const keepState = (folder: string, state: SealingState): Promise<void> =>
  writeDurably(pathOf(folder), `${JSON.stringify(state)}\n`);

/** What the last round left; at rest when there was none, or the file is not one of this version. */
export const readState = async (folder: string): Promise<SealingState> => {
  const text = await textIfThere(pathOf(folder));
  if (text === null) return atRest;
  try {
    const { refused = null, failing = null, map = null } = JSON.parse(text) as Partial<SealingState>;
    return { refused, failing, map };
  } catch {
    return atRest;
  }
};
