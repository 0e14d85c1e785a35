import { sameBytes } from '#evidence/tree/node.ts';
import type { Checkpoint } from '#evidence/note/checkpoint.ts';
import { consistencyRanges } from '#evidence/tree/ranges.ts';
import { verifyConsistency } from '#evidence/tree/consistency.ts';
import type { EventStore } from '#store/event-store.ts';
import type { TileLog } from '../tile-log.ts';
import { SealingRefused } from './sealing-refused.ts';

/** Leaves looked at every round. */
export const comparedLeaves = 256;
/** Leaves asked for at once: a signer that starts compares many. */
const atOnce = 8_192n;

/** What no leaf is equal to. */
const missing = new Uint8Array(0);

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/** The first position in [from, to) at which the database has another leaf than the tiles; null: it agrees. */
const firstDifference = async (
  store: EventStore,
  tiles: TileLog,
  [from, to]: readonly [bigint, bigint],
): Promise<bigint | null> => {
  for (let at = from; at < to;) {
    const end = least(at + atOnce, to);
    const written = await tiles.leaves(at, end);
    const stored = await store.readLeaves({ fromPosition: at, limit: written.length });
    const different = written.findIndex((leaf, n) => !sameBytes(leaf, stored[n] ?? missing));
    if (different >= 0) return at + BigInt(different);
    at = end;
  }
  return null;
};

/** Goes back from a leaf known to differ, as long as the stretch before it begins with one that differs, too. */
const beginOfDifference = async (store: EventStore, tiles: TileLog, known: bigint): Promise<bigint> => {
  for (let at = known; at > 0n;) {
    const from = at > BigInt(comparedLeaves) ? at - BigInt(comparedLeaves) : 0n;
    const earlier = await firstDifference(store, tiles, [from, at]);
    if (earlier === null) return at;
    at = earlier;
    if (earlier > from) return earlier;
  }
  return 0n;
};

/** Do the tiles still lead to what was signed? Tells changed tiles from a changed database. */
const tilesHold = async (tiles: TileLog, last: Checkpoint | null): Promise<boolean> => {
  if (last === null || last.size === 0n || last.size > tiles.size) return true;
  return (await extendsSigned(tiles, last)).ok;
};

const tilesDamaged = (position: bigint | null): SealingRefused =>
  new SealingRefused(
    'tiles-damaged',
    {
      vi: 'Tệp cây băm không dẫn đến điểm kiểm đã ký lần cuối: đã bị sửa hoặc thuộc sổ khác',
      en: 'The tiles do not lead to the checkpoint signed last: they were changed, or belong to another log',
    },
    position,
  );

export const rolledBack = (events: bigint, known: bigint): SealingRefused =>
  new SealingRefused(
    'rolled-back',
    {
      vi: `Cơ sở dữ liệu có ${events} sự kiện, trong khi ${known} sự kiện đã được ghi làm chứng cứ: dữ liệu đã bị đưa về bản cũ`,
      en: `The database holds ${events} events, but ${known} are in evidence already: it was set back to an older state`,
    },
    events,
  );

const forked = (position: bigint): SealingRefused =>
  new SealingRefused(
    'forked',
    {
      vi: `Sự kiện số ${position} trong cơ sở dữ liệu khác với sự kiện đã ghi làm chứng cứ ở vị trí đó`,
      en: `Event ${position} in the database is not the one in evidence at that position`,
    },
    position,
  );

/**
 * Does the database still hold what the tiles hold, in the last `depth` leaves at least, and as many events as
 * were signed? Throws SealingRefused that names the first position which is missing or differs.
 */
export const compareWithTiles = async (
  store: EventStore,
  tiles: TileLog,
  { last, depth }: { readonly last: Checkpoint | null; readonly depth: number },
): Promise<void> => {
  const events = (await store.headPosition()) + 1n;
  const signed = last?.size ?? 0n;
  const known = tiles.size > signed ? tiles.size : signed;
  const upTo = least(events, tiles.size);
  const from = upTo > BigInt(depth) ? upTo - BigInt(depth) : 0n;
  const different = await firstDifference(store, tiles, [from, upTo]);
  if (different !== null) {
    if (!(await tilesHold(tiles, last))) throw tilesDamaged(different);
    throw forked(await beginOfDifference(store, tiles, different));
  }
  if (events < known) throw rolledBack(events, known);
};

const extendsSigned = async (tiles: TileLog, last: Checkpoint) => {
  const size2 = tiles.size;
  const proof = last.size === size2 ? [] : await tiles.rangeRoots(consistencyRanges(last.size, size2));
  return verifyConsistency({ size1: last.size, size2, root1: last.root, root2: tiles.root(), proof });
};

/**
 * Does the tree in the tiles extend the checkpoint signed last? MUST have resolved before the tree is signed.
 * Throws SealingRefused: the leaves came from this database, so it is not the one that was signed.
 */
export const refuseFork = async (tiles: TileLog, last: Checkpoint | null): Promise<void> => {
  if (last === null) return;
  if (tiles.size < last.size) throw rolledBack(tiles.size, last.size);
  const proved = await extendsSigned(tiles, last);
  if (proved.ok) return;
  throw new SealingRefused('forked', {
    vi: `Cây của ${tiles.size} sự kiện không nối tiếp điểm kiểm đã ký ở ${last.size} sự kiện: có sự kiện trước vị trí ${last.size} khác với sự kiện đã ký`,
    en: `The tree of ${tiles.size} events does not extend the checkpoint signed at ${last.size}: an event before position ${last.size} is not the one that was signed`,
  });
};
