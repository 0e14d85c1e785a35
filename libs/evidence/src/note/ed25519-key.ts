import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** Checks signatures of one public key. Never throws. */
export type Ed25519Check = (message: Uint8Array, signature: Uint8Array) => boolean;

const keyBytes = 32;
const signatureBytes = 64;

/** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410 section 4). */
const spkiPrefix = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

/** The field is that of integers modulo 2^255 - 19 (RFC 8032 section 5.1). */
const prime = (1n << 255n) - 19n;

/**
 * The y of every point whose order divides the cofactor 8: the neutral point, the one of order 2, the two of
 * order 4, and the four of order 8. The sign of x does not matter.
 */
const yOfSmallOrder: ReadonlySet<bigint> = new Set([
  1n,
  prime - 1n,
  0n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
]);

/** Little-endian, without the topmost bit, which is the sign of x. */
const yOf = (key: Uint8Array): bigint =>
  key.reduceRight((number, byte, at) => (number << 8n) | BigInt(at === keyBytes - 1 ? byte & 0x7f : byte), 0n);

/**
 * A key for which signatures prove nothing: of small order, so that one signature fits many texts, or in a
 * second spelling of a point, so that one signer could pass for two. Libraries differ on both; RFC 8032 section
 * 5.1.3 refuses the spelling, and the order is refused here for everybody.
 */
export const isWeakEd25519Key = (key: Uint8Array): boolean => {
  if (key.length !== keyBytes) return true;
  const y = yOf(key);
  // A zero x, which has no sign, belongs to 1 and -1 alone: both are of small order.
  return y >= prime || yOfSmallOrder.has(y);
};

/** Null where the platform finds out that there is no such point; others find out when they verify. */
const keyObjectOf = (key: Uint8Array): KeyObject | null => {
  const der = new Uint8Array(spkiPrefix.length + keyBytes);
  der.set(spkiPrefix);
  der.set(key, spkiPrefix.length);
  try {
    // The type asks for a Buffer, the platform for any bytes.
    return createPublicKey({ key: der as Buffer, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
};

/** For 32 bytes of public key. A weak key has signed nothing. */
export const ed25519Check = (key: Uint8Array): Ed25519Check => {
  const keyObject = isWeakEd25519Key(key) ? null : keyObjectOf(key);
  return (message, signature) => {
    try {
      return keyObject !== null && signature.length === signatureBytes && verify(null, message, keyObject, signature);
    } catch {
      return false;
    }
  };
};
