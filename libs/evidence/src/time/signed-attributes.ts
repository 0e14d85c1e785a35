import { comesBefore, tags, type DerReader } from './der.ts';
import { readCertificateIds, type CertificateId } from './signing-certificate.ts';

/** What the signer signed beside the contents (RFC 5652 section 11, RFC 5816 section 2.2.1). */
export type SignedAttributes = {
  readonly contentType: string;
  readonly messageDigest: Uint8Array;
  /** One list per attribute of the kind: SigningCertificate, SigningCertificateV2, or both. */
  readonly certificateIds: readonly (readonly CertificateId[])[];
};

type Attribute = { readonly name: string; readonly whole: Uint8Array; readonly values: Uint8Array };

const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';
const signingCertificate = '1.2.840.113549.1.9.16.2.12';
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';
const maxAttributes = 30;
const what = 'signed attributes';

const readAttribute = (reader: DerReader): Attribute => {
  const whole = reader.whole(tags.sequence, what);
  return reader.within(whole, what, (outer) =>
    outer.inside(tags.sequence, what, (attribute) => ({
      name: attribute.oid(what),
      whole,
      values: attribute.content(tags.set, what),
    })),
  );
};

/**
 * Contents of the SET. Its attributes are in the order of DER and each is there once; those read have exactly
 * one value. Attributes that say something else are left alone: the signature covers them.
 */
export const readSignedAttributes = (reader: DerReader): SignedAttributes => {
  const attributes = reader.each(what, maxAttributes, readAttribute);
  const isOrdered = attributes.every(({ whole }, place) => {
    const before = attributes[place - 1];
    return before === undefined || comesBefore(before.whole, whole);
  });
  if (!isOrdered) reader.fail(`${what}: not in the order of DER`);
  if (new Set(attributes.map(({ name }) => name)).size < attributes.length) reader.fail(`${what}: one is repeated`);
  const readOne = <Value>(name: string, read: (value: DerReader) => Value): Value | null => {
    const found = attributes.find((attribute) => attribute.name === name);
    return found === undefined ? null : reader.within(found.values, what, read);
  };
  const type = readOne(contentType, (value) => value.oid(what));
  const digest = readOne(messageDigest, (value) => value.content(tags.octetString, what));
  const first = readOne(signingCertificate, (value) => readCertificateIds(value, false));
  const second = readOne(signingCertificateV2, (value) => readCertificateIds(value, true));
  if (type === null || digest === null) reader.fail(`${what}: content type or message digest is missing`);
  if (first === null && second === null) reader.fail(`${what}: the signing certificate is not named`);
  return {
    contentType: type ?? '',
    messageDigest: digest ?? new Uint8Array(),
    certificateIds: [first, second].filter((ids) => ids !== null),
  };
};
