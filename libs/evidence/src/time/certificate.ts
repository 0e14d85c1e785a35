import { sameBytes } from '../tree/node.ts';
import type { Checked } from '../verdict.ts';
import { readScheme, type Scheme } from './algorithms.ts';
import { contextTag, DerReader, primitiveContextTag, tags } from './der.ts';
import { readUses, type Uses } from './extensions.ts';
import { readBound } from './moment.ts';
import { readKey, type SigningKey } from './public-key.ts';

/** An X.509 certificate, version 3 (RFC 5280 section 4.1). Read, not believed: only a chain makes it count. */
export type Certificate = {
  /** The whole, DER. */
  readonly der: Uint8Array;
  /** What the issuer signed, DER. */
  readonly signed: Uint8Array;
  /** Contents of the INTEGER. */
  readonly serial: Uint8Array;
  /** Name, DER. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** Milliseconds since 1970, both inclusive. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly key: SigningKey;
  readonly scheme: Scheme;
  readonly signature: Uint8Array;
  readonly uses: Uses;
};

const maxSerialBytes = 21;
const issuerUniqueId = primitiveContextTag(1);
const subjectUniqueId = primitiveContextTag(2);
const noUses: Uses = { isAuthority: false, pathLength: null, keyUsage: null, purposes: null, unknownCritical: [] };

type Body = Omit<Certificate, 'der' | 'signed' | 'signature'> & { readonly algorithm: Uint8Array };

const readBody = (body: DerReader): Body => {
  const version = body.inside(contextTag(0), 'version', (inner) => inner.smallInteger('version', 2));
  if (version !== 2) body.fail('certificate: not of version 3');
  const serial = body.integer('serial number');
  if (serial.length > maxSerialBytes) body.fail('serial number: too long');
  const algorithm = body.whole(tags.sequence, 'signature algorithm');
  const scheme = body.within(algorithm, 'signature algorithm', (inner) =>
    readScheme(inner, 'signature algorithm', null),
  );
  const issuer = body.whole(tags.sequence, 'issuer');
  const [notBefore, notAfter] = body.inside(tags.sequence, 'validity', (validity) => [
    readBound(validity, 'not before'),
    readBound(validity, 'not after'),
  ]);
  const subject = body.whole(tags.sequence, 'subject');
  const key = readKey(body, 'public key');
  for (const tag of [issuerUniqueId, subjectUniqueId]) if (body.isNext(tag)) body.content(tag, 'unique identifier');
  const uses = body.isAtEnd ? noUses : body.inside(contextTag(3), 'extensions', readUses);
  return { serial, algorithm, scheme, issuer, notBefore, notAfter, subject, key, uses };
};

/** The next element as a certificate. */
export const readCertificate = (reader: DerReader): Certificate => {
  const der = reader.whole(tags.sequence, 'certificate');
  return reader.within(der, 'certificate', (outer) =>
    outer.inside(tags.sequence, 'certificate', (parts) => {
      const signed = parts.whole(tags.sequence, 'certificate');
      const { algorithm, ...body } = parts.within(signed, 'certificate', (inner) =>
        inner.inside(tags.sequence, 'certificate', readBody),
      );
      // The name of the algorithm stands outside once more, where nothing protects it: it must be the same.
      const outside = parts.whole(tags.sequence, 'signature algorithm');
      if (!sameBytes(outside, algorithm)) parts.fail('certificate: the signature algorithm is named in two ways');
      return { ...body, der, signed, signature: parts.octetsOfBits('signature') };
    }),
  );
};

/** Strict and bounded; the answer says nothing about whom to trust. Never throws. */
export const parseCertificate = (der: Uint8Array): Checked<{ readonly certificate: Certificate }> => {
  const reader = new DerReader(der);
  const certificate = readCertificate(reader);
  reader.end('certificate');
  return reader.fault === null ? { ok: true, certificate } : reader.refusal('not a certificate that can be used');
};
