import { failed, passed, type Checked } from '../verdict.ts';
import { asGiven, hashesOf } from './inclusion.ts';
import { emptyRoot, isHash, nodeHash, sameBytes } from './node.ts';
import { splitOf, type LeafRange } from './ranges.ts';
import { asSize } from './size.ts';

export type PlacedLeaf = { readonly index: bigint; readonly hash: Uint8Array };

export type JointClaim = {
  readonly treeSize: bigint;
  readonly root: Uint8Array;
  /** By ascending index, each index once. */
  readonly leaves: readonly PlacedLeaf[];
  /** Roots of `strangerRanges`, in that order. */
  readonly proof: readonly Uint8Array[];
};

/**
 * The largest subtrees of the tree in which none of the leaves stands, left to right: their roots prove the
 * inclusion of all the leaves at once, each hash given one time. `indices` ascending, each once, within the tree.
 */
export const strangerRanges = (indices: readonly bigint[], treeSize: bigint): readonly LeafRange[] => {
  const ranges: LeafRange[] = [];
  const visit = (from: bigint, to: bigint, first: number, end: number): void => {
    if (first === end) return void ranges.push({ from, to });
    if (to - from === 1n) return;
    const middle = from + splitOf(to - from);
    const split = firstAtOrAfter(indices, middle, first, end);
    visit(from, middle, first, split);
    visit(middle, to, split, end);
  };
  if (treeSize > 0n) visit(0n, treeSize, 0, indices.length);
  return ranges;
};

const firstAtOrAfter = (indices: readonly bigint[], value: bigint, first: number, end: number): number => {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indices[middle] as bigint) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Walks the tree as `strangerRanges` does; the depth is at most 64, the work bound by leaves and proof. */
class JointWalk {
  #used = 0;
  readonly #indices: readonly bigint[];

  constructor(
    private readonly leaves: readonly PlacedLeaf[],
    private readonly proof: readonly Uint8Array[],
  ) {
    this.#indices = leaves.map(({ index }) => index);
  }

  get allUsed(): boolean {
    return this.#used === this.proof.length;
  }

  /** Means something only when the proof had just as many hashes: `allUsed`. */
  root(from: bigint, to: bigint, first = 0, end = this.leaves.length): Uint8Array {
    if (first === end) return this.#next();
    if (to - from === 1n) return (this.leaves[first] as PlacedLeaf).hash;
    const middle = from + splitOf(to - from);
    const split = firstAtOrAfter(this.#indices, middle, first, end);
    const left = this.root(from, middle, first, split);
    return nodeHash(left, this.root(middle, to, split, end));
  }

  /** Past the end of the proof any hash will do: that it was asked for is what counts. */
  #next(): Uint8Array {
    this.#used += 1;
    return this.proof[this.#used - 1] ?? emptyRoot;
  }
}

const placedLeaves = (given: unknown, treeSize: bigint): readonly PlacedLeaf[] | null => {
  if (!Array.isArray(given)) return null;
  const leaves: PlacedLeaf[] = [];
  let least = 0n;
  for (const leaf of given) {
    const { index: at, hash } = asGiven(leaf as PlacedLeaf);
    const index = asSize(at);
    if (index === null || index < least || index >= treeSize || !isHash(hash)) return null;
    leaves.push({ index, hash });
    least = index + 1n;
  }
  return leaves;
};

/** Do all the leaves stand at their indices in the tree with this root? Never throws. */
export const verifyJointInclusion = (claim: JointClaim): Checked => {
  const given = asGiven(claim);
  const treeSize = asSize(given.treeSize);
  if (treeSize === null || treeSize === 0n) return failed('the tree size must be a whole number from 1 to 2^64 - 1');
  const leaves = placedLeaves(given.leaves, treeSize);
  if (leaves === null || leaves.length === 0) return failed('the leaves are not in ascending order within the tree');
  const proof = hashesOf(given.proof);
  if (proof === null || !isHash(given.root)) return failed('the proof or the root is not made of 32-byte hashes');
  const walk = new JointWalk(leaves, proof);
  const root = walk.root(0n, treeSize);
  if (!walk.allUsed) return failed(`the proof has ${proof.length} hashes, not as many as are needed`);
  return sameBytes(root, given.root) ? passed : failed('the proof leads to another root');
};
