import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { parseCertificate } from './certificate.ts';

const parts = { commonName: 'Root', keys: build.ecKeys(), issuer: null, extensions: [build.authority()] };
const { certificate } = build.certify(parts);
const [signed = certificate, ...around] = build.elementsOf(certificate);
const inner = build.elementsOf(signed);
const [serialPlace, extensionsPlace] = [1, 7];

/** The certificate with other elements inside; its signature holds no more, which is the chain's affair. */
const holding = (elements: readonly Uint8Array[]): Uint8Array => build.sequence(build.sequence(...elements), ...around);
const withSerial = (bytes: number): Uint8Array =>
  holding(inner.with(serialPlace, build.der(0x02, Uint8Array.of(0, 0x80), new Uint8Array(bytes - 2))));
const withIdentifiers = (...identifiers: readonly number[]): Uint8Array =>
  holding(inner.toSpliced(extensionsPlace, 0, ...identifiers.map((tag) => build.der(tag, Uint8Array.of(0, 1)))));

describe('a certificate', () => {
  it('is taken as it is written', () => {
    expect(parseCertificate(certificate)).toEqual({
      ok: true,
      certificate: {
        der: certificate,
        signed,
        serial: Uint8Array.of(1),
        issuer: build.name('Root'),
        subject: build.name('Root'),
        notBefore: Date.UTC(2020, 0, 1),
        notAfter: Date.UTC(2120, 0, 1),
        key: { kind: 'ec', spki: parts.keys.spki },
        scheme: { kind: 'ec', hash: 'sha256', saltLength: null },
        signature: (around[1] ?? certificate).subarray(3),
        uses: { isAuthority: true, pathLength: null, keyUsage: null, purposes: null, unknownCritical: [] },
      },
    });
  });

  it('without extensions is good for nothing that asks for one', () => {
    expect(parseCertificate(holding(inner.slice(0, extensionsPlace)))).toMatchObject({
      ok: true,
      certificate: {
        uses: { isAuthority: false, pathLength: null, keyUsage: null, purposes: null, unknownCritical: [] },
      },
    });
  });

  it.each<[string, Uint8Array]>([
    ['the longest serial number of the standard and its sign', withSerial(21)],
    ['an identifier of the issuer, which nobody uses', withIdentifiers(0x81)],
    ['an identifier of the subject', withIdentifiers(0x82)],
    ['both', withIdentifiers(0x81, 0x82)],
  ])('may have %s', (_, der) => {
    expect(parseCertificate(der)).toMatchObject({ ok: true });
  });

  const outside = (algorithm: Uint8Array): Uint8Array => build.certify({ ...parts, outside: algorithm }).certificate;

  it.each<[string, Uint8Array, string]>([
    ['a longer serial number', withSerial(22), 'serial number: too long'],
    ['identifiers in another order', withIdentifiers(0x82, 0x81), 'extensions: missing or of another kind'],
    ['a third identifier', withIdentifiers(0x83), 'extensions: missing or of another kind'],
    ['version 2', holding(inner.with(0, build.der(0xa0, build.integer(1)))), 'certificate: not of version 3'],
    ['a version to come', holding(inner.with(0, build.der(0xa0, build.integer(3)))), 'version: out of range'],
    ['bytes behind it', build.bytes(certificate, [0]), 'certificate: bytes left over'],
    [
      'parameters outside that are not signed',
      outside(build.sequence(build.oid('1.2.840.10045.4.3.2'), build.nothing)),
      'certificate: the signature algorithm is named in two ways',
    ],
    [
      'nothing outside to say what signed it',
      outside(build.sequence()),
      'certificate: the signature algorithm is named in two ways',
    ],
  ])('may not have %s', (_, der, reason) => {
    expect(parseCertificate(der)).toEqual({ ok: false, reason: `not a certificate that can be used: ${reason}` });
  });
});
