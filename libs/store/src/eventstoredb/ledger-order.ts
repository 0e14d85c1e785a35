import type pg from 'pg';
import { leafHash } from '#evidence/leaf.ts';
import type { ReadFilter } from '../event-store.ts';
import type { Cluster, Cursor, Entry } from './cluster.ts';

/** An event of the ledger in its place, without its body. */
export type Place = {
  readonly position: bigint;
  readonly cursor: Cursor;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly leaf: Uint8Array;
};

type Row = readonly [string, string, string, string, string, number, Buffer];

const columns = 'position, commit_position, prepare_position, id, stream, revision, leaf';

const placeOf = ([position, commit, prepare, id, stream, revision, leaf]: Row): Place => ({
  position: BigInt(position),
  cursor: { commit: BigInt(commit), prepare: BigInt(prepare) },
  id,
  stream,
  revision,
  leaf: new Uint8Array(leaf),
});

/** Before everything in `$all`. */
const nowhere: Cursor = { commit: -1n, prepare: -1n };

const same = (one: Cursor, other: Cursor): boolean => one.commit === other.commit && one.prepare === other.prepare;

/** Events numbered in one transaction. */
const batchEvents = 1_000;
/** Events that are not the ledger's, after which it is noted that they need not be looked at again. */
const noteForeignEvery = 1_000;

/**
 * Gives every event of the ledger its position, in the order of `$all`, and remembers where it lies. The
 * numbers follow from `$all` alone: it does not matter who assigns them, so whoever needs one first does.
 */
export class LedgerOrder {
  /** Up to where the counter in PostgreSQL says that `$all` has been looked at; null: not asked yet. */
  #noted: Cursor | null = null;
  /** Up to where this process has looked; between the two lies nothing of the ledger. */
  #looked: Cursor = nowhere;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly cluster: Cluster,
  ) {}

  /** Where to follow `$all` from; null: from its beginning. */
  get looked(): Cursor | null {
    return this.#looked.commit < 0n ? null : this.#looked;
  }

  /** Everything that the cluster had answered for before this call has its position when it returns. */
  catchUp(): Promise<void> {
    if (this.#running === null) return this.#start();
    // What is under way may have passed the end of $all already; callers meanwhile share the one after it.
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  /** Position of the last event numbered; -1n: none. */
  async head(): Promise<bigint> {
    const { rows } = await this.pool.query<[string]>({
      text: 'select next_position - 1 from ledger_order.counter',
      rowMode: 'array',
    });
    return BigInt(rows[0]?.[0] ?? -1);
  }

  /** Position of the last event up to a commit position; -1n: none. */
  async positionAt(commit: bigint): Promise<bigint> {
    const { rows } = await this.pool.query<[string]>({
      text: `select position from ledger_order.place where commit_position <= $1
             order by commit_position desc, prepare_position desc limit 1`,
      values: [commit],
      rowMode: 'array',
    });
    return BigInt(rows[0]?.[0] ?? -1);
  }

  withIds(ids: readonly string[]): Promise<Place[]> {
    return this.#places('where id = any ($1) order by position', [ids]);
  }

  /** Of the revisions `from` to `to`. */
  inStream(stream: string, from: number, to: number): Promise<Place[]> {
    return this.#places('where stream = $1 and revision between $2 and $3', [stream, from, to]);
  }

  forward(from: bigint, limit: number, { types = null, categories = null }: Nullable<ReadFilter>): Promise<Place[]> {
    return this.#places(`where position >= $1 and ${filter} order by position limit $2`, [
      from,
      limit,
      types,
      categories,
    ]);
  }

  /** In descending order. */
  backward(from: bigint, limit: number, { types = null, categories = null }: Nullable<ReadFilter>): Promise<Place[]> {
    return this.#places(`where position <= $1 and ${filter} order by position desc limit $2`, [
      from,
      limit,
      types,
      categories,
    ]);
  }

  async #places(condition: string, values: readonly unknown[]): Promise<Place[]> {
    const { rows } = await this.pool.query<[...Row]>({
      text: `select ${columns} from ledger_order.place ${condition}`,
      values: [...values],
      rowMode: 'array',
    });
    return rows.map(placeOf);
  }

  #start(): Promise<void> {
    this.#next = null;
    const running = this.#scan().finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }

  async #scan(): Promise<void> {
    while (!(await this.#scanOnce()));
  }

  /** False when another process has numbered meanwhile, and what was found here must be looked for again. */
  async #scanOnce(): Promise<boolean> {
    const noted = (this.#noted ??= await this.#readNoted());
    let [batch, foreign]: [(Entry & { cursor: Cursor })[], number] = [[], 0];
    let from = noted;
    let looked = this.#looked;
    const note = async (): Promise<boolean> => {
      if (!(await this.#assign(from, looked, batch))) return false;
      [from, batch, foreign] = [looked, [], 0];
      [this.#noted, this.#looked] = [looked, looked];
      return true;
    };
    for await (const { cursor, entry } of this.cluster.readAll(this.looked)) {
      if (same(cursor, this.#looked)) continue;
      looked = cursor;
      if (entry === null) foreign += 1;
      else batch.push({ ...entry, cursor });
      if ((batch.length >= batchEvents || foreign >= noteForeignEvery) && !(await note())) return this.#lookAgain();
    }
    if (batch.length > 0 && !(await note())) return this.#lookAgain();
    this.#looked = looked;
    return true;
  }

  #lookAgain(): false {
    this.#noted = null;
    return false;
  }

  async #readNoted(): Promise<Cursor> {
    const { rows } = await this.pool.query<[string, string]>({
      text: 'select scanned_commit, scanned_prepare from ledger_order.counter',
      rowMode: 'array',
    });
    const [commit, prepare] = rows[0] ?? [-1, -1];
    this.#looked = { commit: BigInt(commit), prepare: BigInt(prepare) };
    return this.#looked;
  }

  async #assign(from: Cursor, to: Cursor, batch: readonly (Entry & { cursor: Cursor })[]): Promise<boolean> {
    const { rows } = await this.pool.query<[boolean]>({
      text: 'select ledger_order.assign($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      values: [
        from.commit,
        from.prepare,
        to.commit,
        to.prepare,
        batch.map(({ cursor }) => cursor.commit),
        batch.map(({ cursor }) => cursor.prepare),
        batch.map(({ id }) => id),
        batch.map(({ revision }) => revision),
        batch.map(({ stream }) => stream),
        batch.map(({ type }) => type),
        batch.map(({ bytes }) => Buffer.from(leafHash(bytes))),
      ],
      rowMode: 'array',
    });
    return rows[0]?.[0] === true;
  }
}

type Nullable<T> = { readonly [K in keyof T]?: T[K] | null };

const filter = `($3::text[] is null or type = any ($3))
  and ($4::text[] is null or split_part(stream, '-', 1) = any ($4))`;
