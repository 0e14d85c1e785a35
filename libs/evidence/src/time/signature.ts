import { createHash, createPublicKey, verify } from 'node:crypto';
import type { HashName, Scheme } from './algorithms.ts';

/*
 * All the cryptography of time stamps. Where there is no Node, whatever stands in for its module must offer
 * these three functions, called exactly as here.
 */

/** RSA_PKCS1_PSS_PADDING. */
const pssPadding = 6;

/** SHA-1 only where it names a certificate (ESSCertID, RFC 5816), never under a signature. */
export const digestOf = (hash: HashName | 'sha1', bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash(hash).update(bytes).digest());

export type SignatureClaim = {
  /** SubjectPublicKeyInfo, DER, already checked to be of the kind that the scheme needs. */
  readonly spki: Uint8Array;
  readonly scheme: Scheme;
  readonly message: Uint8Array;
  /** RSA: as long as the modulus. ECDSA: DER of r and s. */
  readonly signature: Uint8Array;
};

/** A key that is no key (a point beside its curve) counts as a signature that does not hold. */
export const signatureHolds = ({ spki, scheme, message, signature }: SignatureClaim): boolean => {
  try {
    const key = createPublicKey({ key: spki as Buffer, format: 'der', type: 'spki' });
    return scheme.saltLength === null
      ? verify(scheme.hash, message, key, signature)
      : verify(scheme.hash, message, { key, padding: pssPadding, saltLength: scheme.saltLength }, signature);
  } catch {
    return false;
  }
};
