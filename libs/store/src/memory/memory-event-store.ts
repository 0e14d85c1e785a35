import { leafHash } from '#evidence/leaf.ts';
import type { Opening } from '#evidence/sealed/sealed-field.ts';
import { categoryOf, streamName, unseal, type SealedEvent } from '../envelope.ts';
import { erasureIn, noErasure } from '../erasure.ts';
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
import { refuseConflict } from '../expected-revision.ts';
import { firstResult, sealAppend, type KnownEvent, type SealedAppend } from '../sealed-append.ts';
import { Bell, subscription, type Stretch } from '../subscription.ts';
import { chainUpcasters, ledgerUpcasters, type Upcaster, type UpcasterChain } from '../upcasters.ts';

type Entry = Omit<KnownEvent, 'openings'> & {
  readonly id: string;
  readonly type: string;
  /** By pointer in order; what is erased leaves. */
  openings: readonly Opening[];
};

export type MemoryStoreOptions = {
  readonly upcasters?: readonly Upcaster[];
  /** Asked at every append: what its events carry as their anchor. Default: none. */
  readonly anchor?: () => string | null;
};

const byPath = (one: Opening, other: Opening): number => (one.path < other.path ? -1 : 1);

type Range = { readonly direction?: 'forward' | 'backward' | undefined; readonly from: number | undefined };

/** Copies what is there now, so that a reader sees one moment however slowly it reads. */
const slice = (entries: readonly Entry[], { direction = 'forward', from }: Range): Entry[] =>
  direction === 'forward'
    ? entries.slice(Math.max(0, from ?? 0))
    : entries.slice(0, from === undefined ? undefined : Math.max(0, from + 1)).reverse();

const matching = ({ types, categories }: ReadFilter): ((entry: Entry) => boolean) => {
  const wantedTypes = types && new Set(types);
  const wantedCategories = categories && new Set(categories);
  return (entry) => (wantedTypes?.has(entry.type) ?? true) && (wantedCategories?.has(categoryOf(entry.stream)) ?? true);
};

/** The whole ledger in this process's memory: for tests, and the plainest statement of what the port means. */
export class MemoryEventStore implements EventStore {
  readonly #ledger: Entry[] = [];
  readonly #streams = new Map<string, Entry[]>();
  readonly #byId = new Map<string, Entry>();
  readonly #bell = new Bell();
  readonly #subscriptions = new Set<Subscription>();
  readonly #upcast: UpcasterChain;
  readonly #anchor: () => string | null;

  constructor({ upcasters = ledgerUpcasters, anchor = () => null }: MemoryStoreOptions = {}) {
    this.#upcast = chainUpcasters(upcasters);
    this.#anchor = anchor;
  }

  async append(request: StreamAppend): Promise<AppendResult> {
    return this.#commit(sealAppend([request], this.#anchor()));
  }

  async appendAtomically(requests: readonly StreamAppend[]): Promise<AppendResult> {
    return this.#commit(sealAppend(requests, this.#anchor()));
  }

