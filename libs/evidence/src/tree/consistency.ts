import { failed, passed, type Checked } from '../verdict.ts';
import { asGiven, climb, climbBorder, hashesOf, partsOfPath } from './inclusion.ts';
import { isHash, nodeHash, sameBytes } from './node.ts';
import { asSize, trailingZeros } from './size.ts';

export type ConsistencyClaim = {
  readonly size1: bigint;
  readonly size2: bigint;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  /** RFC 6962 section 2.1.2. */
  readonly proof: readonly Uint8Array[];
};

/** The siblings on the left alone: what the path looked like when the first tree ended here. */
const climbLeft = (seed: Uint8Array, siblings: readonly Uint8Array[], index: bigint): Uint8Array =>
  siblings.reduce(
    (hash, sibling, level) => (((index >> BigInt(level)) & 1n) === 1n ? nodeHash(sibling, hash) : hash),
    seed,
  );

type Roots = readonly [Uint8Array, Uint8Array];

const verifyEqualSizes = ([root1, root2]: Roots, proof: readonly Uint8Array[]): Checked => {
  if (proof.length > 0) return failed('the sizes are equal, the proof is not empty');
  return sameBytes(root1, root2) ? passed : failed('the sizes are equal, the roots are not');
};

const verifyGrowth = (
  [root1, root2]: Roots,
  proof: readonly Uint8Array[],
  [size1, size2]: readonly [bigint, bigint],
): Checked => {
  const { inner: whole, border } = partsOfPath(size1 - 1n, size2);
  const shift = trailingZeros(size1);
  const inner = whole - shift;
  // A first tree that is one whole subtree is its own starting point and left out of the proof.
  const stated = size1 !== 1n << BigInt(shift);
  const needed = inner + border + (stated ? 1 : 0);
  if (proof.length !== needed) return failed(`the proof has ${proof.length} hashes, ${needed} are needed`);
  const [seed = root1, ...rest] = stated ? proof : [root1, ...proof];
  const [sides, borders] = [rest.slice(0, inner), rest.slice(inner)];
  const index = (size1 - 1n) >> BigInt(shift);
  if (!sameBytes(climbBorder(climbLeft(seed, sides, index), borders), root1)) {
    return failed('the proof does not lead to the first root');
  }
  return sameBytes(climbBorder(climb(seed, sides, index), borders), root2)
    ? passed
    : failed('the proof does not lead to the second root');
};

/**
 * Does the tree of `size2` extend the one of `size1` (RFC 9162 section 2.1.4.2)? Nothing can be proved
 * about a tree that grew from nothing, so `size1` 0 is refused unless both are empty. Never throws.
 */
export const verifyConsistency = (claim: ConsistencyClaim): Checked => {
  const given = asGiven(claim);
  const [size1, size2] = [asSize(given.size1), asSize(given.size2)];
  if (size1 === null || size2 === null) return failed('sizes must be whole numbers from 0 to 2^64 - 1');
  if (size1 > size2) return failed(`a tree of ${size2} cannot extend one of ${size1}`);
  const proof = hashesOf(given.proof);
  if (proof === null) return failed('the proof is not a list of 32-byte hashes');
  const { root1, root2 } = given;
  if (!isHash(root1) || !isHash(root2)) return failed('a root is not 32 bytes');
  if (size1 === size2) return verifyEqualSizes([root1, root2], proof);
  if (size1 === 0n) return failed('consistency with an empty tree proves nothing');
  return verifyGrowth([root1, root2], proof, [size1, size2]);
};
