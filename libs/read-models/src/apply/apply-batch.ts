import type { Pool, PoolClient } from 'pg';
import type { RecordedEvent } from '#domain/events.ts';
import { TableState, foldBatch, groupsToLoad } from './fold-batch.ts';
import { type Leadership, StaleLeader } from './leadership.ts';
import type { Projection } from './projection.ts';
import type { ViewTable } from './view-tables.ts';
import { loadLatest, writeRows } from './write-rows.ts';

export const advancedChannel = 'read_models_advanced';

/** Where a projection stands. `parked`: it met an event it cannot follow and stays before it. */
export type Checkpoint = {
  readonly projection: string;
  readonly position: bigint;
  readonly parked: { readonly position: bigint; readonly error: string } | null;
};

/** The batch does not start right after the checkpoint: an event would be lost. */
export class PositionGap extends Error {
  constructor(
    readonly projection: string,
    readonly expected: bigint,
    readonly found: bigint,
  ) {
    super(`${projection} expects position ${expected}, the batch continues at ${found}`);
  }
}

export type ViewWriter = {
  readonly pool: Pool;
  /** `views`, or `views_next` during a rebuild. */
  readonly schema: string;
  readonly tables: ReadonlyMap<string, ViewTable>;
};

type CheckpointRow = { position: string; parked_position: string | null; parked_error: string | null; token: string };

const checkpointOf = (projection: string, row: CheckpointRow): Checkpoint => ({
  projection,
  position: BigInt(row.position),
  parked:
    row.parked_position === null ? null : { position: BigInt(row.parked_position), error: row.parked_error ?? '' },
});

/**
 * Locks the projection's checkpoint and shares the leader row for the rest of the transaction: a new
 * leader, or a switch of schemas, waits for this batch and then excludes its writer.
 */
const lockCheckpoint = async (
  client: PoolClient,
  { schema }: ViewWriter,
  projection: string,
  leadership: Leadership | null,
): Promise<Checkpoint> => {
  const { rows } = await client.query<CheckpointRow>(
    `select c.position, c.parked_position, c.parked_error, l.token
       from read_models.leader l, ${schema}.checkpoint c where c.projection = $1
        for share of l for update of c`,
    [projection],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`no checkpoint for projection ${projection} in ${schema}`);
  if (leadership !== null && BigInt(row.token) !== leadership.token) throw new StaleLeader();
  return checkpointOf(projection, row);
};

const loadStates = async (
  client: PoolClient,
  writer: ViewWriter,
  projection: Projection,
  events: readonly RecordedEvent[],
): Promise<ReadonlyMap<string, TableState>> => {
  const states = new Map<string, TableState>();
  const groups = groupsToLoad(projection, events);
  for (const name of projection.tables) {
    const table = writer.tables.get(name);
    if (table === undefined) throw new Error(`${name} is not a table of the views`);
    const state = new TableState(table);
    const wanted = groups.get(name);
    if (wanted !== undefined) state.load(await loadLatest(client, writer.schema, table, wanted));
    states.set(name, state);
  }
  return states;
};

const newEvents = (checkpoint: Checkpoint, events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const next = checkpoint.position + 1n;
  const fresh = events.filter((event) => event.position >= next);
  const first = fresh[0];
  if (first !== undefined && first.position !== next) {
    throw new PositionGap(checkpoint.projection, next, first.position);
  }
  return fresh;
};

const moveCheckpoint = async (
  client: PoolClient,
  { schema }: ViewWriter,
  projection: string,
  position: bigint,
): Promise<void> => {
  await client.query(
    `with moved as (
       update ${schema}.checkpoint set position = $2, parked_position = null, parked_error = null
        where projection = $1 returning 1)
     select pg_notify('${advancedChannel}', $3) from moved where $3 is not null`,
    [projection, position, schema === 'views' ? `${projection} ${position}` : null],
  );
};

/**
 * One batch into one projection: rows and checkpoint in one transaction, or nothing. Events before the
 * checkpoint are passed over, so a batch may be offered again. Not synced to disk on its own: after a
 * crash the views are consistent at an earlier checkpoint and the same events are folded again.
 * Throws StaleLeader, PositionGap, EventNotFolded and what PostgreSQL reports.
 */
export const applyBatch = async (
  writer: ViewWriter,
  projection: Projection,
  events: readonly RecordedEvent[],
  leadership: Leadership | null,
): Promise<Checkpoint> =>
  inTransaction(writer.pool, async (client) => {
    const checkpoint = await lockCheckpoint(client, writer, projection.name, leadership);
    const fresh = newEvents(checkpoint, events);
    const last = fresh.at(-1);
    if (last === undefined) return checkpoint;
    const states = await loadStates(client, writer, projection, fresh);
    foldBatch(projection, fresh, states);
    for (const state of states.values()) await writeRows(client, writer.schema, state);
    await moveCheckpoint(client, writer, projection.name, last.position);
    return { projection: projection.name, position: last.position, parked: null };
  });

export const inTransaction = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin; set local synchronous_commit = off');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};
