import { tags, type DerReader } from './der.ts';

/** A public key of a kind and size that is taken. */
export type SigningKey = { readonly kind: 'rsa' | 'ec'; /** SubjectPublicKeyInfo, DER. */ readonly spki: Uint8Array };

/** Bytes of an uncompressed point of P-256, P-384 and P-521 (RFC 5480 section 2.1.1.1): one and two coordinates. */
const curves: ReadonlyMap<string, number> = new Map([
  ['1.2.840.10045.3.1.7', 65],
  ['1.3.132.0.34', 97],
  ['1.3.132.0.35', 133],
]);
const ecPublicKey = '1.2.840.10045.2.1';
const rsaEncryption = '1.2.840.113549.1.1.1';

const minModulusBits = 2048;
/** More would make a single check take long. */
const maxModulusBits = 8192;
const maxExponent = 2 ** 31 - 1;

/** RSAPublicKey (RFC 8017 section A.1.1) of 2048 to 8192 bits, with an odd exponent from 3 up. */
const checkRsa = (key: DerReader, what: string): void => {
  const modulus = key.integer(what);
  const exponent = key.smallInteger(what, maxExponent);
  const [first = 0] = modulus;
  const bits = modulus.length * 8 - (Math.clz32(first) - 24);
  if (first >= 0x80 || bits < minModulusBits || bits > maxModulusBits)
    key.fail(`${what}: RSA keys have 2048 to 8192 bits`);
  if (exponent < 3 || exponent % 2 === 0) key.fail(`${what}: not an RSA exponent in use`);
};

type Algorithm = { readonly kind: 'rsa' } | { readonly kind: 'ec'; readonly pointBytes: number | undefined };

const readAlgorithm = (identifier: DerReader, what: string): Algorithm => {
  const name = identifier.oid(what);
  if (name === rsaEncryption) {
    identifier.null(what);
    return { kind: 'rsa' };
  }
  const pointBytes = name === ecPublicKey ? curves.get(identifier.oid(what)) : undefined;
  if (pointBytes === undefined) identifier.fail(`${what}: not RSA and not on P-256, P-384 or P-521`);
  return { kind: 'ec', pointBytes };
};

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7); points are uncompressed. */
export const readKey = (reader: DerReader, what: string): SigningKey => {
  const spki = reader.whole(tags.sequence, what);
  return reader.within(spki, what, (outer) =>
    outer.inside(tags.sequence, what, (info) => {
      const algorithm = info.inside(tags.sequence, what, (inner) => readAlgorithm(inner, what));
      const key = info.octetsOfBits(what);
      if (algorithm.kind === 'rsa')
        info.within(key, what, (bits) => bits.inside(tags.sequence, what, (rsa) => checkRsa(rsa, what)));
      else if (key.length !== algorithm.pointBytes || key[0] !== 0x04) info.fail(`${what}: not an uncompressed point`);
      return { kind: algorithm.kind, spki };
    }),
  );
};
