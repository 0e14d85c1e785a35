import { tags, type DerReader } from './der.ts';

/** A public key of a kind and size that is taken. */
export type SigningKey = { readonly kind: 'rsa' | 'ec'; /** SubjectPublicKeyInfo, DER. */ readonly spki: Uint8Array };

/** Bytes of one coordinate of P-256, P-384 and P-521 (RFC 5480 section 2.1.1.1). */
const curves: ReadonlyMap<string, number> = new Map([
  ['1.2.840.10045.3.1.7', 32],
  ['1.3.132.0.34', 48],
  ['1.3.132.0.35', 66],
]);
const ecPublicKey = '1.2.840.10045.2.1';
const rsaEncryption = '1.2.840.113549.1.1.1';

const minModulusBytes = 256;
/** More would make a single check take long. */
const maxModulusBytes = 1024;
const maxExponent = 2 ** 31 - 1;

/** RSAPublicKey (RFC 8017 section A.1.1) of 2048 to 8192 bits, with an odd exponent from 3 up. */
const checkRsa = (key: DerReader, what: string): void => {
  const modulus = key.integer(what);
  const exponent = key.smallInteger(what, maxExponent);
  const bytes = modulus[0] === 0 ? modulus.length - 1 : modulus.length;
  if ((modulus[0] ?? 0) >= 0x80 || bytes < minModulusBytes || bytes > maxModulusBytes)
    key.fail(`${what}: RSA keys have 2048 to 8192 bits`);
  if (exponent < 3 || exponent % 2 === 0) key.fail(`${what}: not an RSA exponent in use`);
};

type Algorithm = { readonly kind: 'rsa' | 'ec'; readonly coordinateBytes: number };

const readAlgorithm = (identifier: DerReader, what: string): Algorithm => {
  const name = identifier.oid(what);
  if (name === rsaEncryption) {
    identifier.content(tags.null, what);
    return { kind: 'rsa', coordinateBytes: 0 };
  }
  const coordinateBytes = name === ecPublicKey ? curves.get(identifier.oid(what)) : undefined;
  if (coordinateBytes === undefined) identifier.fail(`${what}: not RSA and not on P-256, P-384 or P-521`);
  return { kind: 'ec', coordinateBytes: coordinateBytes ?? 0 };
};

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7); points are uncompressed. */
export const readKey = (reader: DerReader, what: string): SigningKey => {
  const spki = reader.whole(tags.sequence, what);
  return reader.within(spki, what, (outer) =>
    outer.inside(tags.sequence, what, (info) => {
      const { kind, coordinateBytes } = info.inside(tags.sequence, what, (inner) => readAlgorithm(inner, what));
      const key = info.octetsOfBits(what);
      if (kind === 'rsa')
        info.within(key, what, (bits) => bits.inside(tags.sequence, what, (rsa) => checkRsa(rsa, what)));
      else if (key.length !== 1 + 2 * coordinateBytes || key[0] !== 0x04)
        info.fail(`${what}: not an uncompressed point`);
      return { kind, spki };
    }),
  );
};
