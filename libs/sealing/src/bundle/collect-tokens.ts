import { createHash } from 'node:crypto';
import type { BundleEvent, BundleToken } from '#evidence/bundle/bundle.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import { consistencyRanges } from '#evidence/tree/ranges.ts';
import { evidencePaths } from '../evidence-folder.ts';
import { numbersIn, readIfThere } from '../signer/files.ts';
import type { TileLog } from '../tile-log.ts';
import { publishedAt, type Log } from './choose-checkpoint.ts';

/**
 * How many tokens before an event are looked at for the one it names: the newest known when it was recorded, so
 * commonly the first. An event that names one which is lost must not make an export read all of them.
 */
const lookBack = 1_000;

/** How many of the ascending sizes are at most so large. */
const countUpTo = (sizes: readonly bigint[], most: bigint): number => {
  let [low, high] = [0, sizes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sizes[middle] ?? most) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The tokens of one log, read as they are needed. */
class Tokens {
  readonly #hashes = new Map<bigint, string>();

  constructor(
    private readonly log: Log,
    /** Of their checkpoints, ascending. */
    private readonly sizes: readonly bigint[],
  ) {}

  read(size: bigint): Promise<Uint8Array | null> {
    return readIfThere(evidencePaths.tokenOf(this.log.settings.folder, this.log.incarnation, size));
  }

  /** Size of the checkpoint whose token the event names as its *not before*; null: it names none that is here. */
  async namedBy({ anchor }: { readonly anchor?: unknown }, position: bigint): Promise<bigint | null> {
    if (typeof anchor !== 'string') return null;
    const before = countUpTo(this.sizes, position);
    for (const size of this.sizes.slice(Math.max(0, before - lookBack), before).toReversed())
      if ((await this.#hash(size)) === anchor) return size;
    return null;
  }

  /** Size of the first stamped checkpoint over the position: its *not after*. */
  firstOver(position: bigint): bigint | null {
    return this.sizes[countUpTo(this.sizes, position)] ?? null;
  }

  async #hash(size: bigint): Promise<string> {
    const known = this.#hashes.get(size);
    if (known !== undefined) return known;
    const token = (await this.read(size)) ?? new Uint8Array(0);
    const hash = toBase64(createHash('sha256').update(token).digest());
    this.#hashes.set(size, hash);
    return hash;
  }
}

/** Every token that bounds one of the events in time, with the proof that the tree of `size` extends its own. By ascending size. */
export const collectTokens = async (
  log: Log,
  events: readonly BundleEvent[],
  tree: { readonly tiles: TileLog; readonly size: bigint },
): Promise<readonly BundleToken[]> => {
  const all = await numbersIn(`${evidencePaths.log(log.settings.folder, log.incarnation)}/tokens`);
  const tokens = new Tokens(
    log,
    all.filter((size) => size > 0n && size <= tree.size),
  );
  const needed = new Set<bigint>();
  for (const { canonical, position } of events) {
    const bounds = [await tokens.namedBy(JSON.parse(canonical) as object, position), tokens.firstOver(position)];
    for (const size of bounds) if (size !== null) needed.add(size);
  }
  const found: BundleToken[] = [];
  for (const size of [...needed].sort((a, b) => (a < b ? -1 : 1))) {
    const [token, published] = [await tokens.read(size), await publishedAt(log, size)];
    if (token === null || published === null) continue;
    const consistency = size === tree.size ? [] : await tree.tiles.rangeRoots(consistencyRanges(size, tree.size));
    found.push({ checkpoint: published.text, consistency, token });
  }
  return found;
};
