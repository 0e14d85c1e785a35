import { leafHash } from '#evidence/leaf.ts';
import type { Opening } from '#evidence/sealed/sealed-field.ts';
import { streamName, unseal } from '../envelope.ts';
import { erasureIn, noErasure } from '../erasure.ts';
import type { RawEvent, ReadFilter, StoredEvent } from '../event-store.ts';
import { overFaults, type Patience } from '../postgres/connection-faults.ts';
import type { Stretch } from '../subscription.ts';
import type { UpcasterChain } from '../upcasters.ts';
import { isBefore, type Cluster, type Entry } from './cluster.ts';
import type { LedgerOrder, Place } from './ledger-order.ts';
import type { SealedValues } from './sealed-values.ts';

type Direction = 'forward' | 'backward';
type StreamRange = { direction?: Direction; fromRevision?: number; limit?: number };
type LedgerRange = { direction?: Direction; fromPosition?: bigint; limit?: number } & ReadFilter;

/** The cluster no longer holds what was numbered, byte for byte: it was truncated, scavenged, or is another one. */
export class LedgerDiverged extends Error {}

type StreamPage = { readonly backward: boolean; readonly from: number; readonly count: number };
type Unopened = { readonly place: Place; readonly entry: Entry };
type Body = {
  readonly place: Place;
  readonly type: string;
  readonly canonical: string;
  readonly openings: readonly Opening[];
};

/** Where the parts of the ledger lie: bodies, order, and the values of sealed fields. */
export type Places = { readonly cluster: Cluster; readonly order: LedgerOrder; readonly values: SealedValues };

/** Events fetched at once. Bounds memory at `pageEvents` × `maxEventBytes`, and what a fault makes fetch again. */
const pageEvents = 500;

/** Events passed over in one read of `$all` where those looked for lie far apart. */
const mostAtOnce = 10_000;

const lastPosition = 2n ** 63n - 1n;
const lastRevision = 2 ** 31 - 1;

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

const textOf = ({ bytes }: Entry): string => Buffer.from(bytes).toString('utf8');

const bodyAt = (place: Place, entry: Entry | null): Unopened => {
  if (entry?.id === place.id && Buffer.from(leafHash(entry.bytes)).equals(place.leaf)) return { place, entry };
  throw new LedgerDiverged(`event ${place.id} at position ${place.position} is not what was numbered`);
};

/**
 * Reads in pages, each fetched whole or again. Places come from the order, bodies from the cluster, and every
 * body read in ledger order is compared with the leaf hash kept beside its place.
 */
export class EventStoreDbReader {
  private readonly cluster: Cluster;
  private readonly order: LedgerOrder;
  private readonly values: SealedValues;

  constructor(
    { cluster, order, values }: Places,
    private readonly upcast: UpcasterChain,
    private readonly patience: Patience,
  ) {
    this.cluster = cluster;
    this.order = order;
    this.values = values;
  }

