import type { EvidenceView, SealingHealth } from '#contracts/evidence-views.ts';
import type { Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/logging.ts';
import { evidenceStatus, type EvidenceStatus } from '#sealing/signer/evidence-status.ts';
import type { SealingSettings } from '#sealing/signer/settings.ts';
import type { EventStore } from '#store/event-store.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { sealingHealth } from './sealing-health.ts';
import { WaitingActs } from './waiting-acts.ts';

export type EvidenceParts = {
  /** null: this server was given no evidence to serve. */
  readonly settings: SealingSettings | null;
  readonly store: Pick<EventStore, 'headPosition' | 'readAll'>;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** What is published, and how much of the ledger it covers. */
export class EvidenceOverview {
  readonly #waiting: WaitingActs;

  constructor(private readonly parts: EvidenceParts) {
    this.#waiting = new WaitingActs(parts.store, parts.clock);
  }

  /** Throws EdgeProblem `not-found` where there is no evidence. A database that does not answer hides no file. */
  async look(): Promise<EvidenceView> {
    const { settings } = this.parts;
    if (settings === null) throw new EdgeProblem('not-found');
    const status = await evidenceStatus(settings);
    const sealing = await this.#health(status, settings);
    return { ...status, heartbeatSeconds: Math.ceil(settings.heartbeatMs / 1_000), sealing };
  }

  async #health(status: EvidenceStatus, settings: SealingSettings): Promise<SealingHealth | null> {
    const { store, clock, logger } = this.parts;
    try {
      const head = await store.headPosition();
      const waitingSince = await this.#waiting.since(BigInt(status.checkpoint?.size ?? 0));
      return sealingHealth(status, { settings, now: clock.now(), head, waitingSince });
    } catch (error) {
      logger.error({ err: error }, 'ledger unreachable');
      return null;
    }
  }
}
