import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { RecordedEvent } from '#domain/events.ts';
import type { ProjectionHealth } from '#contracts/views.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import { type Checkpoint, type ViewWriter, applyBatch } from './apply/apply-batch.ts';
import type { Leadership } from './apply/leadership.ts';
import { PositionSignal } from './apply/position-signal.ts';
import type { Projection } from './apply/projection.ts';
import { viewTables } from './apply/view-tables.ts';
import { CheckpointWatch } from './apply/wait-for.ts';
import { openPool, openViewDatabase } from './database.ts';
import { Directory } from './directory/directory.ts';
import { healthOf } from './health/queries.ts';
import { projections } from './projections.ts';
import { type ViewQueries, viewQueries } from './queries.ts';
import type { ViewDatabase } from './view-database.ts';

export type ReadModelsOptions = {
  /** The application's connection; it owns the schemas of the views. */
  readonly appUrl: string;
  readonly clock?: Clock;
  /** Connections for queries; the projections have their own. */
  readonly poolSize?: number;
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
  readonly #watch: CheckpointWatch;
  readonly #signal: PositionSignal;

  private constructor(
    readonly appUrl: string,
    private readonly source: DataSource,
    private readonly writers: Pool,
    private readonly db: ViewDatabase,
  ) {
    this.queries = viewQueries(db);
    this.directory = new Directory(db);
    this.#signal = new PositionSignal(appUrl);
    this.#watch = new CheckpointWatch({ look: () => this.positions(), signal: this.#signal });
  }

  /** Opens the views, bringing their tables up to date; several processes may open the same ones. */
  static async open({ appUrl, clock = systemClock, poolSize = 10 }: ReadModelsOptions): Promise<ReadModels> {
    const source = await openViewDatabase(appUrl, poolSize);
    const db: ViewDatabase = {
      rows: <T>(sql: string, parameters: readonly unknown[] = []) => source.query<T[]>(sql, [...parameters]),
      now: () => clock.now(),
    };
    return new ReadModels(appUrl, source, openPool(appUrl, { max: projections.length + 1 }), db);
  }

  /**
   * Folds the events into every projection, each in a transaction of its own. Events a projection has
   * folded before are passed over. Throws what the first failing projection threw, after the others
   * have finished; a follower that parks instead is `Follower`.
   */
  async apply(events: readonly RecordedEvent[], leadership: Leadership | null = null): Promise<void> {
    const results = await Promise.allSettled(
      projections.map((projection) => applyBatch(this.writer(), projection, events, leadership)),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  get projections(): readonly Projection[] {
    return projections;
  }

  writer(schema: 'views' | 'views_next' = 'views'): ViewWriter {
    return { pool: this.writers, schema, tables: viewTables(this.source) };
  }

  /** How far each projection has folded the ledger, by name. */
  async positions(): Promise<readonly Checkpoint[]> {
    const rows = await this.db.rows<CheckpointColumns>(
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
    await this.writers.end();
    await this.source.destroy();
  }
}
