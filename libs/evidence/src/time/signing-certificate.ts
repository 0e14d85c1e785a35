import { sameBytes } from '../tree/node.ts';
import { readHash, type HashName } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { contextTag, tags, type DerReader } from './der.ts';
import { digestOf } from './signature.ts';

/** One ESSCertID or ESSCertIDv2: a certificate named, under the signature, by its hash. */
export type CertificateId = {
  readonly hash: HashName | 'sha1';
  readonly digest: Uint8Array;
  /** Name (DER) and serial number (contents), when given. */
  readonly issuer: Uint8Array | null;
  readonly serial: Uint8Array | null;
};

const maxIds = 10;
const maxPolicies = 20;
const what = 'signing certificate attribute';

/** GeneralNames with exactly one directoryName ([4] EXPLICIT), and the serial number (RFC 5035 section 5). */
const readIssuerSerial = (id: DerReader): Pick<CertificateId, 'issuer' | 'serial'> =>
  id.inside(tags.sequence, what, (both) => ({
    issuer: both.inside(tags.sequence, what, (names) =>
      names.inside(contextTag(4), what, (name) => name.whole(tags.sequence, what)),
    ),
    serial: both.integer(what),
  }));

const readId = (reader: DerReader, isSecondVersion: boolean): CertificateId =>
  reader.inside(tags.sequence, what, (id) => {
    const isStated = isSecondVersion && id.isNext(tags.sequence);
    const stated = isStated ? readHash(id, what) : 'sha256';
    const digest = id.content(tags.octetString, what);
    const place = id.isAtEnd ? { issuer: null, serial: null } : readIssuerSerial(id);
    return { hash: isSecondVersion ? stated : 'sha1', digest, ...place };
  });

/** SigningCertificate (RFC 5035 section 5.4.2), or SigningCertificateV2 (section 5.4.1); the policies say nothing here. */
export const readCertificateIds = (reader: DerReader, isSecondVersion: boolean): readonly CertificateId[] =>
  reader.inside(tags.sequence, what, (attribute) => {
    const ids = attribute.inside(tags.sequence, what, (list) =>
      list.each(what, maxIds, (inner) => readId(inner, isSecondVersion)),
    );
    if (ids.length === 0) attribute.fail(`${what}: names no certificate`);
    if (!attribute.isAtEnd)
      attribute.inside(tags.sequence, what, (list) => list.each(what, maxPolicies, (inner) => inner.any(what)));
    return ids;
  });

/** Whether the id means this certificate. */
export const namesCertificate = (id: CertificateId, { der, issuer, serial }: Certificate): boolean =>
  sameBytes(id.digest, digestOf(id.hash, der)) &&
  (id.issuer === null || sameBytes(id.issuer, issuer)) &&
  (id.serial === null || sameBytes(id.serial, serial));
