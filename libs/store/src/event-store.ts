import type { Circumstances, Event } from '#domain/kernel/event.ts';
import type { Opening } from '#evidence/sealed/sealed-field.ts';

/** An event as handed in for storage. `id` is a UUID made by the caller, time-ordered (v7) or derived (v8). */
export type NewEvent<E extends AnyEvent = AnyEvent> = E & Circumstances & { readonly id: string };

/** An event as read back: the newest version of its shape, at its place in its stream and in the ledger. */
export type StoredEvent<E extends AnyEvent = AnyEvent> = NewEvent<E> & {
  readonly stream: string;
  /** Ordinal within the stream, from 0, no gaps. */
  readonly revision: number;
  /** Ordinal within the ledger, from 0, no gaps: leaf index, and what people cite. */
  readonly position: bigint;
  /** SHA-256 of the newest time-stamp token known when the event was recorded, base64: its *not before*. */
  readonly anchor?: string;
};

export type AnyEvent = Event<string, number, unknown>;

/** An event exactly as it lies in the store: its canonical bytes and their leaf hash (evidence.md). */
export type RawEvent = {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** RFC 8785 text of the envelope, in NFC. */
  readonly canonical: string;
  /** SHA-256(0x00 ‖ canonical). */
  readonly leaf: Uint8Array;
  /** Values and salts of its sealed fields that are still kept. */
  readonly openings: readonly Opening[];
};

export type ExpectedRevision = 'any' | 'no-stream' | 'stream-exists' | number;

export type StreamAppend = {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
};

export type AppendResult = {
  /** Opaque and ordered; `positionOf` gives its position. In PostgreSQL the position of the last event. */
  readonly cursor: bigint;
  /** Revision of the last event appended, per stream, in the order of the request. */
  readonly revisions: readonly number[];
  /** True when every event was already stored: nothing was added, and this is the first answer again. */
  readonly repeated: boolean;
};

/** The head was not where the caller expected it. `actual` null: the stream does not exist. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number | null,
  ) {
    super(`stream ${stream}: expected ${String(expected)}, found ${actual === null ? 'no stream' : String(actual)}`);
  }
}

/** An event id is known already, with other content, in another stream, or only for part of the batch. */
export class EventIdReused extends Error {
  constructor(
    readonly eventId: string,
    readonly why: 'other-content' | 'other-stream' | 'partly-known',
  ) {
    super(`event ${eventId}: ${why}`);
  }
}

/**
 * The request cannot be stored as it is, whatever the ledger holds; nothing of it is stored.
 * `too-large`: more than `maxEventBytes` of canonical text. `nul-character`: U+0000 in a text, which
 * PostgreSQL's text type cannot give back. `repeated-stream`: a stream named twice in one atomic append.
 */
