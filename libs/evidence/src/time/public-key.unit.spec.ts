import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { DerReader } from './der.ts';
import { readKey } from './public-key.ts';

const reading = (spki: Uint8Array): unknown => {
  const reader = new DerReader(spki);
  const { kind } = readKey(reader, 'key');
  reader.end('key');
  return reader.fault ?? kind;
};

const rsaEncryption = '1.2.840.113549.1.1.1';
const ecPublicKey = '1.2.840.10045.2.1';
const curves = { p256: '1.2.840.10045.3.1.7', p384: '1.3.132.0.34', p521: '1.3.132.0.35' } as const;

/** A number of so many bits, the highest and the lowest of them set, as contents of an INTEGER. */
const modulusOf = (bits: number): Uint8Array => {
  const number = new Uint8Array(Math.floor(bits / 8) + 1);
  number[0] = bits % 8 === 0 ? 0 : 1 << ((bits % 8) - 1);
  if (bits % 8 === 0) number[1] = 0x80;
  number[number.length - 1] = 1;
  return number;
};
const usual = [1, 0, 1];
const rsaKey = (modulus: Uint8Array, exponent: readonly number[], parameters: Uint8Array = build.nothing): Uint8Array =>
  build.sequence(
    build.sequence(build.oid(rsaEncryption), parameters),
    build.bits(build.sequence(build.der(0x02, modulus), build.der(0x02, Uint8Array.from(exponent)))),
  );

describe('an RSA key', () => {
  it('is read as it was made', () => {
    expect(reading(build.rsaKeys().spki)).toBe('rsa');
  });

  it.each([2048, 2049, 2055, 2056, 3072, 8191, 8192])('may have %s bits', (bits) => {
    expect(reading(rsaKey(modulusOf(bits), usual))).toBe('rsa');
  });

  it.each([1024, 2040, 2041, 2047, 8193, 8200, 16384])('may not have %s bits', (bits) => {
    expect(reading(rsaKey(modulusOf(bits), usual))).toBe('key: RSA keys have 2048 to 8192 bits');
  });

  it.each([0x80, 0x81, 0xff])('has no negative modulus: the first byte is %s', (first) => {
    const modulus = new Uint8Array(512);
    modulus[0] = first;
    expect(reading(rsaKey(modulus, usual))).toBe('key: RSA keys have 2048 to 8192 bits');
  });

  it.each([
    ['3', [3]],
    ['5', [5]],
    ['9', [9]],
    ['65537', usual],
    ['2^31 - 1', [0x7f, 0xff, 0xff, 0xff]],
  ])('may have the exponent %s', (_, exponent) => {
    expect(reading(rsaKey(modulusOf(2048), exponent))).toBe('rsa');
  });

  it.each([
    ['0', [0], 'not an RSA exponent in use'],
    ['1', [1], 'not an RSA exponent in use'],
    ['2', [2], 'not an RSA exponent in use'],
    ['4', [4], 'not an RSA exponent in use'],
    ['65536', [1, 0, 0], 'not an RSA exponent in use'],
    ['-1', [0xff], 'out of range'],
    ['-128', [0x80], 'out of range'],
    ['2^31 + 1', [0, 0x80, 0, 0, 1], 'out of range'],
  ])('may not have the exponent %s', (_, exponent, reason) => {
    expect(reading(rsaKey(modulusOf(2048), exponent))).toBe(`key: ${reason}`);
  });

  it.each([
    ['with no parameters', build.bytes(), 'missing or of another kind'],
    ['with parameters that hold something', build.der(0x05, Uint8Array.of(0)), 'NULL that holds something'],
    ['with the parameters of a curve', build.oid(curves.p256), 'missing or of another kind'],
    ['with more after its parameters', build.bytes(build.nothing, build.nothing), 'bytes left over'],
  ])('is not named %s', (_, parameters, reason) => {
    expect(reading(rsaKey(modulusOf(2048), usual, parameters))).toBe(`key: ${reason}`);
  });
});

describe('a key on a curve', () => {
  it.each(['P-256', 'P-384', 'P-521'])('is read as it was made: %s', (curve) => {
    expect(reading(build.ecKeys(curve).spki)).toBe('ec');
  });

  const ecKey = (curve: string, point: readonly number[], name = ecPublicKey): Uint8Array =>
    build.sequence(build.sequence(build.oid(name), build.oid(curve)), build.bits(Uint8Array.from(point)));
  /** A first byte and so many more. */
  const point = (first: number, rest: number): readonly number[] => [first, ...Array<number>(rest).fill(7)];

  it.each([
    [curves.p256, 64],
    [curves.p384, 96],
    [curves.p521, 132],
  ])('on %s is a point of two coordinates, and no other', (curve, rest) => {
    expect(reading(ecKey(curve, point(4, rest)))).toBe('ec');
    const others = [point(4, rest - 1), point(4, rest + 1), point(4, rest / 2), point(2, rest / 2), point(6, rest)];
    for (const other of [...others, point(3, rest), point(5, rest), [0], []])
      expect(reading(ecKey(curve, other))).toBe('key: not an uncompressed point');
  });

  it('is on one of the curves that are taken', () => {
    for (const spki of [ecKey('1.3.132.0.10', point(4, 64)), ecKey('1.2.840.10045.3.1.1', point(4, 48))])
      expect(reading(spki)).toBe('key: not RSA and not on P-256, P-384 or P-521');
  });

  it('is for signatures: not named as one for agreeing on keys', () => {
    const name = '1.3.132.1.12';
    expect(reading(ecKey(curves.p256, point(4, 64), name))).toBe('key: not RSA and not on P-256, P-384 or P-521');
  });
});
