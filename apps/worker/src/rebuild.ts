import type { ReadModels } from '#read-models/read-models.ts';
import type { EventStore } from '#store/event-store.ts';
import { batchesFrom } from './batches.ts';
import { eraseAfter } from './erasure/erase-after.ts';

export type RebuildProgress = {
  readonly phase: 'fill' | 'index' | 'catch-up' | 'switch';
  /** Events folded so far, and how many there are to fold. */
  readonly events: bigint;
  readonly of: bigint;
};

export type RebuildRequest = {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Stops the rebuild; the serving views are untouched. */
  readonly signal?: AbortSignal;
};

/**
 * Fills every view anew from the first event while the present ones serve, and switches when nothing is
 * missing. A crash or an abort at any line leaves the present views serving; the next rebuild starts afresh.
 * Whatever was lawfully erased by its beginning is in none of the views at its end. Throws RebuildRunning, MigratedMeanwhile, EventNotFolded, or the reason of the abort.
 */
export const rebuild = async ({ store, readModels, onProgress, signal }: RebuildRequest): Promise<bigint> => {
  const erasedUpTo = await eraseAfter(store, await readModels.queries.cleaned());
  const next = await readModels.beginRebuild({ erasedUpTo });
  const fill = async (phase: RebuildProgress['phase']): Promise<void> => {
    const head = await store.headPosition();
    const report = (): void => onProgress?.({ phase, events: next.position + 1n, of: head + 1n });
    report();
    if (next.position >= head) return;
    const stop = new AbortController();
    for await (const batch of batchesFrom(store, next.position + 1n, stop.signal)) {
      signal?.throwIfAborted();
      await next.apply(batch);
      report();
      if (next.position >= head) stop.abort();
    }
    await next.settled();
  };
  try {
    await fill('fill');
    onProgress?.({ phase: 'index', events: next.position + 1n, of: next.position + 1n });
    await next.buildIndexes();
    await fill('catch-up');
    signal?.throwIfAborted();
    await next.switch(() => fill('switch'));
    return next.position;
  } finally {
    await next.close();
  }
};
