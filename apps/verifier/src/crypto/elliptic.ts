import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { derNatural, derSequence, bytesOfNatural } from './der.ts';
import { hashOf, type HashName } from './hash.ts';

const curves = { prime256v1: p256, secp384r1: p384, secp521r1: p521 } as const;
export type CurveName = keyof typeof curves;

/** Throws when the bytes are no point of the curve, in the form with one or with both coordinates. */
export const checkPoint = (curve: CurveName, point: Uint8Array): void => {
  curves[curve].Point.fromBytes(point);
};

/** ECDSA (FIPS 186-5 section 6.4.2) with the signature in DER (RFC 3279 section 2.2.3), of which there is one form. */
export const verifyEcdsa = (
  { hash, curve }: { readonly hash: HashName; readonly curve: CurveName },
  data: Uint8Array,
  point: Uint8Array,
  signature: Uint8Array,
): boolean => {
  const { Point, verify } = curves[curve];
  const [r, s, ...more] = derSequence(signature);
  if (more.length > 0) return false;
  const length = Point.Fn.BYTES;
  const compact = Uint8Array.of(...bytesOfNatural(derNatural(r), length), ...bytesOfNatural(derNatural(s), length));
  // Both s and its negative are signatures, here as for the platform.
  return verify(compact, hashOf(hash, data), point, { prehash: false, lowS: false, format: 'compact' });
};

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);

/**
 * Ed25519 without the cofactor, as OpenSSL has it: [S]B - [k]A must be R byte for byte (RFC 8032 section 5.1.7
 * allows this as well as the equation times eight; two programs must not differ over one signature). The key
 * has one spelling.
 */
export const verifyEd25519 = (data: Uint8Array, key: Uint8Array, signature: Uint8Array): boolean => {
  const { Point } = ed25519;
  const [r, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32))];
  if (signature.length !== 64 || s >= Point.Fn.ORDER) return false;
  const point = Point.fromBytes(key, false);
  const k = littleEndian(hashOf('sha512', r, key, data)) % Point.Fn.ORDER;
  const expected = Point.BASE.multiplyUnsafe(s).subtract(point.multiplyUnsafe(k)).toBytes();
  return expected.every((byte, at) => byte === r[at]);
};
