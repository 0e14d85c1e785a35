import type pg from 'pg';
import type { Opening } from '#evidence/sealed/sealed-field.ts';
import { noErasure } from '../erasure.ts';
import { mayHoldSealed } from '../revealed.ts';
import { byteaArray, integerArray, textArray } from './binary-array.ts';

/** Openings of the events of one call, column by column, as the functions take them. */
export class SealedColumns {
  readonly #events: number[] = [];
  readonly #paths: string[] = [];
  readonly #salts: Uint8Array[] = [];
  readonly #values: string[] = [];

  get isEmpty(): boolean {
    return this.#events.length === 0;
  }

  /** `event`: the how-manieth of the call, from 1. */
  add(event: number, openings: readonly Opening[]): void {
    for (const { path, salt, value } of openings) {
      this.#events.push(event);
      this.#paths.push(path);
      this.#salts.push(salt);
      this.#values.push(value);
    }
  }

  /** As they were added, by event. */
  openings(): Map<number, Opening[]> {
    const found = new Map<number, Opening[]>();
    for (const [index, event] of this.#events.entries()) {
      const opening = { path: this.#paths[index], salt: this.#salts[index], value: this.#values[index] } as Opening;
      const openings = found.get(event);
      if (openings === undefined) found.set(event, [opening]);
      else openings.push(opening);
    }
    return found;
  }

  parameters(): Buffer[] {
    return [integerArray(this.#events), textArray(this.#paths), byteaArray(this.#salts), textArray(this.#values)];
  }
}

type Row = readonly [string, string, Buffer, string];

type Placed = { readonly position: bigint | string; readonly canonical: string };

/** Puts a named statement and gives its rows. */
export type Ask = (name: string, text: string, values: readonly unknown[]) => Promise<readonly unknown[][]>;

/** One attempt at each. */
export const askOf =
  (pool: pg.Pool | pg.PoolClient): Ask =>
  async (name, text, values) => {
    const { rows } = await pool.query<unknown[]>({ name, text, values: [...values], rowMode: 'array' });
    return rows;
  };

/** What opens the sealed fields of an event, by its position; what is erased is missing. */
export type Openings = { of(event: Placed): readonly Opening[] };

const none: readonly Opening[] = [];

/**
 * One statement more for a page with sealed fields, none for one without. A value erased between the reading of
 * the page and this is gone: never is an event seen before its values, which are of the same transaction.
 */
export const openingsOf = async (ask: Ask, events: readonly Placed[]): Promise<Openings> => {
  const positions = events.flatMap(({ position, canonical }) => (mayHoldSealed(canonical) ? [position] : []));
  const found = new Map<string, Opening[]>();
  if (positions.length > 0) {
    const rows = (await ask(
      'sealed_values',
      `select position, path, salt, value from ledger.sealed_value
       where position = any ($1::bigint[]) order by position, path`,
      [positions],
    )) as unknown as readonly Row[];
    for (const [position, path, salt, value] of rows) {
      const openings = found.get(position);
      const opening = { path, salt: new Uint8Array(salt), value };
      if (openings === undefined) found.set(position, [opening]);
      else openings.push(opening);
    }
  }
  return { of: ({ position }) => found.get(String(position)) ?? none };
};

/** Throws EventRefused `no-erasure`. */
export const eraseAt = async (ask: Ask, position: bigint): Promise<number> => {
  try {
    const [row] = await ask('erase', 'select ledger.erase($1)', [position]);
    return Number(row?.[0]);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'LG004') throw noErasure(position);
    throw error;
  }
};
