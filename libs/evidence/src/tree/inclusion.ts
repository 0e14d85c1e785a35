import { failed, passed, type Checked } from '../verdict.ts';
import { isHash, nodeHash, sameBytes } from './node.ts';
import { asSize, bitLength, onesIn } from './size.ts';

export type InclusionPath = {
  readonly leafIndex: bigint;
  readonly treeSize: bigint;
  readonly leafHash: Uint8Array;
  /** Sibling hashes from the leaf upward (RFC 6962 section 2.1.1). */
  readonly proof: readonly Uint8Array[];
};
export type InclusionClaim = InclusionPath & { readonly root: Uint8Array };

/** What callers promise is not what arrives: every field may be anything. */
export const asGiven = <Claim extends object>(claim: Claim): { readonly [Field in keyof Claim]?: unknown } =>
  typeof claim === 'object' && (claim as Claim | null) !== null ? claim : {};

/** All hashes of a proof, or null when it is not a list of hashes; a missing list counts as an empty one. */
export const hashesOf = (proof: unknown): readonly Uint8Array[] | null => {
  if (proof === null || proof === undefined) return [];
  if (!Array.isArray(proof)) return null;
  const hashes: Uint8Array[] = [];
  // One by one: `every` passes over the holes of a list, and so would the climb to the root.
  for (const hash of proof) {
    if (!isHash(hash)) return null;
    hashes.push(hash);
  }
  return hashes;
};

/**
 * Below the level at which the ways to the leaf and to the last leaf part, siblings may lie on either side;
 * above it they all lie on the left. `inner` and `border` count them, so that a proof has one length.
 */
export const partsOfPath = (
  leafIndex: bigint,
  treeSize: bigint,
): { readonly inner: number; readonly border: number } => {
  const inner = bitLength(leafIndex ^ (treeSize - 1n));
  return { inner, border: onesIn(leafIndex >> BigInt(inner)) };
};

export const climb = (seed: Uint8Array, siblings: readonly Uint8Array[], index: bigint): Uint8Array =>
  siblings.reduce(
    (hash, sibling, level) =>
      ((index >> BigInt(level)) & 1n) === 0n ? nodeHash(hash, sibling) : nodeHash(sibling, hash),
    seed,
  );

export const climbBorder = (seed: Uint8Array, siblings: readonly Uint8Array[]): Uint8Array =>
  siblings.reduce((hash, sibling) => nodeHash(sibling, hash), seed);

/** The root that the tree must have for this leaf to stand at this index (RFC 9162 section 2.1.3.2). */
export const rootFromInclusionProof = (path: InclusionPath): Checked<{ readonly root: Uint8Array }> => {
  const given = asGiven(path);
  const [index, size] = [asSize(given.leafIndex), asSize(given.treeSize)];
  if (index === null || size === null) return failed('index and size must be whole numbers from 0 to 2^64 - 1');
  if (index >= size) return failed(`index ${index} is not within a tree of ${size}`);
  if (!isHash(given.leafHash)) return failed('the leaf hash is not 32 bytes');
  const proof = hashesOf(given.proof);
  if (proof === null) return failed('the proof is not a list of 32-byte hashes');
  const { inner, border } = partsOfPath(index, size);
  if (proof.length !== inner + border)
    return failed(`the proof has ${proof.length} hashes, ${inner + border} are needed`);
  return { ok: true, root: climbBorder(climb(given.leafHash, proof.slice(0, inner), index), proof.slice(inner)) };
};

/** Is the leaf at the index of the tree with this root? Never throws. */
export const verifyInclusion = (claim: InclusionClaim): Checked => {
  const found = rootFromInclusionProof(claim);
  if (!found.ok) return found;
  const { root } = asGiven(claim);
  if (!isHash(root)) return failed('the root is not 32 bytes');
  return sameBytes(found.root, root) ? passed : failed('the proof leads to another root');
};
