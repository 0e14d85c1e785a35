import type { Fault } from './faults.ts';

/**
 * One row or event of a log. `values` answers the asked names in their order; null where the log says nothing.
 * With a fault the values are what could be read, at best the case.
 */
export type LogRecord = {
  readonly line: number;
  readonly values: readonly (string | null)[];
  readonly fault: Pick<Fault, 'code' | 'facts'> | null;
};

/** Longest row or event taken in, in characters: far beyond any real one, far below what strains memory. */
export const longestRecord = 1_048_576;

/** Most events of one case: a case is held in memory while it is judged. */
export const longestCase = 50_000;

/** Bytes that the decoder could not read became U+FFFD; a source that already holds U+FFFD lost text earlier. */
export const isDamaged = (text: string): boolean => text.includes('\uFFFD') || text.includes('\0');