  async importStreams(source: AsyncIterable<ImportedStream> | Iterable<ImportedStream>): Promise<ImportResult> {
    let [streams, events, repeatedStreams] = [0, 0, 0];
    for await (const { stream, events: brought } of source) {
      const sealed = sealAppend([{ stream, expected: 'no-stream', events: brought }], this.#anchor());
      if (this.#commit(sealed).repeated) {
        repeatedStreams += 1;
      } else {
        streams += 1;
        events += sealed.events.length;
      }
    }
    return { streams, events, repeatedStreams, cursor: await this.headPosition() };
  }

  async *readStream(
    stream: string,
    options: { direction?: 'forward' | 'backward'; fromRevision?: number; limit?: number } = {},
  ): AsyncGenerator<StoredEvent, void, undefined> {
    const entries = this.#streams.get(streamName(stream)) ?? [];
    const found = slice(entries, { direction: options.direction, from: options.fromRevision });
    for (const entry of found.slice(0, options.limit)) yield this.#read(entry);
  }

  async *readAll(
    options: { direction?: 'forward' | 'backward'; fromPosition?: bigint; limit?: number } & ReadFilter = {},
  ): AsyncGenerator<StoredEvent, void, undefined> {
    const from = options.fromPosition === undefined ? undefined : Number(options.fromPosition);
    const found = slice(this.#ledger, { direction: options.direction, from }).filter(matching(options));
    for (const entry of found.slice(0, options.limit)) yield this.#read(entry);
  }

  async *readRaw(options: { fromPosition?: bigint; limit?: number } = {}): AsyncGenerator<RawEvent, void, undefined> {
    const found = slice(this.#ledger, { from: Number(options.fromPosition ?? 0n) });
    for (const entry of found.slice(0, options.limit)) yield { ...entry, leaf: leafHash(Buffer.from(entry.canonical)) };
  }

  async readLeaves(options: { fromPosition: bigint; limit: number }): Promise<readonly Uint8Array[]> {
    const leaves: Uint8Array[] = [];
    for await (const { leaf } of this.readRaw(options)) leaves.push(leaf);
    return leaves;
  }

  subscribe(options: { fromPosition: bigint; batchSize?: number } & ReadFilter): Subscription {
    const matches = matching(options);
    const read = async (from: bigint, limit: number): Promise<Stretch> => {
      const events: StoredEvent[] = [];
      let next = Number(from);
      for (; next < this.#ledger.length && events.length < limit; next += 1) {
        const entry = this.#ledger[next];
        if (entry !== undefined && matches(entry)) events.push(this.#read(entry));
      }
      return { events, next: BigInt(next) };
    };
    const live = subscription({ read, bell: this.#bell, closed: () => this.#subscriptions.delete(live) }, options);
    this.#subscriptions.add(live);
    return live;
  }

  async streamHead(stream: string): Promise<number | null> {
    return this.#head(streamName(stream));
  }

  async headPosition(): Promise<bigint> {
    return BigInt(this.#ledger.length) - 1n;
  }

  async positionOf(cursor: bigint): Promise<bigint> {
    return cursor;
  }

  async positionOfEvent(eventId: string): Promise<bigint | null> {
    return this.#byId.get(eventId)?.position ?? null;
  }

  async erase(erasurePosition: bigint): Promise<number> {
    const recorded = this.#ledger[Number(erasurePosition)];
    if (recorded === undefined) throw noErasure(erasurePosition);
    const { eventId, paths } = erasureIn(recorded.canonical, erasurePosition);
    const entry = this.#byId.get(eventId);
    if (entry === undefined || entry.position >= erasurePosition) return 0;
    const before = entry.openings.length;
    entry.openings = entry.openings.filter(({ path }) => !paths.includes(path));
    return before - entry.openings.length;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((live) => live.close()));
  }

  #head(stream: string): number | null {
    const entries = this.#streams.get(stream);
    return entries === undefined ? null : entries.length - 1;
  }

  /** Runs without yielding, so an append is atomic and its position follows the last one. */
  #commit(append: SealedAppend): AppendResult {
    if (append.events.some(({ id }) => this.#byId.has(id))) return firstResult(append, this.#byId);
    for (const { stream, expected } of append.requests) refuseConflict(stream, expected, this.#head(stream));
    for (const event of append.events) this.#store(event);
    this.#bell.ring();
    return {
      cursor: BigInt(this.#ledger.length) - 1n,
      revisions: append.requests.map(({ stream }) => this.#head(stream) ?? -1),
      repeated: false,
    };
  }

  #store(event: SealedEvent): void {
    const stream = this.#streams.get(event.stream) ?? [];
    const { id, type, canonical } = event;
    const place = { stream: event.stream, revision: stream.length, position: BigInt(this.#ledger.length) };
    const entry = { id, type, canonical, openings: event.openings.toSorted(byPath), ...place };
    this.#streams.set(event.stream, stream);
    stream.push(entry);
    this.#ledger.push(entry);
    this.#byId.set(entry.id, entry);
  }

  #read({ revision, position, ...kept }: Entry): StoredEvent {
    return unseal(kept, { revision, position }, this.#upcast);
  }
}
