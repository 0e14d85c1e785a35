/*
 * The part of `node:crypto` that checking a bundle needs, for the page: a browser's own cryptography answers
 * later, not at once, and lacks Ed25519 in many versions still in use. Checks only; it cannot sign. Where the
 * platform is lenient this is strict: the specs beside it name every difference.
 */
import { hashNamed, startHash, type HashName } from './crypto/hash.ts';
import { verifyEcdsa, verifyEd25519 } from './crypto/elliptic.ts';
import { verifyPkcs1, verifyPss } from './crypto/rsa.ts';
import { publicKeyOf, type BrowserKey } from './crypto/public-key.ts';

type BrowserHash = {
  update(data: Uint8Array | string, encoding?: 'utf8'): BrowserHash;
  digest(): Uint8Array;
};

const utf8 = new TextEncoder();

/** SHA-1, SHA-256, SHA-384 or SHA-512. Throws on any other name. */
export const createHash = (name: string): BrowserHash => {
  const hash = startHash(hashNamed(name));
  const self: BrowserHash = {
    update: (data) => {
      hash.update(typeof data === 'string' ? utf8.encode(data) : data);
      return self;
    },
    digest: () => hash.digest(),
  };
  return self;
};

/** Reads a SubjectPublicKeyInfo in DER: Ed25519, RSA, or one of the curves P-256, P-384, P-521. Throws on others. */
export const createPublicKey = (input: {
  readonly key: Uint8Array;
  readonly format: 'der';
  readonly type: 'spki';
}): BrowserKey => publicKeyOf(input.key);

export const constants = {
  RSA_PKCS1_PADDING: 1,
  RSA_PKCS1_PSS_PADDING: 6,
  RSA_PSS_SALTLEN_DIGEST: -1,
  RSA_PSS_SALTLEN_AUTO: -2,
} as const;

type VerifyKey =
  | BrowserKey
  | { readonly key: BrowserKey; readonly padding?: number | undefined; readonly saltLength?: number | undefined };

const saltLengths: Readonly<Record<HashName, number>> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 };

/** In bytes; null takes whatever the signature holds, which is what the platform does unless told. */
const wantedSalt = (hash: HashName, given: number = constants.RSA_PSS_SALTLEN_AUTO): number | null => {
  if (given === constants.RSA_PSS_SALTLEN_AUTO) return null;
  return given === constants.RSA_PSS_SALTLEN_DIGEST ? saltLengths[hash] : given;
};

/** `algorithm` is null for Ed25519 alone. A signature that cannot be read is one that does not fit. */
export const verify = (
  algorithm: string | null | undefined,
  data: Uint8Array,
  given: VerifyKey,
  signature: Uint8Array,
): boolean => {
  const { key, padding, saltLength } = 'key' in given ? given : { key: given };
  try {
    if (key.asymmetricKeyType === 'ed25519') return verifyEd25519(data, key.point, signature);
    const hash = hashNamed(algorithm ?? '');
    if (key.asymmetricKeyType === 'ec') return verifyEcdsa({ hash, curve: key.curve }, data, key.point, signature);
    if (padding !== constants.RSA_PKCS1_PSS_PADDING) return verifyPkcs1(hash, data, key, signature);
    return verifyPss({ hash, saltLength: wantedSalt(hash, saltLength) }, data, key, signature);
  } catch {
    return false;
  }
};

const cannotSign = (): never => {
  throw new Error('the verifier page cannot sign');
};

export const createPrivateKey = cannotSign;
export const sign = cannotSign;