  async *stream(
    stream: string,
    { direction = 'forward', fromRevision, limit = Infinity }: StreamRange,
  ): AsyncGenerator<StoredEvent, void, undefined> {
    const name = streamName(stream);
    const backward = direction === 'backward';
    const step = backward ? -1 : 1;
    let from = Math.min(fromRevision ?? (backward ? lastRevision : 0), lastRevision);
    if (!backward) from = Math.max(0, from);
    for (let left = limit; left > 0 && from >= 0;) {
      const range = { backward, from, count: Math.min(left, pageEvents) };
      const { events, last } = await overFaults(this.patience, () => this.#streamPage(name, range));
      yield* events;
      if (last === null) return;
      from = last + step;
      left -= events.length;
    }
  }

  async *ledger(range: LedgerRange): AsyncGenerator<StoredEvent, void, undefined> {
    for await (const body of this.#bodies(range)) yield this.#event(body);
  }

  async *raw(range: { fromPosition?: bigint; limit?: number }): AsyncGenerator<RawEvent, void, undefined> {
    for await (const { place, ...body } of this.#bodies(range)) {
      const { position, stream, revision, id, leaf } = place;
      yield { position, stream, revision, id, leaf, ...body };
    }
  }

  /** The next events for a subscriber. With a filter, `next` passes over everything that does not match. */
  stretch(from: bigint, limit: number, filter: ReadFilter): Promise<Stretch> {
    return overFaults(this.patience, async () => {
      let places = await this.order.forward(from, limit, filter);
      let head = -1n;
      if (places.length < limit) {
        await this.order.catchUp();
        head = await this.order.head();
        places = await this.order.forward(from, limit, filter);
      }
      const bodies = await this.#fetch(places);
      const afterLast = (places.at(-1)?.position ?? from - 1n) + 1n;
      const complete = places.length < limit && head >= afterLast;
      return {
        events: bodies.map((body) => this.#event(body)),
        next: complete ? head + 1n : afterLast,
      };
    });
  }

  streamHead(stream: string): Promise<number | null> {
    const name = streamName(stream);
    return overFaults(this.patience, async () => {
      const [last] = await collect(this.cluster.readStream(name, { backward: true, from: null, count: 1 }));
      return last?.revision ?? null;
    });
  }

  headPosition(): Promise<bigint> {
    return overFaults(this.patience, async () => {
      await this.order.catchUp();
      return this.order.head();
    });
  }

  /** Commit position of the last event; -1n: none. */
  headCursor(): Promise<bigint> {
    return overFaults(this.patience, async () => {
      await this.order.catchUp();
      const [last] = await this.order.backward(lastPosition, 1, {});
      return last?.cursor.commit ?? -1n;
    });
  }

  erase(position: bigint): Promise<number> {
    return overFaults(this.patience, async () => {
      await this.order.catchUp();
      const [place] = await this.order.forward(position, 1, {});
      if (place?.position !== position) throw noErasure(position);
      const [body] = await this.#fetch([place]);
      const canonical = body?.canonical ?? '';
      erasureIn(canonical, position);
      return this.values.erase(position, canonical);
    });
  }

  positionOf(cursor: bigint): Promise<bigint> {
    return overFaults(this.patience, async () => {
      await this.order.catchUp();
      return this.order.positionAt(cursor);
    });
  }

  /** What lies at these revisions of a stream. One attempt. */
  async entriesAt(stream: string, revisions: readonly number[]): Promise<Entry[]> {
    const from = Math.min(...revisions);
    const found = await collect(this.cluster.readStream(stream, { from, count: Math.max(...revisions) - from + 1 }));
    return found.flatMap(({ revision, entry }) => (entry !== null && revisions.includes(revision) ? [entry] : []));
  }

  /** `last` is the revision at which the page ended; null: it ended with the stream. */
  async #streamPage(stream: string, range: StreamPage): Promise<{ events: StoredEvent[]; last: number | null }> {
    const found = await collect(this.cluster.readStream(stream, range));
    const last = found.length < range.count ? null : (found.at(-1)?.revision ?? null);
    const entries = found.flatMap(({ entry }) => entry ?? []);
    if (entries.length === 0) return { events: [], last };
    // After the events were seen: then they are in what is numbered now.
    await this.order.catchUp();
    const revisions = entries.map(({ revision }) => revision);
    const places = await this.order.inStream(stream, Math.min(...revisions), Math.max(...revisions));
    const byRevision = new Map(places.map((place) => [place.revision, place]));
    const unopened = entries.map((entry) => {
      const place = byRevision.get(entry.revision);
      if (place === undefined) throw new LedgerDiverged(`${stream}@${entry.revision} is not in $all`);
      return { place, entry };
    });
    return { events: (await this.#opened(unopened)).map((body) => this.#event(body)), last };
  }

  async *#bodies(range: LedgerRange): AsyncGenerator<Body, void, undefined> {
    const backward = range.direction === 'backward';
    let from = range.fromPosition ?? (backward ? lastPosition : 0n);
    await overFaults(this.patience, () => this.order.catchUp());
    for (let left = range.limit ?? Infinity; left > 0;) {
      const asked = Math.min(left, pageEvents);
      const bodies = await overFaults(this.patience, async () =>
        backward
          ? (await this.#fetch((await this.order.backward(from, asked, range)).toReversed())).toReversed()
          : this.#fetch(await this.order.forward(from, asked, range)),
      );
      yield* bodies;
      const last = bodies.at(-1)?.place.position;
      if (bodies.length < asked || last === undefined) return;
      from = last + (backward ? -1n : 1n);
      left -= bodies.length;
    }
  }

  /**
   * `places` in ascending order; one pass over `$all` from the first to the last of them, in reads that grow: near
   * each other they take little more than they need, far apart they take few.
   */
  async #fetch(places: readonly Place[]): Promise<Body[]> {
    const bodies: Unopened[] = [];
    let from = places[0]?.cursor ?? null;
    for (let count = places.length + 16; bodies.length < places.length; count = Math.min(4 * count, mostAtOnce)) {
      let read = 0;
      for await (const { cursor, entry } of this.cluster.readAll(from, count)) {
        read += 1;
        from = cursor;
        const place = places[bodies.length];
        if (place !== undefined && !isBefore(cursor, place.cursor)) bodies.push(bodyAt(place, entry));
      }
      const next = places[bodies.length];
      if (next !== undefined && read < count) bodies.push(bodyAt(next, null));
    }
    return this.#opened(bodies);
  }

  async #opened(bodies: readonly Unopened[]): Promise<Body[]> {
    const read = bodies.map(({ place, entry }) => ({ id: place.id, canonical: textOf(entry) }));
    const openings = await this.values.of(read);
    return bodies.map(({ place, entry }, index) => {
      return {
        place,
        type: entry.type,
        canonical: read[index]?.canonical ?? '',
        openings: openings.get(place.id) ?? [],
      };
    });
  }

  #event({ place: { position, revision }, ...kept }: Body): StoredEvent {
    return unseal(kept, { revision, position }, this.upcast);
  }
}
