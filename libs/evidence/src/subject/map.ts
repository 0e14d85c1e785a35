import { createHash } from 'node:crypto';
import { failed, passed, type Checked } from '../verdict.ts';
import { asGiven, hashesOf } from '../tree/inclusion.ts';
import { hashBytes, isHash, nodeHash, sameBytes } from '../tree/node.ts';
import { asSize } from '../tree/size.ts';
import type { ChainHead } from './chain.ts';

/*
 * A map subject → chain head as a binary tree over the 256 bits of SHA-256(subject). Every subject has exactly
 * one place. A subtree without subjects hashes to 32 zero bytes, one with a single subject to that subject's
 * leaf, whatever its depth; only where two or more part ways is there a node. So the tree is as deep as the
 * subjects are alike, and a proof has about log2(subjects) hashes.
 */

const keyBits = hashBytes * 8;
const leafLabel = new TextEncoder().encode('ledger subject map v1\n');
/** Of a subtree in which nobody is. No preimage of it is known, so no leaf or node can pass for it. */
export const emptySubtree: Uint8Array = new Uint8Array(hashBytes);

/** The place of a subject, for instance `officer:cb-0001`. */
export const subjectKey = (subject: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(leafLabel).update(subject, 'utf8').digest());

const bitAt = (key: Uint8Array, depth: number): 0 | 1 =>
  (((key[depth >> 3] ?? 0) >> (7 - (depth & 7))) & 1) === 1 ? 1 : 0;

export type MapLeaf = { readonly key: Uint8Array; readonly chain: ChainHead };

/** SHA-256(0x00 ‖ label ‖ key ‖ count ‖ head): the key is inside, so a leaf shows whose place it stands for. */
export const mapLeafHash = ({ key, chain }: MapLeaf): Uint8Array => {
  const count = new Uint8Array(8);
  new DataView(count.buffer).setBigUint64(0, chain.count);
  const hash = createHash('sha256').update(Uint8Array.of(0x00)).update(leafLabel);
  return new Uint8Array(hash.update(key).update(count).update(chain.head).digest());
};

/** The root over leaves sorted by key, from `depth` on; each key once. */
export const mapRoot = (leaves: readonly MapLeaf[], depth = 0): Uint8Array => {
  const [first] = leaves;
  if (first === undefined) return emptySubtree;
  if (leaves.length === 1) return mapLeafHash(first);
  if (depth >= keyBits) throw new RangeError('two leaves have one key');
  const split = leaves.findIndex(({ key }) => bitAt(key, depth) === 1);
  const at = split < 0 ? leaves.length : split;
  return nodeHash(mapRoot(leaves.slice(0, at), depth + 1), mapRoot(leaves.slice(at), depth + 1));
};

/** The siblings on the way to a key, from the root downward, over leaves sorted by key, each key once. */
export const mapProof = (leaves: readonly MapLeaf[], key: Uint8Array): readonly Uint8Array[] => {
  const siblings: Uint8Array[] = [];
  let within = leaves;
  for (let depth = 0; within.length > 1; depth += 1) {
    if (depth >= keyBits) throw new RangeError('two leaves have one key');
    const split = within.findIndex((leaf) => bitAt(leaf.key, depth) === 1);
    const at = split < 0 ? within.length : split;
    const [left, right] = [within.slice(0, at), within.slice(at)];
    const goesRight = bitAt(key, depth) === 1;
    siblings.push(mapRoot(goesRight ? left : right, depth + 1));
    within = goesRight ? right : left;
  }
  return siblings;
};

export type MapClaim = {
  readonly root: Uint8Array;
  readonly subject: string;
  readonly chain: ChainHead;
  readonly proof: readonly Uint8Array[];
};

/** Does the map with this root say exactly this about the subject? Never throws. */
export const verifyMapEntry = (claim: MapClaim): Checked => {
  const { root, subject, chain, proof: siblings } = asGiven(claim);
  const proof = hashesOf(siblings);
  if (proof === null || proof.length > keyBits) return failed('the map proof is not a list of at most 256 hashes');
  if (!isHash(root) || typeof subject !== 'string') return failed('the map claim is malformed');
  const { count, head } = asGiven(chain as ChainHead);
  const size = asSize(count);
  if (size === null || size === 0n || !isHash(head)) return failed('the chain head is malformed');
  const key = subjectKey(subject);
  const found = proof.reduceRight(
    (hash, sibling, depth) => (bitAt(key, depth) === 1 ? nodeHash(sibling, hash) : nodeHash(hash, sibling)),
    mapLeafHash({ key, chain: { count: size, head } }),
  );
  return sameBytes(found, root) ? passed : failed('the map says something else about the subject');
};
