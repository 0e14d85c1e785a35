import { hashBytes } from '#evidence/tree/node.ts';
import type { Ask } from './sealed-values.ts';

export type LeafRange = { readonly fromPosition: bigint; readonly limit: number };

type Joined = readonly [count: string, last: string | null, leaves: Buffer | null];
type LeafRow = readonly [position: string, leaf: Buffer];

/**
 * All in one row: a row each would cost more than the reading of it, here and in the server. Ordered by the index,
 * so nothing is sorted.
 */
const joined = `
  select count(*), max(position), string_agg(leaf, ''::bytea order by position)
  from ledger.event where position >= $1 and position < $2`;

const oneByOne = `
  select position, leaf from ledger.event where position >= $1 and position < $2 order by position`;

/** Leaf hashes from a position on, up to the first position that is missing. */
export const readLeaves = async (ask: Ask, { fromPosition, limit }: LeafRange): Promise<readonly Uint8Array[]> => {
  const range = [fromPosition, fromPosition + BigInt(limit)];
  const [row] = (await ask('leaves', joined, range)) as unknown as readonly Joined[];
  const [count, last, leaves] = row ?? ['0', null, null];
  if (last === null || leaves === null) return [];
  const events = Number(count);
  const isWhole = fromPosition + BigInt(events) === BigInt(last) + 1n && leaves.length === events * hashBytes;
  if (!isWhole)
    return untilGap((await ask('leaf_rows', oneByOne, range)) as unknown as readonly LeafRow[], fromPosition);
  const bytes = new Uint8Array(leaves);
  return Array.from({ length: events }, (_, at) => bytes.subarray(at * hashBytes, (at + 1) * hashBytes));
};

/** Only in a table that somebody has tampered with. */
const untilGap = (rows: readonly LeafRow[], fromPosition: bigint): readonly Uint8Array[] => {
  const gap = rows.findIndex(([position], at) => BigInt(position) !== fromPosition + BigInt(at));
  return rows.slice(0, gap < 0 ? rows.length : gap).map(([, leaf]) => new Uint8Array(leaf));
};
