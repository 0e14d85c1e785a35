import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

const hashes = { sha1, sha256, sha384, sha512 } as const;
export type HashName = keyof typeof hashes;

const isHashName = (name: string): name is HashName => Object.hasOwn(hashes, name);

/** `SHA256`, `sha-256`, `RSA-SHA256` name the same, as for the platform. */
export const hashNamed = (given: string): HashName => {
  const name = given.toLowerCase().replace(/^rsa-/u, '').replace('-', '');
  if (!isHashName(name)) throw new Error(`no hash ${given}`);
  return name;
};

/** Begins a hash; `update` and `digest` as those of noble. */
export const startHash = (name: HashName) => hashes[name].create();

export const hashOf = (name: HashName, ...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = startHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
};
