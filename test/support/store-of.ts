import type { RecordedEvent } from '#domain/events.ts';
import type { EventStore } from '#store/event-store.ts';

/** Appends the events in their order, one by one, as a running ledger would have, and reads them back. */
export const appendAll = async (
  store: EventStore,
  events: readonly RecordedEvent[],
): Promise<readonly RecordedEvent[]> => {
  for (const { stream, revision: _revision, position: _position, ...event } of events) {
    await store.append({ stream, expected: 'any', events: [event] });
  }
  const stored: unknown[] = [];
  for await (const event of store.readAll()) stored.push(event);
  return stored as readonly RecordedEvent[];
};
