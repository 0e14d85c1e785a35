import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { parseCertificate, type Certificate } from './certificate.ts';
import { DerReader } from './der.ts';
import { namesCertificate, readCertificateIds } from './signing-certificate.ts';

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

type Attribute = { readonly isOfToday: boolean; readonly value: Uint8Array };
/** SigningCertificateV2 with these names; SigningCertificate. */
const today = (...named: readonly Uint8Array[]): Attribute => under(build.sequence(...named));
const ofOld = (...named: readonly Uint8Array[]): Attribute => ({ ...today(...named), isOfToday: false });
/** SigningCertificateV2 of these parts: the names, the policies. */
const under = (...parts: readonly Uint8Array[]): Attribute => ({ isOfToday: true, value: build.sequence(...parts) });

/** Whether all the names in the attribute mean the certificate, or why it is refused. */
const isNamedBy = ({ isOfToday, value }: Attribute): boolean | string => {
  const reader = new DerReader(value);
  const found = readCertificateIds(reader, isOfToday);
  return reader.fault ?? found.every((each) => namesCertificate(each, certificate()));
};

describe('the signing certificate', () => {
  it.each<[string, Attribute, boolean]>([
    ['its SHA-256, which goes without saying', today(plain), true],
    ['its SHA-256, which is said', today(id(build.hashIdentifiers.sha256, digest('sha256'))), true],
    ['its SHA-512', today(id(build.hashIdentifiers.sha512, digest('sha512'))), true],
    ['its SHA-1 in the attribute of old', ofOld(id(digest('sha1'))), true],
    ['its SHA-1 in the attribute of today', today(id(digest('sha1'))), false],
    ['its SHA-256 in the attribute of old', ofOld(plain), false],
    ['its SHA-256, said to be another hash', today(id(build.hashIdentifiers.sha512, digest('sha256'))), false],
    ['its hash, issuer and number', today(id(digest('sha256'), place('Root', 9))), true],
    ['its hash and number, and another issuer', today(id(digest('sha256'), place('Khac', 9))), false],
    ['its hash and issuer, and another number', today(id(digest('sha256'), place('Root', 8))), false],
    [
      'the hash of another, its issuer and number',
      today(id(build.octets(new Uint8Array(32)), place('Root', 9))),
      false,
    ],
    ['one hash among ten', today(...ids(10)), true],
    ['its hash, under policies', under(build.sequence(plain), policies(20)), true],
  ])('is named by %s', (_, attribute, isNamed) => {
    expect(isNamedBy(attribute)).toBe(isNamed);
  });

  const what = 'signing certificate attribute';
  it.each<[string, Attribute, string]>([
    ['nothing', today(), 'names no certificate'],
    ['one hash among eleven', today(...ids(11)), 'too many'],
    ['its hash, under twenty-one policies', under(build.sequence(plain), policies(21)), 'too many'],
    [
      'its hash, and something behind the policies',
      under(build.sequence(plain), policies(1), plain),
      'bytes left over',
    ],
    [
      'its SHA-256, said in the attribute of old',
      ofOld(id(build.hashIdentifiers.sha256, digest('sha256'))),
      'missing or of another kind',
    ],
    ['an issuer of another kind', today(id(digest('sha256'), place('Root', 9, 0xa5))), 'missing or of another kind'],
    [
      'two issuers',
      today(id(digest('sha256'), build.sequence(build.sequence(...twoNames), build.integer(9)))),
      'bytes left over',
    ],
    ['something behind the number', today(id(digest('sha256'), place('Root', 9), build.nothing)), 'bytes left over'],
    [
      'SHA-1, said in the attribute of today',
      today(id(build.hashIdentifiers.sha1, digest('sha1'))),
      'not SHA-256, SHA-384 or SHA-512',
    ],
  ])('may not be named by %s', (_, attribute, reason) => {
    expect(isNamedBy(attribute)).toBe(`${what}: ${reason}`);
  });
});
