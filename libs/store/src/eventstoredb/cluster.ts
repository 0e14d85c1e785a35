import {
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  excludeSystemEvents,
  FORWARDS,
  MaxAppendSizeExceededError,
  NotLeaderError,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type Credentials,
  type RecordedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import type { SealedEvent } from '../envelope.ts';
import { EventRefused, RevisionConflict, type ExpectedRevision } from '../event-store.ts';
import { isConnectionFault } from '../postgres/connection-faults.ts';

/** A place in `$all`. The events of one append may share the commit; the prepare then tells them apart. */
export type Cursor = { readonly commit: bigint; readonly prepare: bigint };

export const isBefore = (one: Cursor, other: Cursor): boolean =>
  one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);

/** An event of the ledger as the cluster keeps it. */
export type Entry = {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The call that stored it. A call that finds its own is no repeat, whatever it had to try. */
  readonly appendId: string;
};

/** What a read comes across. `entry` null: not of the ledger (the server's own, or another application's). */
export type Found = { readonly cursor: Cursor | null; readonly revision: number; readonly entry: Entry | null };

export type ClusterOptions = {
  /** `esdb://…` or `esdb+discover://…`, without credentials. */
  readonly connectionString: string;
  readonly credentials: Credentials;
  /** How long an attempt at an append, or the next event of a read, may take, in milliseconds. */
  readonly deadlineMs: number;
};

class NoAnswer extends Error {}

/** gRPC codes after which nothing is known: cancelled, unknown, deadline, aborted, internal, unavailable. */
const unknownOutcomes = new Set<unknown>([1, 2, 4, 10, 13, 14]);

/** Of the cluster or of PostgreSQL. What was asked for may have been done; to ask again is harmless. */
export const isFault = (error: unknown): boolean =>
  error instanceof NoAnswer ||
  error instanceof NotLeaderError ||
  unknownOutcomes.has((error as { code?: unknown } | null)?.code) ||
  isConnectionFault(error);

