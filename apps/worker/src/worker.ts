import type { ProjectionHealth } from '#contracts/views.ts';
import type { HeldLeadership } from '#read-models/apply/leadership.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/logging.ts';
import type { EventStore } from '#store/event-store.ts';
import { batchesFrom } from './batches.ts';
import type { DeadlineClock } from './clock/deadline-clock.ts';
import { productClock } from './clock/product-clock.ts';
import { ViewCleaning } from './erasure/view-cleaning.ts';
import { pause } from './pause.ts';

export type WorkerMetrics = {
  /** False while another process leads the projections. */
  readonly leading: boolean;
  readonly projections: readonly ProjectionHealth[];
};

export type WorkerDependencies = {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly logger: Logger;
  /** With it, the deadline clock runs here while this process leads; without it, nothing is ever appended. */
  readonly clock?: Clock;
  /** While this process leads, it makes the views anew after a lawful erasure; for who serves, not for who asks. */
  readonly cleansViews?: true;
  /** Called after every batch and whenever leadership changes. */
  readonly onMetrics?: (metrics: WorkerMetrics) => void;
};

export type Worker = {
  stop(): Promise<void>;
  /** Resolves when every view holds the position. Throws ReadModelLagging when one is parked before it. */
  caughtUp(position: bigint): Promise<void>;
  /** Starts a new term, in which parked projections try their event again; without effect on a standby. */
  resume(): Promise<void>;
};

/** How soon a standby notices that the leader is gone. */
const standbyMs = 250;
const firstPauseMs = 50;
const longestPauseMs = 5_000;
const dayMs = 86_400_000;

class ProjectionWorker implements Worker {
  readonly #stopping = new AbortController();
  #term = new AbortController();
  #parked = new Set<string>();
  readonly #running: Promise<void>;
  #settled = new AbortController();
  readonly #deadlines: DeadlineClock | null;
  readonly #cleaning: ViewCleaning | null;

  constructor(private readonly dependencies: WorkerDependencies) {
    const { clock, ...over } = dependencies;
    this.#deadlines = clock === undefined ? null : productClock({ ...over, clock });
    this.#cleaning = dependencies.cleansViews ? new ViewCleaning(over) : null;
    this.#running = this.run();
  }

  /** Resolves when this process leads and has resumed what was parked, or knows that it cannot now. */
  settled(): Promise<void> {
    return pause(dayMs, this.#settled.signal);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#settled.abort();
  }

  caughtUp(position: bigint): Promise<void> {
    return this.dependencies.readModels.waitFor(position, dayMs);
  }

  async resume(): Promise<void> {
    this.#settled = new AbortController();
    this.#term.abort();
    await this.settled();
  }

  /** Leads or stands by until stopped; every fault is logged and tried again, slower each time. */
  private async run(): Promise<void> {
    const { signal } = this.#stopping;
    let pauseMs = firstPauseMs;
    while (!signal.aborted) {
      try {
        const led = await this.standOrLead();
        pauseMs = firstPauseMs;
        if (led) continue;
        this.#settled.abort();
        await pause(standbyMs, signal);
      } catch (error) {
        this.#settled.abort();
        this.dependencies.logger.error({ err: error, pauseMs }, 'projections interrupted, trying again');
        await pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  private async standOrLead(): Promise<boolean> {
    const leadership = await this.dependencies.readModels.lead();
    if (leadership === null) {
      await this.report(false);
      return false;
    }
    try {
      await this.followAs(leadership);
    } finally {
      await leadership.release();
    }
    return true;
  }

  /** One term: until stopped, resumed, or the leader's lock is lost. */
  private async followAs(leadership: HeldLeadership): Promise<void> {
    const { store, readModels, logger } = this.dependencies;
    this.#term = new AbortController();
    const term = AbortSignal.any([this.#stopping.signal, this.#term.signal]);
    void leadership.ended.then(() => this.#term.abort());
    await readModels.resume(leadership);
    this.#parked = new Set();
    const checkpoints = await readModels.positions();
    const from = checkpoints.reduce(
      (low, { position }) => (position < low ? position : low),
      checkpoints[0]?.position ?? -1n,
    );
    this.#settled.abort();
    logger.info({ from: String(from + 1n), term: String(leadership.token) }, 'leading the projections');
    const beside = [this.#deadlines, this.#cleaning].flatMap((process) => process?.run(term) ?? []);
    try {
      for await (const batch of batchesFrom(store, from + 1n, term)) {
        if (batch.length > 0) this.noteParked(await readModels.follow(batch, leadership));
        this.#deadlines?.noticed(batch);
        this.#cleaning?.noticed(batch);
        await this.report(true);
      }
    } finally {
      this.#term.abort();
      await Promise.all(beside);
    }
  }

  private noteParked(checkpoints: Awaited<ReturnType<ReadModels['follow']>>): void {
    for (const { projection, parked } of checkpoints) {
      if (parked === null || this.#parked.has(projection)) continue;
      this.#parked.add(projection);
      const facts = { projection, position: String(parked.position), error: parked.error };
      this.dependencies.logger.error(facts, 'projection parked at an event it cannot follow; the others go on');
    }
  }

  private async report(leading: boolean): Promise<void> {
    const { store, readModels, onMetrics } = this.dependencies;
    if (onMetrics === undefined) return;
    onMetrics({ leading, projections: await readModels.health(await store.headPosition()) });
  }
}

/**
 * Follows the ledger and keeps the views up to date. One process leads at a time; the others stand by and
 * take over when its lock is gone. Survives lost connections. Starting it is also what retries a parked
 * projection.
 */
export const startWorker = async (dependencies: WorkerDependencies): Promise<Worker> => {
  const worker = new ProjectionWorker(dependencies);
  await worker.settled();
  return worker;
};
