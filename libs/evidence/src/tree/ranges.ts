import { emptyRoot, nodeHash } from './node.ts';
import { bitLength, trailingZeros } from './size.ts';

/** Leaves [from, to). */
export type LeafRange = { readonly from: bigint; readonly to: bigint };
/** A whole subtree of 2^level leaves, the `index`-th of its level: what tiles hold or give by a few hashes. */
export type Subtree = { readonly level: number; readonly index: bigint };

/** The largest power of two smaller than n, for n ≥ 2. */
export const splitOf = (n: bigint): bigint => 1n << BigInt(bitLength(n - 1n) - 1);

/** Ranges whose roots are the inclusion proof, from the leaf upward (RFC 6962 section 2.1.1). Throws RangeError outside the tree. */
export const inclusionRanges = (leafIndex: bigint, treeSize: bigint): readonly LeafRange[] => {
  if (leafIndex < 0n || leafIndex >= treeSize) throw new RangeError(`no leaf ${leafIndex} in a tree of ${treeSize}`);
  const ranges: LeafRange[] = [];
  for (let [from, to] = [0n, treeSize]; to - from > 1n;) {
    const middle = from + splitOf(to - from);
    if (leafIndex < middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  return ranges;
};

/** Ranges whose roots are the consistency proof (RFC 6962 section 2.1.2). Throws RangeError unless 0 < size1 ≤ size2. */
export const consistencyRanges = (size1: bigint, size2: bigint): readonly LeafRange[] => {
  if (size1 <= 0n || size1 > size2) throw new RangeError(`no consistency proof from ${size1} to ${size2}`);
  const ranges: LeafRange[] = [];
  let [from, to] = [0n, size2];
  while (size1 !== to) {
    const middle = from + splitOf(to - from);
    if (size1 <= middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The first tree itself is known to the asker when it is one whole subtree from the very beginning.
  return from === 0n ? ranges : [{ from, to }, ...ranges];
};

/** The whole subtrees a range of a proof is made of, left to right. */
export const subtreesOf = ({ from, to }: LeafRange): readonly Subtree[] => {
  const subtrees: Subtree[] = [];
  for (let at = from; at < to;) {
    const largest = bitLength(to - at) - 1;
    const level = at === 0n ? largest : Math.min(largest, trailingZeros(at));
    subtrees.push({ level, index: at >> BigInt(level) });
    at += 1n << BigInt(level);
  }
  return subtrees;
};

/** The root over neighbouring subtrees given left to right, as `subtreesOf` lists them. */
export const rootOver = (hashes: readonly Uint8Array[]): Uint8Array => {
  const last = hashes.at(-1);
  return last === undefined ? emptyRoot : hashes.slice(0, -1).reduceRight((root, hash) => nodeHash(hash, root), last);
};

/**
 * A tree as it grows: the roots of the whole subtrees at its right edge, which is all that is needed to add
 * leaves and to say the root. At most 64 hashes.
 */
export class Frontier {
  readonly #edge: { readonly level: number; readonly hash: Uint8Array }[] = [];
  #size = 0n;

  /** `hashes`: of `subtreesOf` the range [0, size), left to right. */
  static of(size: bigint, hashes: readonly Uint8Array[]): Frontier {
    const frontier = new Frontier();
    const subtrees = subtreesOf({ from: 0n, to: size });
    if (subtrees.length !== hashes.length) throw new RangeError(`a tree of ${size} has ${subtrees.length} edge hashes`);
    for (const [at, { level }] of subtrees.entries()) frontier.#edge.push({ level, hash: hashes[at] as Uint8Array });
    frontier.#size = size;
    return frontier;
  }

  get size(): bigint {
    return this.#size;
  }

  get hashes(): readonly Uint8Array[] {
    return this.#edge.map(({ hash }) => hash);
  }

  /** `whole` is told of every subtree that the leaf completes, the leaf itself first. */
  add(leaf: Uint8Array, whole?: (subtree: Subtree, hash: Uint8Array) => void): void {
    let [level, hash, index] = [0, leaf, this.#size];
    whole?.({ level, index }, hash);
    for (let left = this.#edge.at(-1); left?.level === level; left = this.#edge.at(-1)) {
      this.#edge.pop();
      hash = nodeHash(left.hash, hash);
      level += 1;
      index >>= 1n;
      whole?.({ level, index }, hash);
    }
    this.#edge.push({ level, hash });
    this.#size += 1n;
  }

  root(): Uint8Array {
    return rootOver(this.hashes);
  }
}
