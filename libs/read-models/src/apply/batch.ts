import type { RecordedEvent } from '#domain/events.ts';

/** The batch does not start right after the checkpoint, or has a hole: an event would be lost. */
export class PositionGap extends Error {
  constructor(
    readonly expected: bigint,
    readonly found: bigint,
  ) {
    super(`position ${expected} was expected, the batch continues at ${found}`);
  }
}

/** Consecutive events of the ledger, looked through once for all projections. */
export type Batch = {
  readonly events: readonly RecordedEvent[];
  /**
   * Streams whose first event is among them. They have left no rows yet, and every row belongs to one
   * stream, so imports and rebuilds of whole streams load nothing before the fold.
   */
  readonly beginning: ReadonlySet<string>;
};

/** Throws PositionGap. */
export const batchOf = (events: readonly RecordedEvent[]): Batch => {
  const beginning = new Set<string>();
  for (const event of events) if (event.revision === 0) beginning.add(event.stream);
  const [first, last] = [events[0]?.position ?? 0n, events.at(-1)?.position ?? -1n];
  if (last - first + 1n !== BigInt(events.length)) throw new PositionGap(first + BigInt(events.length) - 1n, last);
  return { events, beginning };
};

/** What of the batch comes at or after `next`; the batch itself when that is all of it. Throws PositionGap. */
export const startingAt = (batch: Batch, next: bigint): Batch => {
  const first = batch.events[0]?.position ?? next;
  if (first > next) throw new PositionGap(next, first);
  return first === next ? batch : batchOf(batch.events.slice(Number(next - first)));
};
