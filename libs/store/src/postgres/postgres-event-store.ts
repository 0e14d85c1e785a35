import pg from 'pg';
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
import { sealAppend, type SealedAppend } from '../sealed-append.ts';
import { subscription } from '../subscription.ts';
import { chainUpcasters, ledgerUpcasters, type Upcaster } from '../upcasters.ts';
import { AppendQueue } from './append-queue.ts';
import { appendEach, appendGroup, isDecided, isGroupObjection, type Outcome } from './append-statements.ts';
import { Arrivals } from './arrivals.ts';
import { isConnectionFault, overFaults, type Patience } from './connection-faults.ts';
import { importStreams } from './import-streams.ts';
import { LedgerReader } from './ledger-reader.ts';
import { askOf, eraseAt } from './sealed-values.ts';

export type PostgresStoreOptions = {
  /** Connection as `ledger_app`, to a database that migrateLedger has seen. */
  readonly appUrl: string;
  /** Most connections of this store, besides the one that listens. Default 8. */
  readonly poolSize?: number;
  readonly upcasters?: readonly Upcaster[];
  /** Longest sleep of a subscriber that hears nothing, in milliseconds. Default 1,000. */
  readonly pollMs?: number;
  /** How long a lost connection is met by trying again, in milliseconds. Default 10,000. */
  readonly patienceMs?: number;
  /** Asked at every append: what its events carry as their anchor. Default: none. */
  readonly anchor?: () => string | null;
};

class PostgresEventStore implements EventStore {
  readonly #pool: pg.Pool;
  readonly #reader: LedgerReader;
  readonly #arrivals: Arrivals;
  readonly #queue = new AppendQueue((group) => this.#commit(group));
  readonly #subscriptions = new Set<Subscription>();
  readonly #pollMs: number;
  readonly #patience: Patience;
  readonly #anchor: () => string | null;
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  constructor(options: PostgresStoreOptions) {
    this.#pollMs = options.pollMs ?? 1_000;
    this.#anchor = options.anchor ?? (() => null);
    this.#patience = { patienceMs: options.patienceMs ?? 10_000, closed: this.#closing.signal };
    this.#pool = new pg.Pool({ connectionString: options.appUrl, max: options.poolSize ?? 8 });
    // An idle connection that breaks leaves the pool by itself; the next statement gets a new one.
    this.#pool.on('error', () => undefined);
    this.#reader = new LedgerReader(this.#pool, chainUpcasters(options.upcasters ?? ledgerUpcasters), this.#patience);
    this.#arrivals = new Arrivals(this.#pool, options.appUrl);
  }

  async append(request: StreamAppend): Promise<AppendResult> {
    return this.#queue.add(sealAppend([request], this.#anchor()));
  }

  async appendAtomically(requests: readonly StreamAppend[]): Promise<AppendResult> {
    return this.#queue.add(sealAppend(requests, this.#anchor()));
  }

  async importStreams(source: AsyncIterable<ImportedStream> | Iterable<ImportedStream>): Promise<ImportResult> {
    const tally = await importStreams(
      {
        pool: this.#pool,
        patience: this.#patience,
        anchor: this.#anchor,
        committed: () => this.#arrivals.announce(),
      },
      source,
    );
    return { ...tally, cursor: await this.headPosition() };
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

  readLeaves(options: { fromPosition: bigint; limit: number }): Promise<readonly Uint8Array[]> {
    return this.#reader.leaves(options);
  }

  subscribe(options: { fromPosition: bigint; batchSize?: number } & ReadFilter): Subscription {
    const live = subscription(
      {
        read: (from, limit) => {
          this.#arrivals.listen();
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

  async positionOf(cursor: bigint): Promise<bigint> {
    return cursor;
  }

  positionOfEvent(eventId: string): Promise<bigint | null> {
    return this.#reader.positionOfEvent(eventId);
  }

  erase(erasurePosition: bigint): Promise<number> {
    return overFaults(this.#patience, () => eraseAt(askOf(this.#pool), erasurePosition));
  }

  /** Appends taken in before are still answered. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#queue.drained();
    this.#closing.abort();
    await Promise.all([...this.#subscriptions].map((live) => live.close()));
    await this.#arrivals.close();
    await this.#pool.end();
  }

  /**
   * The quick way first. Whoever of the group made it fail, and whether a lost connection took the answer
   * after the commit, only the careful way can say: it looks for the ids before it stores anything.
   */
  async #commit(group: readonly SealedAppend[]): Promise<Outcome[]> {
    const outcomes = (await this.#commitQuickly(group)) ?? (await this.#commitCarefully(group));
    this.#arrivals.announce();
    return outcomes;
  }

  async #commitQuickly(group: readonly SealedAppend[]): Promise<Outcome[] | null> {
    if (!group.every(isDecided)) return null;
    try {
      return await appendGroup(this.#pool, group);
    } catch (error) {
      if (isGroupObjection(error) || isConnectionFault(error)) return null;
      throw error;
    }
  }

  #commitCarefully(group: readonly SealedAppend[]): Promise<Outcome[]> {
    return overFaults(this.#patience, () => appendEach(this.#pool, group));
  }
}

/** The ledger in PostgreSQL. Connects at first use. */
export const openPostgresStore = (options: PostgresStoreOptions): EventStore => new PostgresEventStore(options);