/** The promise goes on when it is late; whoever made it can no longer be told. */
const within = async <T>(ms: number, promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

const expectedRevisions = { any: 'any', 'no-stream': 'no_stream', 'stream-exists': 'stream_exists' } as const;

const entryOf = (event: RecordedEvent): Entry | null => {
  const {
    id,
    streamId: stream,
    type,
    data,
    metadata,
  } = event as Omit<RecordedEvent, 'metadata'> & {
    readonly metadata: { readonly ledgerAppend?: unknown } | undefined;
  };
  const appendId = metadata?.ledgerAppend;
  if (stream.startsWith('$') || typeof appendId !== 'string' || !(data instanceof Uint8Array)) return null;
  return { id, stream, revision: Number(event.revision), type, bytes: data, appendId };
};

const ignored = (): void => undefined;

/**
 * The client with what it lacks: a deadline on everything, its errors in the terms of the port, and no shared
 * stream. Without credentials in the call it would send appends over one stream for everybody, on which an
 * error rejects every caller and a missing answer none; and it would first ask, without a deadline, whether the
 * server knows that stream. An insecure server is not sent the credentials.
 */
export class Cluster {
  readonly #client: EventStoreDBClient;

  constructor(private readonly options: ClusterOptions) {
    this.#client = EventStoreDBClient.connectionString(options.connectionString);
  }

  /**
   * One attempt. Durable when it returns, with the revision and commit position of the last event, which may
   * be those of an earlier attempt. Throws RevisionConflict, EventRefused, or a fault.
   */
  async append(
    request: { readonly stream: string; readonly expected: ExpectedRevision; readonly events: readonly SealedEvent[] },
    appendId: string,
  ): Promise<{ readonly last: number; readonly commit: bigint }> {
    const { stream, expected, events } = request;
    const { credentials, deadlineMs } = this.options;
    const proposed = events.map(({ id, type, canonical }) =>
      binaryEvent({ id, type, data: Buffer.from(canonical), metadata: { ledgerAppend: appendId } }),
    );
    const expectedRevision = typeof expected === 'number' ? BigInt(expected) : expectedRevisions[expected];
    try {
      const answer = await within(
        deadlineMs,
        this.#client.appendToStream(stream, proposed, { expectedRevision, credentials, deadline: deadlineMs }),
      );
      if (answer.position === undefined) throw this.#conflict(stream, expected, answer.nextExpectedRevision);
      return { last: Number(answer.nextExpectedRevision), commit: answer.position.commit };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) throw this.#conflict(stream, expected, error.actualVersion);
      if (error instanceof MaxAppendSizeExceededError) {
        const limit = `the cluster takes ${error.maxAppendSize} bytes in one append (MaxAppendSize)`;
        throw new EventRefused('too-large', `${events.length} events for stream ${stream}: ${limit}`, { cause: error });
      }
      throw error;
    }
  }

  /** Nothing when the stream does not exist. `from` null: from the beginning (backward: the end). */
  async *readStream(
    stream: string,
    { backward = false, from, count }: { backward?: boolean; from: number | null; count: number },
  ): AsyncGenerator<Found, void, undefined> {
    const reading = this.#client.readStream(stream, {
      direction: backward ? BACKWARDS : FORWARDS,
      fromRevision: from === null ? (backward ? END : START) : BigInt(from),
      maxCount: count,
      credentials: this.options.credentials,
    });
    try {
      for await (const { event } of this.#answers(reading)) {
        if (event) yield { cursor: null, revision: Number(event.revision), entry: entryOf(event) };
      }
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
  }

  /** Forward from `from` inclusive; null: from the beginning. */
  async *readAll(
    from: Cursor | null,
    count?: number,
  ): AsyncGenerator<Found & { readonly cursor: Cursor }, void, undefined> {
    const { credentials } = this.options;
    const reading = this.#client.readAll({
      fromPosition: from ?? START,
      ...(count !== undefined && { maxCount: count }),
      credentials,
      requiresLeader: true,
    });
    for await (const { event } of this.#answers(reading)) {
      if (event) yield { cursor: event.position, revision: Number(event.revision), entry: entryOf(event) };
    }
  }

  /**
   * Tells of everything that arrives after `from`, until `ended` is told, once, or the returned function is
   * called. `ended` gets whether the cluster had accepted the subscription.
   */
  follow(from: Cursor | null, told: { arrived: () => void; ended: (accepted: boolean) => void }): () => void {
    const live = this.#client.subscribeToAll({
      fromPosition: from ?? START,
      filter: excludeSystemEvents(),
      credentials: this.options.credentials,
    });
    let [accepted, over] = [false, false];
    const end = (): void => {
      if (over) return;
      over = true;
      live.unsubscribe().catch(ignored);
      live.destroy();
      told.ended(accepted);
    };
    live.on('confirmation', () => {
      accepted = true;
    });
    live.on('data', () => told.arrived());
    live.on('error', end);
    live.on('end', end);
    live.on('close', end);
    return end;
  }

  close(): Promise<void> {
    return this.#client.dispose();
  }

  /** A missing stream is told as `no_stream`, or as −1 where the client was asked not to throw. */
  #conflict(stream: string, expected: ExpectedRevision, actual: bigint | string): RevisionConflict {
    return new RevisionConflict(stream, expected, typeof actual === 'bigint' && actual >= 0n ? Number(actual) : null);
  }

  async *#answers<E>(reading: StreamingRead<E>): AsyncGenerator<E, void, undefined> {
    // An error that comes when nobody reads any more would end the process.
    reading.on('error', ignored);
    const answers = reading.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<E>;
    let complete = false;
    try {
      for (;;) {
        const answer = await within(this.options.deadlineMs, answers.next());
        complete = answer.done === true;
        if (complete) return;
        yield answer.value;
      }
    } finally {
      if (!complete) {
        reading.cancel().catch(ignored);
        // What had arrived already is let through: the client keeps a call until its end has been read.
        answers.return?.().then(() => reading.resume(), ignored);
      }
    }
  }
}
