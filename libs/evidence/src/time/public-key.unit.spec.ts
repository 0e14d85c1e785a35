import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DerReader } from './der.ts';
import { readKey } from './public-key.ts';

const faultOf = (spki: Uint8Array): string | null => {
  const reader = new DerReader(spki);
  readKey(reader, 'key');
  reader.end('key');
  return reader.fault;
};

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsa = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));

/** One byte shorter: every length around the modulus, and the zero before it that makes it positive, less. */
const negative = (spki: Uint8Array): Uint8Array => {
  // 30 82 LL LL, algorithm, 03 82 LL LL 00, 30 82 LL LL, 02 82 01 01 00 …
  const bytes = [...spki];
  const modulus = bytes.findIndex((byte, at) => byte === 0x02 && bytes[at + 1] === 0x82 && bytes[at + 4] === 0);
  bytes.splice(modulus + 4, 1);
  const bits = bytes.findIndex((byte, at) => byte === 0x03 && bytes[at + 1] === 0x82);
  for (const start of [0, bits, bits + 5, modulus]) {
    const length = ((bytes[start + 2] ?? 0) << 8) + (bytes[start + 3] ?? 0) - 1;
    bytes.splice(start + 2, 2, length >> 8, length & 0xff);
  }
  return Uint8Array.from(bytes);
};

describe('an RSA key of a certificate', () => {
  it('is read as it was made', () => {
    expect(faultOf(rsa)).toBeNull();
  });

  it('is refused with a negative modulus', () => {
    expect(faultOf(negative(rsa))).toMatch(/RSA keys have 2048 to 8192 bits/);
  });
});
