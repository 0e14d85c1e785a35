import type pg from 'pg';
import { RevisionConflict, type AppendResult, type ExpectedRevision } from '../event-store.ts';
import { firstResult, type KnownEvent, type SealedAppend } from '../sealed-append.ts';
import { integerArray, textArray, uuidArray } from './binary-array.ts';
import { askOf, openingsOf, SealedColumns } from './sealed-values.ts';

/** What became of one caller's append: its result, or the error that is its own. */
export type Outcome = AppendResult | Error;

const expectedCode = (expected: ExpectedRevision): number => {
  if (typeof expected === 'number') return expected;
  return { 'no-stream': -1, any: -2, 'stream-exists': -3 }[expected];
};

/** Column by column, as the append functions take them. */
class Columns {
  readonly streams: string[] = [];
  readonly ids: string[] = [];
  readonly types: string[] = [];
  readonly canonicals: Buffer[] = [];
  readonly sealed = new SealedColumns();

  add(append: SealedAppend): void {
    for (const { stream, id, type, bytes, openings } of append.events) {
      this.streams.push(stream);
      this.ids.push(id);
      this.types.push(type);
      this.canonicals.push(bytes);
      this.sealed.add(this.ids.length, openings);
    }
  }
}

/** Whether every revision is decided by what the callers expect, so that nothing has to be looked up. */
export const isDecided = (append: SealedAppend): boolean =>
  append.requests.every(({ expected }) => expected === 'no-stream' || typeof expected === 'number');

const baseOf = (expected: ExpectedRevision): number => (typeof expected === 'number' ? expected : -1);

/** 23505: a revision or an id is taken. LG001: a revision beyond the head. Nothing of the group is stored. */
export const isGroupObjection = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  return code === '23505' || code === 'LG001';
};

/** Stores decided appends in one go. Durable when it returns; throws a group objection when any caller has a fault. */
export const appendGroup = async (pool: pg.Pool, group: readonly SealedAppend[]): Promise<Outcome[]> => {
  const columns = new Columns();
  const revisions: number[] = [];
  for (const append of group) {
    columns.add(append);
    for (const { expected, events } of append.requests) {
      for (let n = 1; n <= events.length; n += 1) revisions.push(baseOf(expected) + n);
    }
  }
  const values = [
    textArray(columns.streams),
    integerArray(revisions),
    uuidArray(columns.ids),
    textArray(columns.types),
    textArray(columns.canonicals),
  ];
  const { rows } = await pool.query<[string]>({
    ...(columns.sealed.isEmpty
      ? { name: 'append_group', text: 'select ledger.append_group($1, $2, $3, $4, $5)', values }
      : {
          name: 'append_group_sealed',
          text: 'select ledger.append_group($1, $2, $3, $4, $5, $6, $7, $8, $9)',
          values: [...values, ...columns.sealed.parameters()],
        }),
    rowMode: 'array',
  });
  let cursor = BigInt(rows[0]?.[0] ?? -1) - 1n;
  return group.map(({ requests, events }) => {
    cursor += BigInt(events.length);
    const last = requests.map((request) => baseOf(request.expected) + request.events.length);
    return { cursor, revisions: last, repeated: false };
  });
};

type Verdict = {
  readonly known: string;
  readonly conflict: string | null;
  readonly head: number | null;
  readonly last_position: string | null;
  readonly revisions: readonly number[] | null;
};

const findKnown = async (pool: pg.Pool, appends: readonly SealedAppend[]): Promise<Map<string, KnownEvent>> => {
  const ids = appends.flatMap((append) => append.events.map((event) => event.id));
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{
    id: string;
    stream: string;
    revision: number;
    position: string;
    canonical: string;
  }>('select id, stream, revision, position, canonical from ledger.event where id = any ($1)', [uuidArray(ids)]);
  const openings = await openingsOf(askOf(pool), rows);
  return new Map(rows.map((row) => [row.id, { ...row, position: BigInt(row.position), openings: openings.of(row) }]));
};

const added = (append: SealedAppend, cursor: string, revisions: readonly number[]): AppendResult => {
  let end = 0;
  const last = append.requests.map(({ events }) => {
    end += events.length;
    return revisions[end - 1] ?? -1;
  });
  return { cursor: BigInt(cursor), revisions: last, repeated: false };
};

const outcomeOf = (append: SealedAppend, verdict: Verdict, known: ReadonlyMap<string, KnownEvent>): Outcome => {
  if (verdict.conflict !== null) {
    const request = append.requests.find(({ stream }) => stream === verdict.conflict);
    return new RevisionConflict(verdict.conflict, request?.expected ?? 'any', verdict.head);
  }
  if (verdict.last_position !== null) return added(append, verdict.last_position, verdict.revisions ?? []);
  try {
    return firstResult(append, known);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
};

/** Stores each caller's append that can be stored, and says of each other what is wrong with it. Durable when it returns. */
export const appendEach = async (pool: pg.Pool, group: readonly SealedAppend[]): Promise<Outcome[]> => {
  const columns = new Columns();
  const callers: number[] = [];
  const expected: number[] = [];
  for (const [index, append] of group.entries()) {
    columns.add(append);
    for (const request of append.requests) {
      for (let n = 0; n < request.events.length; n += 1) {
        callers.push(index + 1);
        expected.push(expectedCode(request.expected));
      }
    }
  }
  const { rows } = await pool.query<Verdict>({
    name: 'append_each',
    text: `select known, conflict, head, last_position, revisions
           from ledger.append_each($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      integerArray(callers),
      textArray(columns.streams),
      integerArray(expected),
      uuidArray(columns.ids),
      textArray(columns.types),
      textArray(columns.canonicals),
      ...columns.sealed.parameters(),
    ],
  });
  const repeats = group.filter((_, index) => rows[index]?.known !== '0');
  // Stored events never change, so looking at them after the transaction sees what it saw.
  const known = await findKnown(pool, repeats);
  return group.map((append, index) => {
    const verdict = rows[index];
    if (verdict === undefined) throw new Error('append_each answered fewer callers than asked');
    return outcomeOf(append, verdict, known);
  });
};
