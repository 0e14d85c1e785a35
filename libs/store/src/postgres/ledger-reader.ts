import type pg from 'pg';
import { streamName, unseal, uuid } from '../envelope.ts';
import type { RawEvent, ReadFilter, StoredEvent } from '../event-store.ts';
import type { Stretch } from '../subscription.ts';
import type { UpcasterChain } from '../upcasters.ts';
import { overFaults, type Patience } from './connection-faults.ts';
import { readLeaves, type LeafRange } from './leaves.ts';
import { askOf, openingsOf, type Ask, type Openings } from './sealed-values.ts';

type Direction = 'forward' | 'backward';
type StreamRange = { direction?: Direction; fromRevision?: number; limit?: number };
type LedgerRange = { direction?: Direction; fromPosition?: bigint; limit?: number } & ReadFilter;

/** Rows fetched at once. Bounds memory at `pageRows` × `maxEventBytes`, in practice about half a megabyte. */
const pageRows = 1_000;

/** The row of a page query: position, revision, canonical text. */
type EventRow = readonly [string, number, string];
type RawRow = readonly [string, string, number, string, string, string, Buffer];

const order = (direction: Direction): string => (direction === 'forward' ? 'asc' : 'desc');
const reach = (direction: Direction): string => (direction === 'forward' ? '>=' : '<=');
const step = (direction: Direction): number => (direction === 'forward' ? 1 : -1);

/** What bigint holds; a start beyond it means the end. */
const lastPosition = 2n ** 63n - 1n;
const lastRevision = 2 ** 31 - 1;

/**
 * Reads in pages, each a statement of its own from where the last one ended. Nothing stored ever changes or
 * moves, so the pages together are one consistent reading, and no transaction stays open meanwhile.
 */
export class LedgerReader {
  /** Puts a statement over faults of the connection: harmless to repeat, as each only reads. */
  private readonly ask: Ask;

  constructor(
    pool: pg.Pool,
    private readonly upcast: UpcasterChain,
    patience: Patience,
  ) {
    const once = askOf(pool);
    this.ask = (name, text, values) => overFaults(patience, () => once(name, text, values));
  }

