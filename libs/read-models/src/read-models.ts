import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { RecordedEvent } from '#domain/events.ts';
import type { ProjectionHealth } from '#contracts/views.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import { type Checkpoint, type ViewWriter, applyBatch } from './apply/apply-batch.ts';
import { batchOf } from './apply/batch.ts';
import { type HeldLeadership, type Leadership, tryLead } from './apply/leadership.ts';
import { applyOrPark, resumeParked } from './apply/parking.ts';
import { PositionSignal } from './apply/position-signal.ts';
import type { Projection } from './apply/projection.ts';
import { type ViewTable, viewTables } from './apply/view-tables.ts';
import { CheckpointWatch } from './apply/wait-for.ts';
import { openPool, openViewDatabase } from './database.ts';
import { Directory } from './directory/directory.ts';
import { ClockStatus } from './due/clock-status.ts';
import { healthOf } from './health/queries.ts';
import { productProjections } from './projections.ts';
import { type ViewQueries, viewQueries } from './queries.ts';
import { type Rebuild, beginRebuild } from './rebuild/rebuild.ts';
import type { ViewDatabase } from './view-database.ts';

export type ReadModelsOptions = {
  /** The application's connection; it owns the schemas of the views. */
  readonly appUrl: string;
  readonly clock?: Clock;
  /** Connections for queries; the projections have their own. */
  readonly poolSize?: number;
  /** Instead of the product's own, for tests of what a faulty one does. */
  readonly projections?: readonly Projection[];
};

type CheckpointColumns = {
  projection: string;
  position: string;
  parkedPosition: string | null;
  parkedError: string | null;
};

/** The query side of the ledger: views folded from its order, and the directory of names beside it. */
export class ReadModels {
  readonly queries: ViewQueries;
  readonly directory: Directory;
  readonly clockStatus: ClockStatus;
  readonly #watch: CheckpointWatch;
  readonly #signal: PositionSignal;
  readonly #tables: ReadonlyMap<string, ViewTable>;

  private constructor(
    private readonly parts: {
      readonly appUrl: string;
      readonly source: DataSource;
      readonly writers: Pool;
      readonly db: ViewDatabase;
      readonly projections: readonly Projection[];
    },
  ) {
    const { appUrl, source, db } = parts;
    this.#tables = viewTables(source);
    this.queries = viewQueries(db);
    this.directory = new Directory(db);
    this.clockStatus = new ClockStatus(db);
    this.#signal = new PositionSignal(appUrl);
    this.#watch = new CheckpointWatch({ look: () => this.positions(), signal: this.#signal });
  }

  /** Opens the views, bringing their tables up to date; several processes may open the same ones. */
  static async open(options: ReadModelsOptions): Promise<ReadModels> {
    const { appUrl, clock = systemClock, poolSize = 10, projections = productProjections } = options;
    const source = await openViewDatabase(appUrl, poolSize);
    const db: ViewDatabase = {
      rows: <T>(sql: string, parameters: readonly unknown[] = []) => source.query<T[]>(sql, [...parameters]),
      now: () => clock.now(),
    };
    const writers = openPool(appUrl, { max: projections.length + 2 });
    return new ReadModels({ appUrl, source, writers, db, projections });
  }

  /**
   * Folds the events into every projection, each in a transaction of its own. Events a projection has
   * folded before are passed over. Throws what the first failing projection threw, after the others have
   * finished; `follow` parks it instead.
   */
  async apply(events: readonly RecordedEvent[]): Promise<void> {
    const [writer, batch] = [this.writer('views'), batchOf(events)];
    const results = await Promise.allSettled(
      writer.projections.map((projection) => applyBatch(writer, projection, batch, null)),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  /**
   * Folds the events into every projection that is not parked, as the leader. An event that a projection
   * cannot follow parks that projection; the others go on. Throws StaleLeader, PositionGap and faults that
   * may pass, after every projection has finished.
   */
  async follow(events: readonly RecordedEvent[], leadership: Leadership): Promise<readonly Checkpoint[]> {
    const [writer, batch] = [this.writer('views'), batchOf(events)];
    const results = await Promise.allSettled(
      writer.projections.map((projection) => applyOrPark(writer, projection, batch, leadership)),
    );
    return results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  }

  /** Becomes the one process that writes the views; null while another is. */
  lead(): Promise<HeldLeadership | null> {
    return tryLead(this.parts.appUrl);
  }

  /** Lets parked projections try again, after the fault was mended. */
  resume(leadership: Leadership | null = null): Promise<void> {
    return resumeParked(this.writer('views'), leadership);
  }

  /**
   * Starts to fill a second set of tables while the first serves. Throws RebuildRunning. `erasedUpTo`: the caller has
   * deleted what every erasure up to this position names, before this call.
   */
  beginRebuild({ erasedUpTo }: { readonly erasedUpTo: bigint } = { erasedUpTo: -1n }): Promise<Rebuild> {
    return beginRebuild(this.parts.appUrl, this.writer('views_next'), erasedUpTo);
  }

  private writer(schema: ViewWriter['schema']): ViewWriter {
    const { writers, projections } = this.parts;
    return { pool: writers, schema, tables: this.#tables, projections };
  }

  /** How far each projection has folded the ledger, by name. */
  async positions(): Promise<readonly Checkpoint[]> {
    const rows = await this.parts.db.rows<CheckpointColumns>(
      `select projection, position, parked_position as "parkedPosition", parked_error as "parkedError"
         from views.checkpoint order by projection`,
    );
    return rows.map(({ projection, position, parkedPosition, parkedError }) => ({
      projection,
      position: BigInt(position),
      parked: parkedPosition === null ? null : { position: BigInt(parkedPosition), error: parkedError ?? '' },
    }));
  }

  /** Resolves when every projection has folded the position. Throws ReadModelLagging. */
  waitFor(position: bigint, timeoutMs: number): Promise<void> {
    return this.#watch.waitFor(position, timeoutMs);
  }

  /** `head`: position of the ledger's last event, from its store. */
  async health(head: bigint): Promise<readonly ProjectionHealth[]> {
    return healthOf(await this.positions(), head);
  }

  async close(): Promise<void> {
    await this.#signal.close();
    await this.parts.writers.end();
    await this.parts.source.destroy();
  }
}
