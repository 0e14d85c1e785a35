import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { parseCertificate, type Certificate } from './certificate.ts';
import { DerReader } from './der.ts';
import { namesCertificate, readCertificateIds, type CertificateId } from './signing-certificate.ts';

const der = build.certify({
  commonName: 'Tem',
  keys: build.ecKeys(),
  issuer: { commonName: 'Root', keys: build.ecKeys() },
  extensions: [],
  serial: 9,
}).certificate;
const certificate = (): Certificate => {
  const parsed = parseCertificate(der);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.certificate;
};

const digest = (hash: build.Hash): Uint8Array => build.octets(build.digest(hash, der));
/** One directoryName among the GeneralNames, and the serial number. */
const place = (issuer: string, serial: number, tag = 0xa4): Uint8Array =>
  build.sequence(build.sequence(build.der(tag, build.name(issuer))), build.integer(serial));
const id = (...elements: readonly Uint8Array[]): Uint8Array => build.sequence(...elements);
const twoNames = ['Root', 'Khac'].map((each) => build.der(0xa4, build.name(each)));
const plain = id(digest('sha256'));
const ids = (count: number): readonly Uint8Array[] => Array.from({ length: count }, () => plain);
const policies = (count: number): Uint8Array =>
  build.sequence(...Array.from({ length: count }, () => build.sequence(build.oid('1.2.3'))));

/** The names in the attribute, or why it is refused. */
const read = (isSecondVersion: boolean, ...parts: readonly Uint8Array[]): readonly CertificateId[] | string => {
  const reader = new DerReader(build.sequence(...parts));
  const found = readCertificateIds(reader, isSecondVersion);
  return reader.fault ?? found;
};
const second = (...named: readonly Uint8Array[]): readonly CertificateId[] | string =>
  read(true, build.sequence(...named));
const isNamedBy = (found: readonly CertificateId[] | string): boolean | string =>
  typeof found === 'string' ? found : found.every((each) => namesCertificate(each, certificate()));

describe('the signing certificate', () => {
  it.each<[string, readonly CertificateId[] | string, boolean]>([
    ['its SHA-256, which goes without saying', second(plain), true],
    ['its SHA-256, which is said', second(id(build.hashIdentifiers.sha256, digest('sha256'))), true],
    ['its SHA-512', second(id(build.hashIdentifiers.sha512, digest('sha512'))), true],
    ['its SHA-1 in the attribute of old', read(false, build.sequence(id(digest('sha1')))), true],
    ['its SHA-1 in the attribute of today', second(id(digest('sha1'))), false],
    ['its SHA-256 in the attribute of old', read(false, build.sequence(plain)), false],
    ['its SHA-256, said to be another hash', second(id(build.hashIdentifiers.sha512, digest('sha256'))), false],
    ['its hash, issuer and number', second(id(digest('sha256'), place('Root', 9))), true],
    ['its hash and number, and another issuer', second(id(digest('sha256'), place('Khac', 9))), false],
    ['its hash and issuer, and another number', second(id(digest('sha256'), place('Root', 8))), false],
    [
      'the hash of another, its issuer and number',
      second(id(build.octets(new Uint8Array(32)), place('Root', 9))),
      false,
    ],
    ['one hash among ten', second(...ids(10)), true],
    ['its hash, under policies', read(true, build.sequence(plain), policies(20)), true],
  ])('is named by %s', (_, found, isNamed) => {
    expect(isNamedBy(found)).toBe(isNamed);
  });

  const what = 'signing certificate attribute';
  it.each<[string, readonly CertificateId[] | string, string]>([
    ['nothing', second(), 'names no certificate'],
    ['one hash among eleven', second(...ids(11)), 'too many'],
    ['its hash, under twenty-one policies', read(true, build.sequence(plain), policies(21)), 'too many'],
    [
      'its hash, and something behind the policies',
      read(true, build.sequence(plain), policies(1), plain),
      'bytes left over',
    ],
    [
      'its SHA-256, said in the attribute of old',
      read(false, build.sequence(id(build.hashIdentifiers.sha256, digest('sha256')))),
      'missing or of another kind',
    ],
    ['an issuer of another kind', second(id(digest('sha256'), place('Root', 9, 0xa5))), 'missing or of another kind'],
    [
      'two issuers',
      second(id(digest('sha256'), build.sequence(build.sequence(...twoNames), build.integer(9)))),
      'bytes left over',
    ],
    ['something behind the number', second(id(digest('sha256'), place('Root', 9), build.nothing)), 'bytes left over'],
    [
      'SHA-1, said in the attribute of today',
      second(id(build.hashIdentifiers.sha1, digest('sha1'))),
      'not SHA-256, SHA-384 or SHA-512',
    ],
  ])('may not be named by %s', (_, found, reason) => {
    expect(found).toBe(`${what}: ${reason}`);
  });
});
