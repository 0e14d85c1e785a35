import type { StoredEvent, Subscription } from './event-store.ts';

/** Tells sleeping subscribers that something may have arrived. A ring between look and sleep is not lost. */
export class Bell {
  #rings = 0;
  readonly #sleepers = new Set<() => void>();

  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings += 1;
    for (const wake of this.#sleepers) wake();
  }

  /** Resolves at the first ring after the `seen`th, or after `timeoutMs`; no timeout: only at a ring. */
  after(seen: number, timeoutMs?: number): Promise<void> {
    if (this.#rings !== seen) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = timeoutMs === undefined ? undefined : setTimeout(() => wake(), timeoutMs);
      const wake = (): void => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        resolve();
      };
      this.#sleepers.add(wake);
    });
  }
}

export type Stretch = {
  readonly events: readonly StoredEvent[];
  /** Where to read on: everything before it has been looked at. */
  readonly next: bigint;
};

export type SubscriptionSource = {
  /** The events from `from` on, at most `limit`, none that could still be preceded by another. */
  readonly read: (from: bigint, limit: number) => Promise<Stretch>;
  readonly bell: Bell;
  /** Longest sleep without a ring. */
  readonly pollMs?: number;
  readonly closed: () => void;
};

const defaultBatchSize = 500;

/**
 * Catch-up that turns live without a seam: there is only one way of reading, from the next position on,
 * and the bell only says when to read again. One batch is in memory at a time; a slow consumer slows the
 * reading, not the writers.
 */
export const subscription = (
  source: SubscriptionSource,
  { fromPosition, batchSize = defaultBatchSize }: { fromPosition: bigint; batchSize?: number },
): Subscription => {
  let open = true;
  /** Asked anew after every wait: it may have been closed meanwhile. */
  const isOpen = (): boolean => open;
  async function* batches(): AsyncGenerator<readonly StoredEvent[], void, undefined> {
    let next = fromPosition;
    let reported = -1n;
    try {
      while (isOpen()) {
        const rings = source.bell.rings;
        const stretch = await source.read(next, batchSize);
        if (!isOpen()) return;
        next = stretch.next;
        if (stretch.events.length > 0) {
          reported = next;
          yield stretch.events;
        } else {
          // Empty batch: nothing that matches up to here. Said once per stretch, not at every look.
          if (reported !== next) yield [];
          reported = next;
          if (isOpen()) await source.bell.after(rings, source.pollMs);
        }
      }
    } finally {
      source.closed();
    }
  }
  const iterator = batches();
  return {
    [Symbol.asyncIterator]: () => iterator,
    close: async () => {
      open = false;
      source.bell.ring();
      await iterator.return();
      source.closed();
    },
  };
};
