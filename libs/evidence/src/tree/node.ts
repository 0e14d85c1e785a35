import { createHash } from 'node:crypto';

export const hashBytes = 32;
const nodePrefix = new Uint8Array([0x01]);

/** RFC 6962 section 2.1: SHA-256 of 0x01, the left and the right child. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  createHash('sha256').update(nodePrefix).update(left).update(right).digest();

/** RFC 6962 section 2.1: the root of a tree without leaves, SHA-256 of nothing. */
export const emptyRoot: Uint8Array = createHash('sha256').digest();

export const isHash = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.byteLength === hashBytes;

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index]);
