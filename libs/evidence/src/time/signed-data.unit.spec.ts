import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { parseSignedData } from './signed-data.ts';

const info = build.tstInfo({ stamped: Uint8Array.of(1) });
const signer = build.certify({ commonName: 'Tem', keys: build.ecKeys(), issuer: null, extensions: [] });
const three = [build.contentType, build.messageDigest('sha256', info), build.namedBySha256(signer.certificate)];
/** The three attributes that are needed, and others up to so many. */
const attributes = (count: number): Partial<build.TokenParts> => ({
  attributes: build.sorted([
    ...three,
    ...Array.from({ length: count - 3 }, (_, place) => build.attribute(`1.2.3.${place}`, build.nothing)),
  ]),
});
const certificates = (count: number): Partial<build.TokenParts> => ({
  certificates: Array.from({ length: count }, () => signer.certificate),
});
const parsed = (change: Partial<build.TokenParts>): ReturnType<typeof parseSignedData> =>
  parseSignedData(build.token({ signer, info, ...change }));

describe('a token taken apart', () => {
  it.each<[string, Partial<build.TokenParts>]>([
    ['what is needed', {}],
    ['thirty attributes', attributes(30)],
    ['ten certificates', certificates(10)],
  ])('may hold %s', (_, change) => {
    expect(parsed(change)).toMatchObject({ ok: true, data: { content: info, signer: { hash: 'sha256' } } });
  });

  it.each<[string, Partial<build.TokenParts>, string]>([
    ['thirty-one attributes', attributes(31), 'signed attributes: too many'],
    ['eleven certificates', certificates(11), 'certificates: too many'],
    ['an older version', { version: 2 }, 'not SignedData of version 3'],
    ['a version of other contents', { version: 5 }, 'not SignedData of version 3'],
    ['a version to come', { version: 6 }, 'version: out of range'],
    ['a signer named by its key', { signerVersion: 3 }, 'the signer is not named by issuer and serial number'],
    ['a signer of a version to come', { signerVersion: 4 }, 'signer version: out of range'],
    [
      'a name for no certificate',
      { attributes: build.sorted(three.with(2, build.namedBySha256())) },
      'signing certificate attribute: names no certificate',
    ],
    [
      'no digest of its contents',
      { attributes: build.sorted(three.toSpliced(1, 1)) },
      'signed attributes: content type or message digest is missing',
    ],
  ])('may not hold %s', (_, change, reason) => {
    expect(parsed(change)).toEqual({ ok: false, reason: `not a time-stamp token: ${reason}` });
  });
});
