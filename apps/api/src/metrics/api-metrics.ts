import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ClockHealth } from '#contracts/clock-views.ts';
import type { SealingHealth } from '#contracts/evidence-views.ts';
import type { ProjectionHealth } from '#contracts/views.ts';

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What operators watch. A registry of its own, so that several servers can live in one process. */
export class ApiMetrics {
  readonly registry = new Registry();
  readonly httpSeconds = new Histogram({
    name: 'ledger_http_request_seconds',
    help: 'Duration of HTTP requests by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  readonly appendSeconds = new Histogram({
    name: 'ledger_append_seconds',
    help: 'Time until an append is durable',
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  readonly #lag = new Gauge({
    name: 'ledger_projection_lag_events',
    help: 'Events of the ledger that a read model has not taken in',
    labelNames: ['projection'] as const,
    registers: [this.registry],
  });
  readonly #parked = new Gauge({
    name: 'ledger_projection_parked',
    help: '1 when a read model has stopped at an event it cannot take in',
    labelNames: ['projection'] as const,
    registers: [this.registry],
  });

  readonly #due = new Gauge({
    name: 'ledger_deadline_clock_due',
    help: 'Subjects in which something is due and not recorded yet',
    registers: [this.registry],
  });
  readonly #failing = new Gauge({
    name: 'ledger_deadline_clock_failing',
    help: 'Subjects in which what is due could not be recorded',
    registers: [this.registry],
  });
  readonly #lastRun = new Gauge({
    name: 'ledger_deadline_clock_last_run_seconds',
    help: 'When the deadline clock last ran, in seconds since 1970; 0: never',
    registers: [this.registry],
  });

  readonly #refused = new Gauge({
    name: 'ledger_sealing_refused',
    help: '1 when nothing is signed because the ledger contradicts its evidence',
    registers: [this.registry],
  });
  readonly #uncovered = new Gauge({
    name: 'ledger_sealing_uncovered_events',
    help: 'Events that no checkpoint covers yet',
    registers: [this.registry],
  });
  readonly #sealedAt = new Gauge({
    name: 'ledger_sealing_checkpoint_seconds',
    help: 'When the newest checkpoint was published, in seconds since 1970; 0: never',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  showProjections(projections: readonly ProjectionHealth[]): void {
    for (const { name, lag, parked } of projections) {
      this.#lag.set({ projection: name }, Number(lag));
      this.#parked.set({ projection: name }, parked === null ? 0 : 1);
    }
  }

  showSealing({ status, uncovered, publishedAt }: SealingHealth): void {
    this.#refused.set(status === 'refused' ? 1 : 0);
    this.#uncovered.set(Number(uncovered));
    this.#sealedAt.set(publishedAt === null ? 0 : Date.parse(publishedAt) / 1_000);
  }

  showClock({ lastRunAt, due, failing }: ClockHealth): void {
    this.#due.set(due);
    this.#failing.set(failing.length);
    this.#lastRun.set(lastRunAt === null ? 0 : Date.parse(lastRunAt) / 1_000);
  }
}