  async *stream(
    stream: string,
    { direction = 'forward', fromRevision, limit = Infinity }: StreamRange,
  ): AsyncGenerator<StoredEvent, void, undefined> {
    const name = streamName(stream);
    let from = fromRevision ?? (direction === 'forward' ? 0 : lastRevision);
    for (let left = limit; left > 0;) {
      const asked = Math.min(left, pageRows);
      const rows = await this.#rows<EventRow>(
        `stream_${direction}`,
        `select position, revision, canonical from ledger.event
         where stream = $1 and revision ${reach(direction)} $2 order by revision ${order(direction)} limit $3`,
        [name, Math.max(-1, Math.min(from, lastRevision)), asked],
      );
      from = (rows.at(-1)?.[1] ?? from) + step(direction);
      const openings = await this.#openings(rows);
      for (const row of rows) yield this.#event(row, openings);
      left = rows.length < asked ? 0 : left - rows.length;
    }
  }

  async *ledger(range: LedgerRange): AsyncGenerator<StoredEvent, void, undefined> {
    const { direction = 'forward', fromPosition, limit = Infinity } = range;
    let from = fromPosition ?? (direction === 'forward' ? 0n : lastPosition);
    for (let left = limit; left > 0;) {
      const asked = Math.min(left, pageRows);
      const rows = await this.#page(direction, from, asked, range);
      from = BigInt(rows.at(-1)?.[0] ?? from) + BigInt(step(direction));
      const openings = await this.#openings(rows);
      for (const row of rows) yield this.#event(row, openings);
      left = rows.length < asked ? 0 : left - rows.length;
    }
  }

  async *raw({
    fromPosition = 0n,
    limit = Infinity,
  }: {
    fromPosition?: bigint;
    limit?: number;
  }): AsyncGenerator<RawEvent, void, undefined> {
    let from = fromPosition;
    for (let left = limit; left > 0;) {
      const asked = Math.min(left, pageRows);
      const rows = await this.#rows<RawRow>(
        'raw',
        `select position, stream, revision, id, type, canonical, leaf from ledger.event
         where position >= $1 order by position limit $2`,
        [from, asked],
      );
      const openings = await openingsOf(
        this.ask,
        rows.map(([position, , , , , canonical]) => ({ position, canonical })),
      );
      for (const [place, stream, revision, id, type, canonical, leaf] of rows) {
        const position = BigInt(place);
        const kept = { canonical, leaf: new Uint8Array(leaf), openings: openings.of({ position, canonical }) };
        yield { position, stream, revision, id, type, ...kept };
        from = position + 1n;
      }
      left = rows.length < asked ? 0 : left - rows.length;
    }
  }

  leaves(range: LeafRange): Promise<readonly Uint8Array[]> {
    return readLeaves(this.ask, range);
  }

  /** The next events for a subscriber. With a filter, `next` passes over everything that does not match. */
  async stretch(from: bigint, limit: number, filter: ReadFilter): Promise<Stretch> {
    const filtered = filter.types !== undefined || filter.categories !== undefined;
    // Asked before the events: all up to this head are visible to the statement that follows.
    const head = filtered ? await this.headPosition() : -1n;
    const rows = await this.#page('forward', from, limit, filter);
    const last = rows.at(-1);
    const afterLast = last === undefined ? from : BigInt(last[0]) + 1n;
    const complete = rows.length < limit && head >= afterLast;
    const openings = await this.#openings(rows);
    return { events: rows.map((row) => this.#event(row, openings)), next: complete ? head + 1n : afterLast };
  }

  async streamHead(stream: string): Promise<number | null> {
    const [row] = await this.#rows<[number]>(
      'stream_head',
      'select revision from ledger.event where stream = $1 order by revision desc limit 1',
      [streamName(stream)],
    );
    return row?.[0] ?? null;
  }

  async headPosition(): Promise<bigint> {
    const [row] = await this.#rows<[string]>('head', 'select next_position - 1 from ledger.counter', []);
    return BigInt(row?.[0] ?? -1);
  }

  async positionOfEvent(eventId: string): Promise<bigint | null> {
    if (!uuid.test(eventId)) return null;
    const [row] = await this.#rows<[string]>('event_position', 'select position from ledger.event where id = $1', [
      eventId,
    ]);
    return row === undefined ? null : BigInt(row[0]);
  }

  #page(direction: Direction, from: bigint, limit: number, filter: ReadFilter): Promise<readonly EventRow[]> {
    const values: unknown[] = [from, limit];
    let where = `position ${reach(direction)} $1`;
    if (filter.types !== undefined) where += ` and type = any ($${values.push(filter.types)})`;
    if (filter.categories !== undefined) {
      where += ` and split_part(stream, '-', 1) = any ($${values.push(filter.categories)})`;
    }
    const name = `page_${direction}${filter.types ? '_types' : ''}${filter.categories ? '_categories' : ''}`;
    const text = `select position, revision, canonical from ledger.event
                  where ${where} order by position ${order(direction)} limit $2`;
    return this.#rows<EventRow>(name, text, values);
  }

  async #rows<Row extends readonly unknown[]>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    return (await this.ask(name, text, values)) as unknown as readonly Row[];
  }

  #openings(rows: readonly EventRow[]): Promise<Openings> {
    return openingsOf(
      this.ask,
      rows.map(([position, , canonical]) => ({ position, canonical })),
    );
  }

  #event([position, revision, canonical]: EventRow, openings: Openings): StoredEvent {
    const kept = { canonical, openings: openings.of({ position, canonical }) };
    return unseal(kept, { revision, position: BigInt(position) }, this.upcast);
  }
}
