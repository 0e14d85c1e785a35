import type { RecordedEvent } from '#domain/events.ts';
import type { EventStore } from '#store/event-store.ts';

/** Large enough that a round trip costs little per event, small enough that memory stays flat. */
export const batchSize = 5_000;

/**
 * Batches from a position on, the next one being read while the last is folded. Ends when `signal` is
 * aborted. The store hands out newest versions only, which is what RecordedEvent means.
 */
export async function* batchesFrom(
  store: EventStore,
  fromPosition: bigint,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  const subscription = store.subscribe({ fromPosition, batchSize });
  const close = (): void => void subscription.close();
  signal.addEventListener('abort', close, { once: true });
  const batches = subscription[Symbol.asyncIterator]();
  try {
    let coming = batches.next();
    for (;;) {
      const result = await coming;
      if (result.done === true || signal.aborted) return;
      coming = batches.next();
      // Whoever leaves the loop early must not leave a rejection unheard; the next `await` still throws it.
      coming.catch(() => undefined);
      yield result.value as readonly unknown[] as readonly RecordedEvent[];
    }
  } finally {
    signal.removeEventListener('abort', close);
    await subscription.close();
  }
}
