import { sha256 } from '../sha256.ts';

export const hashBytes = 32;
const nodePrefix = 0x01;
/** One buffer serves all nodes, since nothing here waits. */
const node = new Uint8Array(1 + 2 * hashBytes);
node[0] = nodePrefix;

/** RFC 6962 section 2.1: SHA-256 of 0x01, the left and the right child, both 32 bytes. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  if (left.length !== hashBytes || right.length !== hashBytes) throw new RangeError('a child is not 32 bytes');
  node.set(left, 1);
  node.set(right, 1 + hashBytes);
  return sha256(node);
};

/** RFC 6962 section 2.1: the root of a tree without leaves, SHA-256 of nothing. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array(0));

export const isHash = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.byteLength === hashBytes;

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => {
  if (one.byteLength !== other.byteLength) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
};