export class EventRefused extends Error {
  constructor(
    readonly why:
      | 'malformed-id'
      | 'malformed-stream'
      | 'malformed-type'
      | 'malformed-revision'
      | 'not-json'
      | 'nul-character'
      | 'too-large'
      | 'no-events'
      | 'repeated-id'
      | 'repeated-stream'
      | 'sealed-already'
      | 'no-erasure',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${why}: ${detail}`, options);
  }
}

/** This engine makes one stream durable at a time: an append to several, all or none, it does not take. Nothing of it is stored. */
export class SeveralStreamsRefused extends Error {
  constructor(readonly streams: readonly string[]) {
    super(`not atomic across streams: ${streams.join(', ')}`);
  }
}

/** The store could not be reached in time. What was asked for may have been stored: repeat it with the same ids. */
export class StoreUnavailable extends Error {}

/** Largest canonical text of one event, in bytes: an event records an act, documents lie elsewhere. */
export const maxEventBytes = 256 * 1024;

export type ReadFilter = {
  /** Only these event types. */
  readonly types?: readonly string[];
  /** Only streams of these categories (`dossier`, `unit` …). */
  readonly categories?: readonly string[];
};

export type Subscription = AsyncIterable<readonly StoredEvent[]> & { close(): Promise<void> };

/** One stream of a bulk import: a whole new stream, or one that this import has brought in before. */
export type ImportedStream = { readonly stream: string; readonly events: readonly NewEvent[] };

/** What this import added, and how many streams it found in place already. `cursor` as in AppendResult; -1n: empty ledger. */
export type ImportResult = {
  readonly streams: number;
  readonly events: number;
  readonly repeatedStreams: number;
  readonly cursor: bigint;
};

/**
 * The ledger as an ordered, append-only store.
 * Implementations MUST make events durable before answering; MUST NOT lose, reorder or renumber an
 * answered event; MUST answer a repeated append with its first result; MUST let one caller's
 * conflict fail that caller alone. Nothing above this port may assume that an append knows its ordinal.
 */
export interface EventStore {
  /**
   * Throws RevisionConflict, EventIdReused, EventRefused; then nothing of the request is stored.
   * Known ids are looked for before the expected revision is checked, so a repeated append gives its first
   * result even when the stream has moved on. Throws StoreUnavailable when the outcome is not known.
   */
  append(request: StreamAppend): Promise<AppendResult>;
  /** All streams or none. A stream is named once. Throws SeveralStreamsRefused where the engine cannot: EventStoreDB. */
  appendAtomically(requests: readonly StreamAppend[]): Promise<AppendResult>;
  /**
   * Bulk path for imports: each stream whole or not at all, committed in chunks. Streams go in in the order of
   * the source, except in EventStoreDB, where only the events of each keep theirs.
   * A stream that already begins with exactly these events is skipped and counted. Throws EventIdReused or
   * RevisionConflict when the stream exists with anything else; chunks committed before that stay, and
   * the same import can be run again.
   */
  importStreams(source: AsyncIterable<ImportedStream> | Iterable<ImportedStream>): Promise<ImportResult>;
  /** Empty when the stream does not exist. Default: forward from revision 0 (backward: from the head). */
  readStream(
    stream: string,
    options?: { direction?: 'forward' | 'backward'; fromRevision?: number; limit?: number },
  ): AsyncIterable<StoredEvent>;
  /** From `fromPosition` inclusive. Default: forward from 0 (backward: from the head). */
  readAll(
    options?: { direction?: 'forward' | 'backward'; fromPosition?: bigint; limit?: number } & ReadFilter,
  ): AsyncIterable<StoredEvent>;
  /** The same events as bytes, for export, sealing and verification. */
  readRaw(options?: { fromPosition?: bigint; limit?: number }): AsyncIterable<RawEvent>;
  /**
   * The leaf hashes alone of the events from `fromPosition` on, in order, `limit` at most and held in memory together.
   * Fewer only where the ledger ends, or where a position is missing that was answered once: it MUST NOT be passed
   * over. Engines that keep a leaf apart from the bytes it was made of MUST compare them first.
   */
  readLeaves(options: { fromPosition: bigint; limit: number }): Promise<readonly Uint8Array[]>;
  /**
   * Batches in position order from `fromPosition` inclusive, then live, without loss, inversion or
   * duplication, until closed. An empty batch may be delivered: it means "nothing that matches up to
   * `headPosition()` now".
   */
  subscribe(options: { fromPosition: bigint; batchSize?: number } & ReadFilter): Subscription;
  /** Revision of the last event; null when the stream does not exist. */
  streamHead(stream: string): Promise<number | null>;
  /** Position of the last event; -1n when the ledger is empty. */
  headPosition(): Promise<bigint>;
  /** Position of the last event up to a cursor that this ledger gave. What waits for a read model waits for this. */
  positionOf(cursor: bigint): Promise<bigint>;
  /** Position of the event with this id; null when the ledger has none, also for what is no id at all. */
  positionOfEvent(eventId: string): Promise<bigint | null>;
  /**
   * Deletes the values and salts that a stored `sealed-field.erased` event names; the engine looks at that event
   * itself and erases nothing else. Repeating it changes nothing. Answers how many values went.
   * Throws EventRefused `no-erasure` when the position holds no such event.
   */
  erase(erasurePosition: bigint): Promise<number>;
  close(): Promise<void>;
}
