import type { EventStore, NewEvent, StoredEvent, StreamAppend, Subscription } from '../event-store.ts';

/** A store under test. */
export type Ledger = {
  /** A store on this ledger; where the ledger outlives a store, each call gives one of its own. */
  open(): EventStore;
  dispose(): Promise<void>;
};

/** Where the port leaves an engine a choice. What it has chosen is tested either way. */
export type Capabilities = {
  /** Several streams in one atomic append; otherwise SeveralStreamsRefused. */
  readonly severalStreams: boolean;
  /** An import brings streams in in the order of its source; otherwise only the events of each are in order. */
  readonly importOrder: boolean;
};

/** The ledger of the running test, a store on it, and what its stores are told as the anchor. */
export type UnderTest = { ledger: Ledger; store: EventStore; anchor: string | null };

/** UUIDs that count: time-ordered, and the same in every run. */
export const idOf = (n: number): string => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Event number `n`: same number, same event. */
export const eventOf = (n: number, changes: Partial<NewEvent> = {}): NewEvent => ({
  id: idOf(n),
  type: 'dossier.noted',
  version: 1,
  data: { number: n, subject: 'Cấp giấy chứng nhận quyền sử dụng đất' },
  occurredAt: '2025-07-01T01:00:00.000Z',
  recordedAt: '2025-07-01T01:00:05.000Z',
  actor: { kind: 'officer', id: 'officer-1' },
  unit: 'unit-1',
  capacity: 'own',
  provenance: { kind: 'entered' },
  correlationId: idOf(n),
  causationId: null,
  ...changes,
});

export const eventsOf = (...numbers: readonly number[]): NewEvent[] => numbers.map((n) => eventOf(n));

export const newStream = (stream: string, ...numbers: readonly number[]): StreamAppend => ({
  stream,
  expected: 'no-stream',
  events: eventsOf(...numbers),
});

export const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

export const numberOf = (event: StoredEvent): number => (event.data as { number: number }).number;

export const numbersOf = async (events: AsyncIterable<StoredEvent>): Promise<number[]> =>
  (await all(events)).map(numberOf);

/** Takes from a subscription until it has given `count` events, or as many as come up to an empty batch. */
export const takeEvents = async (live: Subscription, count: number): Promise<StoredEvent[]> => {
  const found: StoredEvent[] = [];
  for await (const batch of live) {
    found.push(...batch);
    if (found.length >= count || batch.length === 0) break;
  }
  return found;
};

/** The error of a promise that MUST fail. */
export const failureOf = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('was expected to fail');
};
