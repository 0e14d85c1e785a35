import type { Opening } from '#evidence/sealed/sealed-field.ts';
import { sameContent, seal, streamName, type SealedEvent } from './envelope.ts';
import {
  EventIdReused,
  EventRefused,
  type AppendResult,
  type ExpectedRevision,
  type StreamAppend,
} from './event-store.ts';

export type SealedRequest = {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly SealedEvent[];
};

/** What one caller wants stored: all of it or nothing. */
export type SealedAppend = {
  readonly requests: readonly SealedRequest[];
  /** The events of all requests, in their order. */
  readonly events: readonly SealedEvent[];
};

/** An event found under an id that a caller brings again. */
export type KnownEvent = {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly canonical: string;
  /** Of those of its sealed fields that are still kept. */
  readonly openings: readonly Opening[];
};

const sealRequest = ({ stream, expected, events }: StreamAppend, anchor: string | null): SealedRequest => {
  const name = streamName(stream);
  if (events.length === 0) throw new EventRefused('no-events', `for stream ${name}`);
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new EventRefused('malformed-revision', String(expected));
  }
  return { stream: name, expected, events: events.map((event) => seal(name, event, anchor)) };
};

const refuseRepeats = (names: readonly string[], why: 'repeated-id' | 'repeated-stream'): void => {
  if (names.length < 2) return;
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new EventRefused(why, name);
    seen.add(name);
  }
};

/** Everything that can be judged without looking at the ledger. `anchor` as in `seal`. Throws EventRefused. */
export const sealAppend = (appends: readonly StreamAppend[], anchor: string | null): SealedAppend => {
  if (appends.length === 0) throw new EventRefused('no-events', 'no stream named');
  const requests = appends.map((append) => sealRequest(append, anchor));
  const events = requests.flatMap((request) => request.events);
  refuseRepeats(
    requests.map((request) => request.stream),
    'repeated-stream',
  );
  refuseRepeats(
    events.map((event) => event.id),
    'repeated-id',
  );
  return { requests, events };
};

const refuseOthers = (events: readonly SealedEvent[], known: ReadonlyMap<string, KnownEvent>): void => {
  for (const event of events) {
    const found = known.get(event.id);
    if (found === undefined) continue;
    if (found.stream !== event.stream) throw new EventIdReused(event.id, 'other-stream');
    if (!sameContent(found, event)) throw new EventIdReused(event.id, 'other-content');
  }
};

/**
 * The first result of an append of which at least one id is `known`. Throws EventIdReused, in this order:
 * other-stream or other-content of the first event concerned, then partly-known with the first new id.
 */
export const firstResult = (append: SealedAppend, known: ReadonlyMap<string, KnownEvent>): AppendResult => {
  refuseOthers(append.events, known);
  let cursor = -1n;
  const revisions = append.requests.map(({ events }) => {
    let last = -1;
    for (const { id } of events) {
      const found = known.get(id);
      if (found === undefined) throw new EventIdReused(id, 'partly-known');
      if (found.position > cursor) cursor = found.position;
      if (found.revision > last) last = found.revision;
    }
    return last;
  });
  return { cursor, revisions, repeated: true };
};
