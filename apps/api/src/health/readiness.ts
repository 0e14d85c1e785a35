import type { ClockHealth } from '#contracts/clock-views.ts';
import type { SealingHealth } from '#contracts/evidence-views.ts';
import type { ProjectionHealth } from '#contracts/views.ts';
import type { Logger } from '#platform/logging.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { EventStore } from '#store/event-store.ts';
import type { SealingWatch } from '../evidence/sealing-health.ts';

/** A read model further behind than this is not one that answers for the ledger. */
export const tolerableLag = 10_000n;

export type Look = {
  /** Position of the ledger's last event; null when the ledger cannot be reached. */
  readonly head: bigint | null;
  readonly projections: readonly ProjectionHealth[];
  /** Deadlines that wait or fail; null when nothing can be reached. They stop nobody from working. */
  readonly clock: ClockHealth | null;
  /** How the sealing stands; null when nobody can tell, or nothing is sealed here. It stops nobody from working, either. */
  readonly sealing: SealingHealth | null;
  /** Why the service is not ready; empty when it is. */
  readonly reasons: readonly string[];
};

const unreachable = (what: string): Look => ({
  head: null,
  projections: [],
  clock: null,
  sealing: null,
  reasons: [`${what} unreachable`],
});

const complaintOf = ({ name, lag, parked }: ProjectionHealth): readonly string[] => {
  if (parked !== null) return [`projection ${name} parked at position ${parked.position}`];
  return BigInt(lag) > tolerableLag ? [`projection ${name} lags by ${lag} events`] : [];
};

/** Looks at the ledger and its read models; causes go to the log, for they may name hosts and users. */
export class Readiness {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly logger: Logger,
    private readonly watch: SealingWatch | null,
  ) {}

  async look(): Promise<Look> {
    try {
      const head = await this.store.headPosition();
      return await this.#lookAtViews(head);
    } catch (error) {
      this.logger.error({ err: error }, 'ledger unreachable');
      return unreachable('ledger');
    }
  }

  async #lookAtViews(head: bigint): Promise<Look> {
    try {
      const projections = await this.readModels.health(head);
      // What parked it is for the log and `ledger doctor`: the text may quote an event.
      const shown = projections.map((one) => ({ ...one, parked: one.parked && { ...one.parked, error: 'see log' } }));
      const clock = await this.readModels.clockStatus.health();
      const failing = clock.failing.map((one) => ({ ...one, error: 'see log' }));
      const sealing = await this.#lookAtSealing(head);
      const reasons = projections.flatMap(complaintOf);
      return { head, projections: shown, clock: { ...clock, failing }, sealing, reasons };
    } catch (error) {
      this.logger.error({ err: error }, 'read models unreachable');
      return unreachable('read models');
    }
  }

  async #lookAtSealing(head: bigint): Promise<SealingHealth | null> {
    try {
      return (await this.watch?.look(head)) ?? null;
    } catch (error) {
      this.logger.error({ err: error }, 'evidence unreadable');
      return null;
    }
  }
}
