import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { readHash, readScheme, type HashName } from './algorithms.ts';
import { DerReader } from './der.ts';

const reading = (element: Uint8Array, read: (reader: DerReader) => unknown): unknown => {
  const reader = new DerReader(element);
  const value = read(reader);
  reader.end('document');
  return reader.fault ?? value;
};

const identifier = (name: string, ...parameters: readonly Uint8Array[]): Uint8Array =>
  build.sequence(build.oid(name), ...parameters);
const nullOf = (...bytes: readonly number[]): Uint8Array => build.der(0x05, Uint8Array.from(bytes));

describe('a hash function', () => {
  const hash = (...given: Parameters<typeof identifier>): unknown =>
    reading(identifier(...given), (reader) => readHash(reader, 'it'));

  it.each([
    ['2.16.840.1.101.3.4.2.1', 'sha256'],
    ['2.16.840.1.101.3.4.2.2', 'sha384'],
    ['2.16.840.1.101.3.4.2.3', 'sha512'],
  ])('%s is %s, with NULL or nothing for parameters', (name, value) => {
    expect([hash(name), hash(name, nullOf())]).toEqual([value, value]);
    for (const bytes of [[0], [0, 0]]) expect(hash(name, nullOf(...bytes))).toBe('it: NULL that holds something');
    expect(hash(name, build.sequence())).toBe('it: missing or of another kind');
    expect(hash(name, nullOf(), nullOf())).toBe('it: bytes left over');
  });

  it.each(['1.3.14.3.2.26', '1.2.840.113549.2.5', '2.16.840.1.101.3.4.2.4', '2.16.840.1.101.3.4.2.8'])(
    '%s is not taken',
    (name) => {
      expect(hash(name)).toBe('it: not SHA-256, SHA-384 or SHA-512');
    },
  );
});

const rsaEncryption = '1.2.840.113549.1.1.1';
const unknown = 'it: not RSA or ECDSA with SHA-256, SHA-384 or SHA-512';
const scheme = (element: Uint8Array, hashBeside: HashName | null): unknown =>
  reading(element, (reader) => readScheme(reader, 'it', hashBeside));

describe('the scheme of a signature', () => {
  it.each<[string, 'rsa' | 'ec', HashName]>([
    ['1.2.840.113549.1.1.11', 'rsa', 'sha256'],
    ['1.2.840.113549.1.1.12', 'rsa', 'sha384'],
    ['1.2.840.113549.1.1.13', 'rsa', 'sha512'],
    ['1.2.840.10045.4.3.2', 'ec', 'sha256'],
    ['1.2.840.10045.4.3.3', 'ec', 'sha384'],
    ['1.2.840.10045.4.3.4', 'ec', 'sha512'],
  ])('%s is %s with %s, here and beside that hash', (name, kind, hash) => {
    const element = identifier(name, ...(kind === 'rsa' ? [nullOf()] : []));
    for (const beside of [null, hash]) expect(scheme(element, beside)).toEqual({ kind, hash, saltLength: null });
    for (const other of ['sha256', 'sha384', 'sha512'] as const)
      if (other !== hash) expect(scheme(element, other)).toBe('it: with another hash than stated beside it');
  });

  it('has NULL for parameters with RSA, and none with ECDSA', () => {
    const [rsa, ec] = ['1.2.840.113549.1.1.11', '1.2.840.10045.4.3.2'];
    expect(scheme(identifier(rsa), null)).toBe('it: missing or of another kind');
    for (const name of [rsa, rsaEncryption])
      expect(scheme(identifier(name, nullOf(0)), 'sha256')).toBe('it: NULL that holds something');
    expect(scheme(identifier(ec, nullOf()), null)).toBe('it: bytes left over');
  });

  it.each<HashName>(['sha256', 'sha384', 'sha512'])(
    'may be RSA alone beside %s, and not where none is named',
    (hash) => {
      const element = identifier(rsaEncryption, nullOf());
      expect(scheme(element, hash)).toEqual({ kind: 'rsa', hash, saltLength: null });
      expect(scheme(element, null)).toBe(unknown);
    },
  );

  it.each([
    ['RSA with MD5', identifier('1.2.840.113549.1.1.4', nullOf())],
    ['RSA with SHA-1', identifier('1.2.840.113549.1.1.5', nullOf())],
    ['RSA with SHA-224', identifier('1.2.840.113549.1.1.14', nullOf())],
    ['ECDSA with SHA-1', identifier('1.2.840.10045.4.1')],
    ['ECDSA with SHA-224', identifier('1.2.840.10045.4.3.1')],
    ['DSA with SHA-256', identifier('2.16.840.1.101.3.4.3.2')],
    ['Ed25519', identifier('1.3.101.112')],
  ])('is not %s', (_, element) => {
    for (const beside of [null, 'sha256'] as const) expect(scheme(element, beside)).toBe(unknown);
  });
});

describe('RSA-PSS', () => {
  const { sha1, sha256, sha384 } = build.hashIdentifiers;
  const maskOf = (hash: Uint8Array, name = '1.2.840.113549.1.1.8'): Uint8Array =>
    build.der(0xa1, build.sequence(build.oid(name), hash));
  const salt = (length: Uint8Array): Uint8Array => build.der(0xa2, length);
  const pss = (...parameters: readonly Uint8Array[]): unknown =>
    scheme(identifier('1.2.840.113549.1.1.10', build.sequence(...parameters)), null);
  const head = [build.der(0xa0, sha256), maskOf(sha256)];

  it.each([
    ['20 bytes of salt when it does not say', [], 20],
    ['no salt', [salt(build.integer(0))], 0],
    ['as much salt as the longest hash', [salt(build.integer(64))], 64],
  ])('has %s', (_, rest, saltLength) => {
    expect(pss(...head, ...rest)).toEqual({ kind: 'rsa', hash: 'sha256', saltLength });
  });

  it.each([
    ['no parameters', [], 'missing or of another kind'],
    ['no mask', [build.der(0xa0, sha256)], 'missing or of another kind'],
    ['SHA-1', [build.der(0xa0, sha1), maskOf(sha1)], 'not SHA-256, SHA-384 or SHA-512'],
    ['a mask of SHA-1', [build.der(0xa0, sha256), maskOf(sha1)], 'not SHA-256, SHA-384 or SHA-512'],
    ['a mask of another hash', [build.der(0xa0, sha256), maskOf(sha384)], 'the mask is made with another hash'],
    [
      'a mask made in another way',
      [build.der(0xa0, sha256), maskOf(sha256, '1.2.3')],
      'the mask is made in another way',
    ],
    ['more salt than any hash', [...head, salt(build.integer(65))], 'out of range'],
    ['a negative salt', [...head, salt(Uint8Array.of(2, 1, 0xff))], 'out of range'],
    ['another trailer', [...head, build.der(0xa3, build.integer(2))], 'bytes left over'],
  ])('is refused with %s', (_, parameters, reason) => {
    expect(pss(...parameters)).toBe(`it: ${reason}`);
  });
});
