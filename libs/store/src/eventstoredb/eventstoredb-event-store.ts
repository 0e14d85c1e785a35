import type { Credentials } from '@eventstore/db-client';
import pg from 'pg';
import { uuid } from '../envelope.ts';
import type {
  AppendResult,
  EventStore,
  ImportedStream,
  ImportResult,
  RawEvent,
  ReadFilter,
  StoredEvent,
  StreamAppend,
  Subscription,
} from '../event-store.ts';
import type { Patience } from '../postgres/connection-faults.ts';
import { sealAppend } from '../sealed-append.ts';
import { subscription } from '../subscription.ts';
import { chainUpcasters, ledgerUpcasters, type Upcaster } from '../upcasters.ts';
import { Appender } from './appender.ts';
import { Arrivals } from './arrivals.ts';
import { Cluster, isFault } from './cluster.ts';
import { EventStoreDbReader } from './eventstoredb-reader.ts';
import { importStreams } from './import-streams.ts';
import { InFlight } from './in-flight.ts';
import { LedgerOrder } from './ledger-order.ts';
import { SealedValues } from './sealed-values.ts';

export type EventStoreDbOptions = {
  /** `esdb://…` or `esdb+discover://…`, without credentials. */
  readonly connectionString: string;
  /** May append to every stream and read `$all`. Not sent to a server without TLS. */
  readonly credentials: Credentials;
  /** Connection as `ledger_app`, to a database that migrateLedgerOrder has seen: the order is kept there. */
  readonly appUrl: string;
  readonly upcasters?: readonly Upcaster[];
  /** How long one attempt at an append, or the next event of a read, may take, in milliseconds. Default 5,000. */
  readonly deadlineMs?: number;
  /** How long faults are met by trying again, in milliseconds. Default 30,000. */
  readonly patienceMs?: number;
  /** Most appends on their way to the cluster; further ones wait. Default 64. */
  readonly maxInFlight?: number;
  /** Longest sleep of a subscriber that hears nothing, in milliseconds. Default 1,000. */
  readonly pollMs?: number;
  /** Asked at every append: what its events carry as their anchor. Default: none. */
  readonly anchor?: () => string | null;
};

class EventStoreDbEventStore implements EventStore {
  readonly #pool: pg.Pool;
  readonly #cluster: Cluster;
  readonly #order: LedgerOrder;
  readonly #reader: EventStoreDbReader;
  readonly #appender: Appender;
  readonly #inFlight: InFlight;
  readonly #arrivals: Arrivals;
  readonly #subscriptions = new Set<Subscription>();
  readonly #maxInFlight: number;
  readonly #pollMs: number;
  readonly #anchor: () => string | null;
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  constructor(options: EventStoreDbOptions) {
    const { connectionString, credentials, deadlineMs = 5_000 } = options;
    const patience: Patience = {
      patienceMs: options.patienceMs ?? 30_000,
      closed: this.#closing.signal,
      isFault,
    };
    this.#maxInFlight = options.maxInFlight ?? 64;
    this.#pollMs = options.pollMs ?? 1_000;
    this.#anchor = options.anchor ?? (() => null);
    this.#pool = new pg.Pool({ connectionString: options.appUrl, max: 4 });
    // An idle connection that breaks leaves the pool by itself; the next statement gets a new one.
    this.#pool.on('error', () => undefined);
    this.#cluster = new Cluster({ connectionString, credentials, deadlineMs });
    this.#order = new LedgerOrder(this.#pool, this.#cluster);
    const upcast = chainUpcasters(options.upcasters ?? ledgerUpcasters);
    const values = new SealedValues(this.#pool);
    const places = { cluster: this.#cluster, order: this.#order, values };
    this.#reader = new EventStoreDbReader(places, upcast, patience);
    this.#inFlight = new InFlight(this.#maxInFlight);
    this.#appender = new Appender(places, this.#reader, { inFlight: this.#inFlight, patience });
    this.#arrivals = new Arrivals(this.#cluster);
  }

  append(request: StreamAppend): Promise<AppendResult> {
    return this.appendAtomically([request]);
  }

  /** Of one stream only: throws SeveralStreamsRefused for more. */
  async appendAtomically(requests: readonly StreamAppend[]): Promise<AppendResult> {
    const result = await this.#appender.append(sealAppend(requests, this.#anchor()));
    this.#arrivals.bell.ring();
    return result;
  }

  /** Streams among each other in the order in which the cluster took them. */
  async importStreams(source: AsyncIterable<ImportedStream> | Iterable<ImportedStream>): Promise<ImportResult> {
    const tally = await importStreams(
      { append: (sealed) => this.#appender.append(sealed), anchor: this.#anchor },
      source,
      this.#maxInFlight,
    );
    this.#arrivals.bell.ring();
    return { ...tally, cursor: await this.#reader.headCursor() };
  }

  readStream(
    stream: string,
    options: { direction?: 'forward' | 'backward'; fromRevision?: number; limit?: number } = {},
  ): AsyncIterable<StoredEvent> {
    return this.#reader.stream(stream, options);
  }

  readAll(
    options: { direction?: 'forward' | 'backward'; fromPosition?: bigint; limit?: number } & ReadFilter = {},
  ): AsyncIterable<StoredEvent> {
    return this.#reader.ledger(options);
  }

  readRaw(options: { fromPosition?: bigint; limit?: number } = {}): AsyncIterable<RawEvent> {
    return this.#reader.raw(options);
  }

  /** Over the events themselves: the order has their leaves, the cluster what they were made of, and both may differ. */
  async readLeaves(options: { fromPosition: bigint; limit: number }): Promise<readonly Uint8Array[]> {
    const leaves: Uint8Array[] = [];
    for await (const { position, leaf } of this.#reader.raw(options)) {
      if (position !== options.fromPosition + BigInt(leaves.length)) break;
      leaves.push(leaf);
    }
    return leaves;
  }

  subscribe(options: { fromPosition: bigint; batchSize?: number } & ReadFilter): Subscription {
    const live = subscription(
      {
        read: async (from, limit) => {
          if (!this.#arrivals.listening) {
            await this.#reader.headPosition();
            // Before the look: what comes from now on rings, whether the look still sees it or not.
            this.#arrivals.listen(this.#order.looked);
          }
          return this.#reader.stretch(from, limit, options);
        },
        bell: this.#arrivals.bell,
        pollMs: this.#pollMs,
        closed: () => this.#subscriptions.delete(live),
      },
      options,
    );
    this.#subscriptions.add(live);
    return live;
  }

  streamHead(stream: string): Promise<number | null> {
    return this.#reader.streamHead(stream);
  }

  headPosition(): Promise<bigint> {
    return this.#reader.headPosition();
  }

  positionOf(cursor: bigint): Promise<bigint> {
    return this.#reader.positionOf(cursor);
  }

  async positionOfEvent(eventId: string): Promise<bigint | null> {
    if (!uuid.test(eventId)) return null;
    await this.#reader.headPosition();
    const [place] = await this.#order.withIds([eventId]);
    return place?.position ?? null;
  }

  erase(erasurePosition: bigint): Promise<number> {
    return this.#reader.erase(erasurePosition);
  }

  /** Appends taken in before are still answered. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#inFlight.drained();
    this.#closing.abort();
    await Promise.all([...this.#subscriptions].map((live) => live.close()));
    this.#arrivals.close();
    await this.#cluster.close();
    await this.#pool.end();
  }
}

/** The ledger in EventStoreDB, its order in PostgreSQL. Connects at first use. */
export const openEventStoreDbStore = (options: EventStoreDbOptions): EventStore => new EventStoreDbEventStore(options);
