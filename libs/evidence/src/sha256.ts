import * as crypto from 'node:crypto';

/** Absent where something else stands in for the platform, as in a browser. */
const platform: Partial<Pick<typeof crypto, 'hash'>> = crypto;

/**
 * SHA-256 of the bytes. In one call where the platform has one: for events and nodes of a tree, a few hundred
 * bytes each, making a hash object and the views of its digest takes longer than the hashing.
 */
export const sha256: (bytes: Uint8Array) => Uint8Array =
  platform.hash === undefined
    ? (bytes) => crypto.createHash('sha256').update(bytes).digest()
    : (bytes) => crypto.hash('sha256', bytes, 'buffer');
