import { contextTag, tags, type DerReader } from './der.ts';

export type HashName = 'sha256' | 'sha384' | 'sha512';

/** How a signature is made: the kind of key, the hash, and for RSA-PSS the bytes of salt. */
export type Scheme =
  | { readonly kind: 'rsa' | 'ec'; readonly hash: HashName; readonly saltLength: null }
  | { readonly kind: 'rsa'; readonly hash: HashName; readonly saltLength: number };

const hashes: ReadonlyMap<string, HashName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** RFC 4055 section 5 and RFC 5758 section 3.2; nothing with SHA-1. */
const schemes: ReadonlyMap<string, Scheme> = new Map([
  ['1.2.840.113549.1.1.11', { kind: 'rsa', hash: 'sha256', saltLength: null }],
  ['1.2.840.113549.1.1.12', { kind: 'rsa', hash: 'sha384', saltLength: null }],
  ['1.2.840.113549.1.1.13', { kind: 'rsa', hash: 'sha512', saltLength: null }],
  ['1.2.840.10045.4.3.2', { kind: 'ec', hash: 'sha256', saltLength: null }],
  ['1.2.840.10045.4.3.3', { kind: 'ec', hash: 'sha384', saltLength: null }],
  ['1.2.840.10045.4.3.4', { kind: 'ec', hash: 'sha512', saltLength: null }],
]);
const rsaEncryption = '1.2.840.113549.1.1.1';
const rsaPss = '1.2.840.113549.1.1.10';
const maskGeneration1 = '1.2.840.113549.1.1.8';
/** As long as the longest hash. */
const maxSaltBytes = 64;
/** RFC 4055 section 3.1, when the parameters do not say. */
const defaultSaltBytes = 20;

/** AlgorithmIdentifier of a hash function; parameters are absent or NULL (RFC 5754 section 2). */
export const readHash = (reader: DerReader, what: string): HashName => {
  const hash = reader.inside(tags.sequence, what, (identifier) => {
    const name = identifier.oid(what);
    if (!identifier.isAtEnd) identifier.null(what);
    return hashes.get(name);
  });
  if (hash === undefined) reader.fail(`${what}: not SHA-256, SHA-384 or SHA-512`);
  return hash ?? 'sha256';
};

const readMask = (mask: DerReader, what: string): HashName => {
  if (mask.oid(what) !== maskGeneration1) mask.fail(`${what}: the mask is made in another way`);
  return readHash(mask, what);
};

/** The mask must be made with the hash of the message, the trailer be the usual one (RFC 4055 section 3.1). */
const readPss = (parameters: DerReader, what: string): Scheme => {
  const hash = parameters.inside(contextTag(0), what, (inner) => readHash(inner, what));
  const hashOfMask = parameters.inside(contextTag(1), what, (outer) =>
    outer.inside(tags.sequence, what, (mask) => readMask(mask, what)),
  );
  if (hashOfMask !== hash) parameters.fail(`${what}: the mask is made with another hash`);
  const saltLength = parameters.isNext(contextTag(2))
    ? parameters.inside(contextTag(2), what, (inner) => inner.smallInteger(what, maxSaltBytes))
    : defaultSaltBytes;
  return { kind: 'rsa', hash, saltLength };
};

/**
 * AlgorithmIdentifier of a signature. In a SignerInfo plain `rsaEncryption` may stand as well, with the hash
 * named beside it (RFC 3370 section 3.2): `hashBeside`; in a certificate that is null.
 */
export const readScheme = (reader: DerReader, what: string, hashBeside: HashName | null): Scheme => {
  const scheme = reader.inside(tags.sequence, what, (identifier) => {
    const name = identifier.oid(what);
    if (name === rsaPss) return identifier.inside(tags.sequence, what, (parameters) => readPss(parameters, what));
    const plain = plainScheme(name, hashBeside);
    if (plain === null) identifier.fail(`${what}: not RSA or ECDSA with SHA-256, SHA-384 or SHA-512`);
    if (plain?.kind === 'rsa') identifier.null(what);
    return plain;
  });
  const found: Scheme = scheme ?? { kind: 'rsa', hash: 'sha256', saltLength: null };
  if (hashBeside !== null && found.hash !== hashBeside) reader.fail(`${what}: with another hash than stated beside it`);
  return found;
};

const plainScheme = (name: string, hashBeside: HashName | null): Scheme | null =>
  name === rsaEncryption && hashBeside !== null
    ? { kind: 'rsa', hash: hashBeside, saltLength: null }
    : (schemes.get(name) ?? null);
