import { sameBytes } from '../tree/node.ts';
import { failed, passed, type Checked } from '../verdict.ts';
import { readHash, readScheme, type HashName, type Scheme } from './algorithms.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { contextTag, DerReader, tags } from './der.ts';
import { digestOf, signatureHolds } from './signature.ts';
import { readSignedAttributes, type SignedAttributes } from './signed-attributes.ts';
import { namesCertificate } from './signing-certificate.ts';

/** The one signer of a token (SignerInfo, RFC 5652 section 5.3, version 1). */
type Signer = {
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  readonly hash: HashName;
  readonly attributes: SignedAttributes;
  /** What is signed: the attributes as SET OF, DER. */
  readonly signed: Uint8Array;
  readonly scheme: Scheme;
  readonly signature: Uint8Array;
};

/** A time-stamp token taken apart (RFC 3161 section 2.4.2): nothing in it has been checked yet. */
export type SignedData = {
  /** TSTInfo, DER. */
  readonly content: Uint8Array;
  readonly certificates: readonly Certificate[];
  readonly signer: Signer;
};

const signedDataType = '1.2.840.113549.1.7.2';
/** id-ct-TSTInfo. */
const tstInfoType = '1.2.840.113549.1.9.16.1.4';
const maxTokenBytes = 100_000;
const maxCertificates = 10;

const readSigner = (info: DerReader): Signer => {
  if (info.smallInteger('signer version', 3) !== 1) info.fail('the signer is not named by issuer and serial number');
  const name = info.inside(tags.sequence, 'signer', (both) => ({
    issuer: both.whole(tags.sequence, 'signer'),
    serial: both.integer('signer'),
  }));
  const hash = readHash(info, 'digest algorithm');
  const attributesTag = contextTag(0);
  const tagged = info.whole(attributesTag, 'signed attributes');
  const attributes = info.within(tagged, 'signed attributes', (outer) =>
    outer.inside(attributesTag, 'signed attributes', readSignedAttributes),
  );
  // Signed under their own tag, sent under another (RFC 5652 section 5.4).
  const signed = tagged.slice();
  signed.fill(tags.set, 0, 1);
  const scheme = readScheme(info, 'signature algorithm', hash);
  const signature = info.content(tags.octetString, 'signature');
  if (info.isNext(contextTag(1))) info.fail('attributes that nobody signed');
  return { ...name, hash, attributes, signed, scheme, signature };
};

const readContent = (encapsulated: DerReader): Uint8Array => {
  if (encapsulated.oid('content type') !== tstInfoType) encapsulated.fail('what is signed is not a time stamp');
  return encapsulated.inside(contextTag(0), 'content', (inner) => inner.content(tags.octetString, 'content'));
};

const readSignedData = (data: DerReader): SignedData => {
  if (data.smallInteger('version', 5) !== 3) data.fail('not SignedData of version 3');
  const hash = data.inside(tags.set, 'digest algorithms', (set) => readHash(set, 'digest algorithms'));
  const content = data.inside(tags.sequence, 'content', readContent);
  const certificates = data.inside(contextTag(0), 'certificates', (set) =>
    set.each('certificates', maxCertificates, readCertificate),
  );
  if (data.isNext(contextTag(1))) data.fail('revocation lists, which nobody signed with the token');
  const signer = data.inside(tags.set, 'exactly one signer', (set) =>
    set.inside(tags.sequence, 'exactly one signer', readSigner),
  );
  if (hash !== signer.hash) data.fail('the digest algorithms do not agree');
  if (signer.attributes.contentType !== tstInfoType) data.fail('the signer signed another type of content');
  return { content, certificates, signer };
};

/** Strict and bounded: DER to the last byte, one signer, nothing that no signature covers. Never throws. */
export const parseSignedData = (token: Uint8Array): Checked<{ readonly data: SignedData }> => {
  if (token.length > maxTokenBytes) return failed('not a time-stamp token: longer than any');
  const reader = new DerReader(token);
  const data = reader.inside(tags.sequence, 'token', (info) => {
    if (info.oid('content type') !== signedDataType) info.fail('not signed data');
    return info.inside(contextTag(0), 'signed data', (outer) =>
      outer.inside(tags.sequence, 'signed data', readSignedData),
    );
  });
  reader.end('token');
  return reader.fault === null ? { ok: true, data } : reader.refusal('not a time-stamp token');
};

/** The certificate the token says it was signed with, or null. */
export const signerCertificate = ({ certificates, signer }: SignedData): Certificate | null =>
  certificates.find(({ issuer, serial }) => sameBytes(issuer, signer.issuer) && sameBytes(serial, signer.serial)) ??
  null;

/** Do the contents carry this certificate's signature, made in its name? */
export const verifySigned = ({ content, signer }: SignedData, certificate: Certificate): Checked => {
  const { attributes, hash, scheme, signature, signed } = signer;
  if (!sameBytes(attributes.messageDigest, digestOf(hash, content)))
    return failed('the signed digest is not that of the contents');
  const isNamed = attributes.certificateIds.every(
    ([first]) => first !== undefined && namesCertificate(first, certificate),
  );
  if (!isNamed) return failed('the signer named another certificate as its own');
  if (scheme.kind !== certificate.key.kind) return failed('the signature is not of the kind of the key');
  const holds = signatureHolds({ spki: certificate.key.spki, scheme, message: signed, signature });
  return holds ? passed : failed('the signature of the token does not hold');
};
