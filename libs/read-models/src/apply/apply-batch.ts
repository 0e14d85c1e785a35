import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import { type Batch, startingAt } from './batch.ts';
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

export type ViewWriter = {
  readonly pool: Pool;
  /** `views`, or `views_next` during a rebuild. */
  readonly schema: 'views' | 'views_next';
  readonly tables: ReadonlyMap<string, ViewTable>;
  readonly projections: readonly Projection[];
};

type CheckpointColumns = {
  position: string;
  parked_position: string | null;
  parked_error: string | null;
};

const checkpointOf = (projection: string, row: CheckpointColumns): Checkpoint => ({
  projection,
  position: BigInt(row.position),
  parked:
    row.parked_position === null ? null : { position: BigInt(row.parked_position), error: row.parked_error ?? '' },
});

const leaderToken: Readonly<Record<ViewWriter['schema'], string>> = {
  views: 'select token from read_models.leader for share',
  // A rebuild fills tables that nobody else writes: it needs no leader.
  views_next: 'select 0 as token',
};

/**
 * How long a batch may take: a leader whose process is frozen in the middle of one must not keep its
 * successor waiting. A rebuild keeps nobody waiting, so it may take its time.
 */
const batchTimeout: Readonly<Record<ViewWriter['schema'], string>> = { views: '20s', views_next: '0' };

/** PostgreSQL before 17 ends only a transaction that waits for its client, which a frozen one mostly does. */
const timeoutSetting = `case when current_setting('transaction_timeout', true) is null
  then 'idle_in_transaction_session_timeout' else 'transaction_timeout' end`;

/**
 * Begins a transaction that shares the leader row and locks the projection's checkpoint until its end: a
 * new leader, or a switch of the schemas, waits for this batch and then shuts its writer out. The
 * statements are looked up one after another, so the second finds the tables of after such a switch.
 * Not synced to disk on its own: after a crash the views are consistent at an earlier checkpoint.
 */
const beginBatch = async (
  client: PoolClient,
  { schema }: ViewWriter,
  projection: string,
  leadership: Leadership | null,
): Promise<Checkpoint> => {
  const results = (await client.query(
    `begin; set local synchronous_commit = off; select set_config(${timeoutSetting}, '${batchTimeout[schema]}', true);
     ${leaderToken[schema]};
     select position, parked_position, parked_error from ${schema}.checkpoint
      where projection = ${pg.escapeLiteral(projection)} for update`,
  )) as unknown as [unknown, unknown, unknown, QueryResult<{ token: string }>, QueryResult<CheckpointColumns>];
  const [
    {
      rows: [leader],
    },
    {
      rows: [row],
    },
  ] = [results[3], results[4]];
  if (row === undefined) throw new Error(`no checkpoint for projection ${projection} in ${schema}`);
  if (leadership !== null && BigInt(leader?.token ?? -1) !== leadership.token) throw new StaleLeader();
  return checkpointOf(projection, row);
};

/** Does the work in such a transaction; commits what it did, or nothing. */
export const inBatch = async <T>(
  writer: ViewWriter,
  projection: string,
  leadership: Leadership | null,
  work: (client: PoolClient, checkpoint: Checkpoint) => Promise<T>,
): Promise<T> => {
  const client = await writer.pool.connect();
  let broken: Error | undefined;
  try {
    const result = await work(client, await beginBatch(client, writer, projection, leadership));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
};

const loadStates = async (
  client: PoolClient,
  writer: ViewWriter,
  projection: Projection,
  batch: Batch,
): Promise<ReadonlyMap<string, TableState>> => {
  const states = new Map<string, TableState>();
  const groups = groupsToLoad(projection, batch);
  for (const name of projection.tables) {
    const table = writer.tables.get(name);
    if (table === undefined) throw new Error(`${name} is not a table of the views`);
    const state = new TableState(table, projection.appendOnly?.includes(name) === true);
    const wanted = groups.get(name);
    if (wanted !== undefined) state.load(await loadLatest(client, writer.schema, table, wanted));
    states.set(name, state);
  }
  return states;
};

/** Wakes those who wait for a position; delivered with the commit. */
export const notifyAdvance = async (client: PoolClient, { schema }: ViewWriter, projection: string): Promise<void> => {
  if (schema === 'views') await client.query(`select pg_notify('${advancedChannel}', $1)`, [projection]);
};

const moveCheckpoint = async (
  client: PoolClient,
  writer: ViewWriter,
  projection: string,
  position: bigint,
): Promise<void> => {
  await client.query(`update ${writer.schema}.checkpoint set position = $2 where projection = $1`, [
    projection,
    position,
  ]);
  await notifyAdvance(client, writer, projection);
};

/**
 * One batch into one projection: rows and checkpoint in one transaction, or nothing. Events before the
 * checkpoint are passed over, so a batch may be offered again; a parked projection takes nothing.
 * Throws StaleLeader, PositionGap, EventNotFolded and what PostgreSQL reports.
 */
export const applyBatch = (
  writer: ViewWriter,
  projection: Projection,
  batch: Batch,
  leadership: Leadership | null,
): Promise<Checkpoint> =>
  inBatch(writer, projection.name, leadership, async (client, checkpoint) => {
    const last = batch.events.at(-1)?.position ?? -1n;
    if (checkpoint.parked !== null || last <= checkpoint.position) return checkpoint;
    const fresh = startingAt(batch, checkpoint.position + 1n);
    const states = await loadStates(client, writer, projection, fresh);
    foldBatch(projection, fresh, states);
    for (const state of states.values()) await writeRows(client, writer.schema, state);
    await moveCheckpoint(client, writer, projection.name, last);
    return { projection: projection.name, position: last, parked: null };
  });
