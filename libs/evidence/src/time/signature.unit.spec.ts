import { constants, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import type { Scheme } from './algorithms.ts';
import { digestOf, signatureHolds } from './signature.ts';

const message = new TextEncoder().encode('abc');
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const ec = build.ecKeys();
const rsa = build.rsaKeys();
const ecdsa: Scheme = { kind: 'ec', hash: 'sha256', saltLength: null };
const pkcs1: Scheme = { kind: 'rsa', hash: 'sha256', saltLength: null };
const pss: Scheme = { kind: 'rsa', hash: 'sha256', saltLength: 32 };

const byEc = new Uint8Array(sign('sha256', message, ec.privateKey));
const byRsa = new Uint8Array(sign('sha256', message, rsa.privateKey));
const byPss = (saltLength: number): Uint8Array => {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return new Uint8Array(sign('sha256', message, { key: rsa.privateKey, padding, saltLength }));
};
const claims = [
  { spki: ec.spki, scheme: ecdsa, message, signature: byEc },
  { spki: rsa.spki, scheme: pkcs1, message, signature: byRsa },
  { spki: rsa.spki, scheme: pss, message, signature: byPss(32) },
];

describe('a signature', () => {
  it.each(claims)('holds for its own message, key and hash only (#$#)', (claim) => {
    expect(signatureHolds(claim)).toBe(true);
    const { signature, scheme } = claim;
    expect(signatureHolds({ ...claim, message: message.slice(1) })).toBe(false);
    expect(signatureHolds({ ...claim, scheme: { ...scheme, hash: 'sha384' } })).toBe(false);
    expect(signatureHolds({ ...claim, spki: build.ecKeys().spki })).toBe(false);
    for (const other of [new Uint8Array(), signature.slice(1), Uint8Array.of(...signature, 0)])
      expect(signatureHolds({ ...claim, signature: other })).toBe(false);
  });

  it('of RSA holds with the padding that is stated, and as much salt', () => {
    const [, byName, byMask] = claims;
    expect(byName && signatureHolds({ ...byName, signature: byPss(32) })).toBe(false);
    expect(byMask && signatureHolds({ ...byMask, signature: byRsa })).toBe(false);
    for (const salt of [0, 20, 31, 33])
      expect(byMask && signatureHolds({ ...byMask, signature: byPss(salt) })).toBe(false);
  });

  it('does not hold under a key that is no key', () => {
    const besideTheCurve = ec.spki.with(-1, (ec.spki.at(-1) ?? 0) ^ 1);
    const atInfinity = build.sequence(
      build.sequence(build.oid('1.2.840.10045.2.1'), build.oid('1.2.840.10045.3.1.7')),
      build.bits(Uint8Array.of(0)),
    );
    for (const spki of [besideTheCurve, atInfinity, ec.spki.slice(1), new Uint8Array(), message])
      expect(signatureHolds({ spki, scheme: ecdsa, message, signature: byEc })).toBe(false);
  });
});

describe('a digest', () => {
  it('is that of the function named', () => {
    expect(hexOf(digestOf('sha1', message))).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
    expect(hexOf(digestOf('sha256', message))).toMatch(/^ba7816bf8f01cfea414140de5dae2223b00361a396177a9c/);
    expect(hexOf(digestOf('sha384', message))).toMatch(/^cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163/);
    expect(hexOf(digestOf('sha512', message))).toMatch(/^ddaf35a193617abacc417349ae20413112e6fa4e89a97ea2/);
  });
});
