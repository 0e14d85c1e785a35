import { derElements, derNatural, derSequence, derTags, NotDer, type DerElement } from './der.ts';
import { checkPoint, type CurveName } from './elliptic.ts';
import { bitsOf, type RsaKey } from './rsa.ts';

/** A public key as far as checking needs it; named as `KeyObject` of Node names things. */
export type BrowserKey =
  | { readonly asymmetricKeyType: 'ed25519'; readonly point: Uint8Array }
  | {
      readonly asymmetricKeyType: 'ec';
      readonly asymmetricKeyDetails: { readonly namedCurve: string };
      readonly curve: CurveName;
      readonly point: Uint8Array;
    }
  | ({
      readonly asymmetricKeyType: 'rsa';
      readonly asymmetricKeyDetails: { readonly modulusLength: number; readonly publicExponent: bigint };
    } & RsaKey);

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** RFC 5480 section 2.1.1.1. */
const curveNames: Readonly<Record<string, CurveName>> = {
  '2a8648ce3d030107': 'prime256v1',
  '2b81040022': 'secp384r1',
  '2b81040023': 'secp521r1',
};

const refuse = (why: string): never => {
  throw new NotDer(why);
};

const curveOf = (parameters: string): CurveName =>
  curveNames[parameters.startsWith('06:') ? parameters.slice(3) : ''] ?? refuse('the curve is unknown');

/** Parameters of the algorithm, `05:` for a NULL and empty for none, and the bits of the key. */
type KeyReader = (parameters: string, bits: Uint8Array) => BrowserKey;

const ed25519KeyOf: KeyReader = (parameters, bits) =>
  parameters === '' && bits.length === 32
    ? { asymmetricKeyType: 'ed25519', point: bits }
    : refuse('not an Ed25519 key');

const ellipticKeyOf: KeyReader = (parameters, bits) => {
  const curve = curveOf(parameters);
  checkPoint(curve, bits);
  return { asymmetricKeyType: 'ec', asymmetricKeyDetails: { namedCurve: curve }, curve, point: bits };
};

const rsaKeyOf: KeyReader = (parameters, bits) => {
  const [modulus, exponent, ...more] = derSequence(bits).map((element) => derNatural(element));
  if (parameters !== '05:' || modulus === undefined || exponent === undefined || more.length > 0)
    return refuse('not an RSA key');
  const asymmetricKeyDetails = { modulusLength: bitsOf(modulus), publicExponent: exponent };
  return { asymmetricKeyType: 'rsa', asymmetricKeyDetails, modulus, exponent };
};

/** By object identifier in DER (RFC 8410 section 3, RFC 5480 section 2.1, RFC 8017 appendix A). */
const readers: Readonly<Record<string, KeyReader>> = {
  '06:2b6570': ed25519KeyOf,
  '06:2a8648ce3d0201': ellipticKeyOf,
  '06:2a864886f70d010101': rsaKeyOf,
};

const written = ({ tag, content }: DerElement): string => `${tag.toString(16).padStart(2, '0')}:${hex(content)}`;

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), strict. Throws on any key that is not supported. */
export const publicKeyOf = (der: Uint8Array): BrowserKey => {
  const [algorithm, subjectKey, ...more] = derSequence(der);
  if (algorithm?.tag !== derTags.sequence || subjectKey?.tag !== derTags.bitString || more.length > 0)
    return refuse('not a SubjectPublicKeyInfo');
  const [unusedBits, ...bits] = subjectKey.content;
  if (unusedBits !== 0) return refuse('a key is whole bytes');
  const [id = '', ...parameters] = derElements(algorithm.content).map(written);
  return (readers[id] ?? refuse('the kind of key is unknown'))(parameters.join(), Uint8Array.from(bits));
};
