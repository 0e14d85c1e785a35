import * as crypto from 'node:crypto';

/** Absent where something else stands in for the platform, as in a browser, or the platform is an older one. */
const platform: Partial<Pick<typeof crypto, 'hash'>> = crypto;

const digestBytes = 32;

/** `letters`: one character per byte. */
const bytesOf = (letters: string): Uint8Array => {
  const bytes = new Uint8Array(digestBytes);
  for (let index = 0; index < digestBytes; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
};

/**
 * SHA-256 of the bytes. In one call where the platform has one: for events and nodes of a tree, a few hundred
 * bytes each, making a hash object takes longer than the hashing. And as a text: bytes that the platform gives
 * lie outside the heap, and getting them there and away again takes longer than the hashing, too.
 */
export const sha256: (bytes: Uint8Array) => Uint8Array =
  platform.hash === undefined
    ? (bytes) => new Uint8Array(crypto.createHash('sha256').update(bytes).digest())
    : (bytes) => bytesOf(crypto.hash('sha256', bytes, 'binary'));
