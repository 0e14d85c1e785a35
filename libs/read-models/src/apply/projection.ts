import type { RecordedEvent } from '#domain/events.ts';

/** Column values by property name: instants as UTC text, positions as decimal text. */
export type Row = object;

/**
 * Put this row in its table, replacing the one with the same primary key. `replaces` says that one may be
 * stored which `reads` did not ask for; without it a row unread counts as new.
 */
export type Change = { readonly table: string; readonly row: Row; readonly replaces?: boolean };

/** The latest row of a group: the rows sharing the first primary key column, highest remaining key. */
export type Read = { readonly table: string; readonly group: string };

/**
 * One view as a fold of the ledger. `project` and `reads` MUST be pure: the same events give the same
 * rows at any time and on any machine, which is what makes a rebuild equal to the live view. They MUST
 * throw on history that cannot be: the projection is then parked there, visibly, instead of guessing.
 */
export interface Projection {
  readonly name: string;
  /** Names of the tables it alone writes. */
  readonly tables: readonly string[];
  /** Those of them whose rows are never read by the fold nor replaced: a rebuild makes their keys last. */
  readonly appendOnly?: readonly string[];
  /** The row `project` needs to see for this event; null when it needs none. */
  reads(event: RecordedEvent): Read | null;
  project(event: RecordedEvent, found: Row | undefined): readonly Change[];
}

/** An event that this projection cannot follow from what came before it. */
export class ImpossibleHistory extends Error {}
