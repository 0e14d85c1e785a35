import { bytesOfNatural, naturalOf } from './der.ts';
import { hashOf, type HashName } from './hash.ts';

export type RsaKey = { readonly modulus: bigint; readonly exponent: bigint };

/** As OpenSSL bounds them: a key above would let a signature keep the reader's machine busy. */
const maxModulusBits = 16_384;
const smallModulusBits = 3072;
const maxExponentBits = 64;

export const bitsOf = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
const bytesIn = (bits: number): number => Math.ceil(bits / 8);

/** Whether signatures of such a key are checked at all. */
export const isUsableRsaKey = ({ modulus, exponent }: RsaKey): boolean => {
  const bits = bitsOf(modulus);
  const oddExponent = exponent > 1n && (exponent & 1n) === 1n && exponent < modulus;
  if (bits > maxModulusBits || (modulus & 1n) === 0n || !oddExponent) return false;
  return bits <= smallModulusBits || bitsOf(exponent) <= maxExponentBits;
};

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let [result, square, left] = [1n, base % modulus, exponent];
  while (left > 0n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
    left >>= 1n;
  }
  return result;
};

/** RSAVP1 (RFC 8017 section 5.2.2) as bytes, or null when the signature is not one of this key. */
const messageOf = (key: RsaKey, signature: Uint8Array, length: number): Uint8Array | null => {
  if (!isUsableRsaKey(key) || signature.length !== bytesIn(bitsOf(key.modulus))) return null;
  const number = naturalOf(signature);
  if (number >= key.modulus) return null;
  const message = power(number, key.exponent, key.modulus);
  return bitsOf(message) > 8 * length ? null : bytesOfNatural(message, length);
};

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** DigestInfo up to the digest (RFC 8017 section 9.2, note 1). */
const digestInfo: Readonly<Record<HashName, readonly number[]>> = {
  sha1: [0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14],
  sha256: [
    0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
  ],
  sha384: [
    0x30, 0x41, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02, 0x05, 0x00, 0x04, 0x30,
  ],
  sha512: [
    0x30, 0x51, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03, 0x05, 0x00, 0x04, 0x40,
  ],
};

/** RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2.2): the encoding is made anew and compared, never taken apart. */
export const verifyPkcs1 = (hash: HashName, data: Uint8Array, key: RsaKey, signature: Uint8Array): boolean => {
  const length = bytesIn(bitsOf(key.modulus));
  const found = messageOf(key, signature, length);
  const info = [...digestInfo[hash], ...hashOf(hash, data)];
  const filling = length - info.length - 3;
  if (found === null || filling < 8) return false;
  return isSame(found, Uint8Array.of(0, 1, ...new Uint8Array(filling).fill(0xff), 0, ...info));
};

/** MGF1 (RFC 8017 appendix B.2.1). */
const mask = (hash: HashName, seed: Uint8Array, length: number): Uint8Array => {
  const bytes: number[] = [];
  for (let counter = 0n; bytes.length < length; counter += 1n)
    bytes.push(...hashOf(hash, seed, bytesOfNatural(counter, 4)));
  return Uint8Array.from(bytes.slice(0, length));
};

/** The salt after zeros and a one, or null when it is not so or not as long as asked (null: any). */
const saltIn = (block: Uint8Array, saltLength: number | null): Uint8Array | null => {
  const one = block.findIndex((byte) => byte !== 0);
  if (one < 0 || block[one] !== 0x01) return null;
  const salt = block.subarray(one + 1);
  return saltLength === null || salt.length === saltLength ? salt : null;
};

/** RSASSA-PSS (RFC 8017 sections 8.1.2 and 9.1.2) with MGF1 over the same hash; `saltLength` null takes any. */
export const verifyPss = (
  { hash, saltLength }: { readonly hash: HashName; readonly saltLength: number | null },
  data: Uint8Array,
  key: RsaKey,
  signature: Uint8Array,
): boolean => {
  const bits = bitsOf(key.modulus) - 1;
  const found = messageOf(key, signature, bytesIn(bits));
  const digest = hashOf(hash, data);
  const blockLength = (found?.length ?? 0) - digest.length - 1;
  if (found === null || blockLength < 1 || found.at(-1) !== 0xbc) return false;
  const [masked, sealed] = [found.subarray(0, blockLength), found.subarray(blockLength, -1)];
  const spare = 0xff >> (8 * found.length - bits);
  if (((masked[0] ?? 0) & ~spare) !== 0) return false;
  const block = mask(hash, sealed, blockLength).map((byte, at) => byte ^ (masked[at] ?? 0));
  block[0] = (block[0] ?? 0) & spare;
  const salt = saltIn(block, saltLength);
  return salt !== null && isSame(sealed, hashOf(hash, new Uint8Array(8), digest, salt));
};
