import type pg from 'pg';
import { streamName, unseal } from '../envelope.ts';
import type { RawEvent, ReadFilter, StoredEvent } from '../event-store.ts';
import type { Stretch } from '../subscription.ts';
import type { UpcasterChain } from '../upcasters.ts';
import { overFaults, type Patience } from './connection-faults.ts';

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
  constructor(
    private readonly pool: pg.Pool,
    private readonly upcast: UpcasterChain,
    private readonly patience: Patience,
  ) {}

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
      for (const row of rows) {
        from = row[1] + step(direction);
        yield this.#event(row);
      }
      left = rows.length < asked ? 0 : left - rows.length;
    }
  }

  async *ledger(range: LedgerRange): AsyncGenerator<StoredEvent, void, undefined> {
    const { direction = 'forward', fromPosition, limit = Infinity } = range;
    let from = fromPosition ?? (direction === 'forward' ? 0n : lastPosition);
    for (let left = limit; left > 0;) {
      const asked = Math.min(left, pageRows);
      const rows = await this.#page(direction, from, asked, range);
      for (const row of rows) {
        from = BigInt(row[0]) + BigInt(step(direction));
        yield this.#event(row);
      }
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
      for (const [position, stream, revision, id, type, canonical, leaf] of rows) {
        from = BigInt(position) + 1n;
        yield {
          position: BigInt(position),
          stream,
          revision,
          id,
          type,
          canonical,
          leaf: new Uint8Array(leaf),
          openings: [],
        };
      }
      left = rows.length < asked ? 0 : left - rows.length;
    }
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
    return { events: rows.map((row) => this.#event(row)), next: complete ? head + 1n : afterLast };
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
    const query = { name, text, values: [...values], rowMode: 'array' as const };
    const { rows } = await overFaults(this.patience, () => this.pool.query(query));
    return rows as unknown as readonly Row[];
  }

  #event([position, revision, canonical]: EventRow): StoredEvent {
    return unseal(canonical, { revision, position: BigInt(position) }, this.upcast);
  }
}
