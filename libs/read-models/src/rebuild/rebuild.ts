import type { Client } from 'pg';
import type { RecordedEvent } from '#domain/events.ts';
import { type ViewWriter, advancedChannel, applyBatch } from '../apply/apply-batch.ts';
import { batchOf } from '../apply/batch.ts';
import { locks, openClient } from '../database.ts';
import { buildIndexes, createNext, dropOld } from './next-views.ts';

/** Another process is filling a second set of views. */
export class RebuildRunning extends Error {
  constructor() {
    super('another process is rebuilding the read models');
  }
}

/** The tables were changed by a migration while they were being filled; nothing was switched. */
export class MigratedMeanwhile extends Error {
  constructor() {
    super('the views were migrated during the rebuild; run it again');
  }
}

/** The new views are behind those that serve; switching would take answers back. Nothing was switched. */
export class RebuildBehind extends Error {}

/** A second set of views, being filled. Until `switch` answers, the first set serves and is followed. */
export type Rebuild = {
  /** Position of the last event taken in; -1 at the beginning. */
  readonly position: bigint;
  /**
   * Takes the events in; resolves when the batch before is folded, so that reading and writing overlap
   * and memory stays flat. Throws EventNotFolded: a view that cannot be rebuilt is not put in service.
   */
  apply(events: readonly RecordedEvent[]): Promise<void>;
  /** Resolves when everything taken in is folded. Throws as `apply`. */
  settled(): Promise<void>;
  buildIndexes(): Promise<void>;
  /**
   * Holds every follower, folds what is still missing (`catchUp`), and makes the new views the serving
   * ones in one transaction. Throws MigratedMeanwhile, RebuildBehind.
   */
  switch(catchUp: () => Promise<void>): Promise<void>;
  /**
   * After `switch` drops the old views, and only then notes that what was erased by `erasedUpTo` has no copy left:
   * a crash in between leaves the note behind, and the erasures ask for another rebuild. Before `switch` it leaves
   * a half-filled set that the next rebuild drops.
   */
  close(): Promise<void>;
};

const lastMigration = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ id: number }>('select max(id) as id from read_models.migrations');
  return String(rows[0]?.id);
};

const refuseIfBehind = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ projection: string }>(
    `select served.projection from views.checkpoint served join views_next.checkpoint next using (projection)
      where next.position < served.position`,
  );
  if (rows.length > 0) throw new RebuildBehind(`behind: ${rows.map(({ projection }) => projection).join(', ')}`);
};

/** Renames need no lock on the tables: whoever is reading goes on reading the old ones until done. */
const switchSchemas = async (client: Client, catchUp: () => Promise<void>, migration: string): Promise<void> => {
  await client.query('begin; select token from read_models.leader for update');
  try {
    await catchUp();
    if ((await lastMigration(client)) !== migration) throw new MigratedMeanwhile();
    await refuseIfBehind(client);
    await client.query(
      `alter schema views rename to views_old; alter schema views_next rename to views; notify ${advancedChannel}; commit`,
    );
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

type Started = { readonly migration: string; readonly erasedUpTo: bigint };

const noteCleaned = (client: Client, upTo: bigint): Promise<unknown> =>
  client.query('update read_models.cleaned set position = $1 where position < $1', [upTo]);

class RunningRebuild implements Rebuild {
  position = -1n;
  #folding: readonly Promise<unknown>[];
  #switched = false;

  constructor(
    private readonly client: Client,
    private readonly writer: ViewWriter,
    private readonly started: Started,
  ) {
    this.#folding = writer.projections.map(() => Promise.resolve());
  }

  async apply(events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const batch = batchOf(events);
    const before = this.#folding;
    // Each projection goes on with this batch as soon as it is done with the one before; no further ahead.
    this.#folding = this.writer.projections.map(async (projection, index) => {
      await before[index];
      await applyBatch(this.writer, projection, batch, null);
    });
    this.position = events.at(-1)?.position ?? this.position;
    const after = this.settled();
    after.catch(() => undefined);
    await Promise.all(before);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#folding);
  }

  buildIndexes(): Promise<void> {
    return buildIndexes(this.client, this.writer.pool);
  }

  async switch(catchUp: () => Promise<void>): Promise<void> {
    await switchSchemas(this.client, catchUp, this.started.migration);
    this.#switched = true;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#folding);
    if (this.#switched) {
      await dropOld(this.client);
      await noteCleaned(this.client, this.started.erasedUpTo);
    }
    await this.client.end();
  }
}

/**
 * Throws RebuildRunning. What an interrupted rebuild left behind is dropped first. `erasedUpTo`: up to this position
 * the values of every erasure are gone from the store already, so that nothing read from now on holds them.
 */
export const beginRebuild = async (appUrl: string, writer: ViewWriter, erasedUpTo: bigint): Promise<Rebuild> => {
  const client = await openClient(appUrl);
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [locks.rebuild]);
    if (rows[0]?.got !== true) throw new RebuildRunning();
    const migration = await lastMigration(client);
    await createNext(
      client,
      writer.projections.flatMap(({ appendOnly = [] }) => appendOnly),
    );
    return new RunningRebuild(client, writer, { migration, erasedUpTo });
  } catch (error) {
    await client.end();
    throw error;
  }
};
