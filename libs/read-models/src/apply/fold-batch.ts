import type { RecordedEvent } from '#domain/events.ts';
import type { Batch } from './batch.ts';
import type { Change, Projection, Row } from './projection.ts';
import type { ViewTable } from './view-tables.ts';

/** A projection failed on this very event; `cause` says why. */
export class EventNotFolded extends Error {
  constructor(
    readonly position: bigint,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Rows as they stand while a batch is folded: what was loaded, overlaid by what the batch changed. */
export class TableState {
  readonly #latest = new Map<string, Row>();
  readonly #stored = new Map<string, Row>();
  readonly #puts = new Map<string, Row>();
  readonly #appended: Row[] = [];

  constructor(
    readonly table: ViewTable,
    private readonly appendOnly: boolean,
  ) {}

  load(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#latest.set(this.table.groupOf(row), row);
      this.#stored.set(this.table.keyOf(row), row);
    }
  }

  latest(group: string): Row | undefined {
    return this.#latest.get(group);
  }

  put(row: Row, replaces = false): void {
    if (this.appendOnly) {
      this.#appended.push(row);
      return;
    }
    const key = this.table.keyOf(row);
    if (replaces) this.#stored.set(key, row);
    this.#latest.set(this.table.groupOf(row), row);
    this.#puts.set(key, row);
  }

  /** What the batch leaves to be written, each row once. */
  rows(): readonly Row[] {
    return this.appendOnly ? this.#appended : [...this.#puts.values()];
  }

  /** Stored rows that the batch replaces. */
  replaced(): readonly Row[] {
    return [...this.#puts.keys()].flatMap((key) => this.#stored.get(key) ?? []);
  }
}

/** The groups to load before folding, per table. */
export const groupsToLoad = (
  projection: Projection,
  { events, beginning }: Batch,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const event of events) {
    const read = beginning.has(event.stream) ? null : projection.reads(event);
    if (read === null) continue;
    const known = groups.get(read.table);
    if (known === undefined) groups.set(read.table, new Set([read.group]));
    else known.add(read.group);
  }
  return groups;
};

const stateOf = (states: ReadonlyMap<string, TableState>, table: string): TableState => {
  const state = states.get(table);
  if (state === undefined) throw new Error(`${table} is not a table of this projection`);
  return state;
};

const foldEvent = (
  projection: Projection,
  event: RecordedEvent,
  states: ReadonlyMap<string, TableState>,
): readonly Change[] => {
  const read = projection.reads(event);
  return projection.project(event, read === null ? undefined : stateOf(states, read.table).latest(read.group));
};

/** Folds the events into `states`. Throws EventNotFolded. */
export const foldBatch = (projection: Projection, { events }: Batch, states: ReadonlyMap<string, TableState>): void => {
  for (const event of events) {
    try {
      for (const { table, row, replaces } of foldEvent(projection, event, states)) {
        stateOf(states, table).put(row, replaces);
      }
    } catch (cause) {
      throw new EventNotFolded(event.position, cause);
    }
  }
};
