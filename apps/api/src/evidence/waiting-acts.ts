import type { Instant } from '#domain/kernel/event.ts';
import type { Clock } from '#platform/clock.ts';
import type { EventStore } from '#store/event-store.ts';

/**
 * Since when acts wait for a checkpoint. A sealer whose disk is full cannot write down that it fails: what
 * waits tells it all the same. Nothing waits longer than this process has looked on, for a ledger may be
 * filled with older acts at once.
 */
export class WaitingActs {
  readonly #lookingSince: Instant;

  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    clock: Clock,
  ) {
    this.#lookingSince = clock.now();
  }

  /** `sealed`: events under the newest checkpoint. null: nothing waits. */
  async since(sealed: bigint): Promise<Instant | null> {
    for await (const { recordedAt } of this.store.readAll({ fromPosition: sealed, limit: 1 }))
      return recordedAt > this.#lookingSince ? recordedAt : this.#lookingSince;
    return null;
  }
}
