import { randomUUID } from 'node:crypto';
import { EventRefused, RevisionConflict, SeveralStreamsRefused, type AppendResult } from '../event-store.ts';
import { overFaults, type Patience } from '../postgres/connection-faults.ts';
import { firstResult, type KnownEvent, type SealedAppend, type SealedRequest } from '../sealed-append.ts';
import type { Cluster, Entry } from './cluster.ts';
import { LedgerDiverged, type EventStoreDbReader, type Places } from './eventstoredb-reader.ts';
import type { InFlight } from './in-flight.ts';
import type { LedgerOrder, Place } from './ledger-order.ts';
import type { SealedValues } from './sealed-values.ts';

/** Streams and types that begin with `$` are the server's own, and no part of the ledger's order. */
const refuseSystemNames = ({ stream, events }: SealedRequest): void => {
  if (stream.startsWith('$')) throw new EventRefused('malformed-stream', `${stream} is a system stream`);
  const system = events.find(({ type }) => type.startsWith('$'));
  if (system !== undefined) throw new EventRefused('malformed-type', `${system.type} of event ${system.id}`);
};

const onlyRequest = ({ requests }: SealedAppend): SealedRequest => {
  const [request, ...others] = requests;
  if (request === undefined) throw new EventRefused('no-events', 'no stream named');
  if (others.length > 0) throw new SeveralStreamsRefused(requests.map(({ stream }) => stream));
  return request;
};

/**
 * EventStoreDB looks for a repeated id only in the stream named, for a time or where the events would have to
 * be, and never compares contents. So ids are looked for in the order before anything is stored; what could
 * still slip in between, the answer is checked for. An id used for another stream by another process in this
 * very moment is not noticed: both are stored.
 */
export class Appender {
  private readonly cluster: Cluster;
  private readonly order: LedgerOrder;
  private readonly values: SealedValues;

  constructor(
    { cluster, order, values }: Places,
    private readonly reader: EventStoreDbReader,
    private readonly limits: { readonly inFlight: InFlight; readonly patience: Patience },
  ) {
    this.cluster = cluster;
    this.order = order;
    this.values = values;
  }

  /** Durable when it returns. */
  async append(append: SealedAppend): Promise<AppendResult> {
    const request = onlyRequest(append);
    refuseSystemNames(request);
    const { inFlight, patience } = this.limits;
    const appendId = randomUUID();
    const ids = append.events.map(({ id }) => id);
    return inFlight.run(ids, () => overFaults(patience, () => this.#attempt(append, request, appendId)));
  }

  /** Harmless to repeat: ids that an earlier attempt stored are found. */
  async #attempt(append: SealedAppend, request: SealedRequest, appendId: string): Promise<AppendResult> {
    const before = await this.#resultOfKnown(append, appendId);
    if (before !== null) return before;
    // Before the event: it must never be there without them. Those of an append that is refused leave again.
    await this.values.keep(append.events);
    try {
      const { last, commit } = await this.cluster.append(request, appendId);
      const own = await this.#isOwn(request.stream, last, appendId);
      if (own) return { cursor: commit, revisions: [last], repeated: false };
    } catch (error) {
      if (!(error instanceof RevisionConflict || error instanceof EventRefused)) throw error;
      const meanwhile = await this.#resultOfKnown(append, appendId);
      if (meanwhile !== null) return meanwhile;
      await this.values.drop(append.events);
      throw error;
    }
    const others = await this.#resultOfKnown(append, appendId);
    if (others === null) throw new LedgerDiverged(`${request.stream}: what was answered for cannot be found`);
    return others;
  }

  /**
   * What the cluster answers for may be what another call with the same ids has stored, with whatever content.
   * An append is one or the other, whole, so its last event tells.
   */
  async #isOwn(stream: string, last: number, appendId: string): Promise<boolean> {
    const [entry] = await this.reader.entriesAt(stream, [last]);
    return entry?.appendId === appendId;
  }

  /** Null: none of the ids is known. Throws EventIdReused. */
  async #resultOfKnown(append: SealedAppend, appendId: string): Promise<AppendResult | null> {
    await this.order.catchUp();
    const places = await this.order.withIds(append.events.map(({ id }) => id));
    if (places.length === 0) return null;
    const entries = await this.#entriesOf(places);
    const texts = places.map(({ id }) => ({
      id,
      canonical: Buffer.from(entries.get(id)?.bytes ?? []).toString('utf8'),
    }));
    const openings = await this.values.of(texts);
    const known = new Map<string, KnownEvent>();
    for (const [index, { id, stream, revision, cursor }] of places.entries()) {
      const kept = { canonical: texts[index]?.canonical ?? '', openings: openings.get(id) ?? [] };
      // The commit position stands for the position: firstResult only looks for the highest.
      if (!known.has(id)) known.set(id, { stream, revision, position: cursor.commit, ...kept });
    }
    const result = firstResult(append, known);
    return { ...result, repeated: [...entries.values()].some((entry) => entry.appendId !== appendId) };
  }

  async #entriesOf(places: readonly Place[]): Promise<Map<string, Entry>> {
    const entries = new Map<string, Entry>();
    for (const name of new Set(places.map(({ stream }) => stream))) {
      const revisions = places.flatMap(({ stream, revision }) => (stream === name ? [revision] : []));
      for (const entry of await this.reader.entriesAt(name, revisions)) entries.set(entry.id, entry);
    }
    return entries;
  }
}
