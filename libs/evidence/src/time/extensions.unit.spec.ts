import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { DerReader } from './der.ts';
import { readUses, type Uses } from './extensions.ts';

/** What the extensions say, or why they are refused. */
const usesOf = (...extensions: readonly Uint8Array[]): Uses | string => {
  const reader = new DerReader(build.sequence(...extensions));
  const uses = readUses(reader);
  return reader.fault ?? uses;
};
const none: Uses = { isAuthority: false, pathLength: null, keyUsage: null, purposes: null, unknownCritical: [] };

const isFalse = Uint8Array.of(0x01, 0x01, 0x00);
const constraints = (...contents: readonly Uint8Array[]): Uint8Array =>
  build.extension('2.5.29.19', true, build.sequence(...contents));
/** The contents of a BIT STRING: bits that are not used, then the bits. */
const keyUsage = (...contents: readonly number[]): Uint8Array =>
  build.extension('2.5.29.15', true, build.der(0x03, Uint8Array.from(contents)));
const others = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, place) => build.extension(`1.2.3.${place}`, false, build.nothing));
const purposes = (count: number): Uint8Array =>
  build.purposes(true, ...Array.from({ length: count }, () => build.stampingPurpose));

describe('the extensions of a certificate', () => {
  it.each<[string, readonly Uint8Array[], Partial<Uses>]>([
    ['nothing', [], {}],
    ['that it is no authority', [constraints()], {}],
    ['that it is one', [constraints(build.isTrue)], { isAuthority: true }],
    ['that none may follow below', [constraints(build.isTrue, build.integer(0))], { isAuthority: true, pathLength: 0 }],
    [
      'that a hundred may follow',
      [constraints(build.isTrue, build.integer(100))],
      { isAuthority: true, pathLength: 100 },
    ],
    ['that it signs', [keyUsage(7, 0x80)], { keyUsage: ['digitalSignature'] }],
    ['the last use of a byte', [keyUsage(0, 0x81)], { keyUsage: ['digitalSignature', 'encipherOnly'] }],
    ['the use behind the first byte', [keyUsage(7, 0x80, 0x80)], { keyUsage: ['digitalSignature', 'decipherOnly'] }],
    [
      'all uses',
      [keyUsage(7, 0xff, 0x80)],
      {
        keyUsage: [
          'digitalSignature',
          'nonRepudiation',
          'keyEncipherment',
          'dataEncipherment',
          'keyAgreement',
          'keyCertSign',
          'cRLSign',
          'encipherOnly',
          'decipherOnly',
        ],
      },
    ],
    [
      'a purpose without insisting on it, though it insists on something else',
      [constraints(build.isTrue), build.purposes(false, build.stampingPurpose)],
      { isAuthority: true, purposes: { isCritical: false, names: [build.stampingPurpose] } },
    ],
    [
      'twenty purposes',
      [purposes(20)],
      { purposes: { isCritical: true, names: Array.from({ length: 20 }, () => build.stampingPurpose) } },
    ],
    [
      'what is not known here, of which only the critical counts',
      [build.extension('1.2.3', false, build.nothing), build.extension('1.2.4', true, build.nothing)],
      { unknownCritical: ['1.2.4'] },
    ],
    ['forty things', others(40), {}],
  ])('may say %s', (_, extensions, uses) => {
    expect(usesOf(...extensions)).toEqual({ ...none, ...uses });
  });

  it.each<[string, readonly Uint8Array[], string]>([
    ['forty-one things', others(41), 'extensions: too many'],
    ['one thing twice', [keyUsage(7, 0x80), keyUsage(7, 0x80)], 'an extension is repeated'],
    [
      'that they are not critical, which goes without saying',
      [build.sequence(build.oid('1.2.3'), isFalse, build.octets(build.nothing))],
      'extension: a default value is written down',
    ],
    [
      'that it is no authority, which goes without saying',
      [constraints(isFalse)],
      'basicConstraints: a default value is written down',
    ],
    [
      'how many may follow one that is no authority',
      [constraints(build.integer(0))],
      'basicConstraints: a path length without authority',
    ],
    ['that too many may follow', [constraints(build.isTrue, build.integer(101))], 'pathLenConstraint: out of range'],
    [
      'something behind how many may follow',
      [constraints(build.isTrue, build.nothing)],
      'basicConstraints: bytes left over',
    ],
    ['twenty-one purposes', [purposes(21)], 'extendedKeyUsage: too many'],
  ])('may not say %s', (_, extensions, reason) => {
    expect(usesOf(...extensions)).toBe(reason);
  });

  it.each<[string, readonly number[]]>([
    ['nothing at all', []],
    ['no bits', [0]],
    ['a bit that is not set', [7, 0x00]],
    ['bits behind the last one set', [0, 0x80]],
    ['more bits left out than there are behind the last one set', [7, 0xc0]],
    ['bits behind the last one set in the second byte', [0, 0x80, 0x80]],
    ['a second byte without a bit', [8, 0x01, 0x00]],
    ['a second byte without a bit, far behind the last one', [15, 0x80, 0x00]],
    ['a third byte', [7, 0x80, 0x80, 0x80]],
  ])('may not give the uses of the key as %s', (_, contents) => {
    expect(usesOf(keyUsage(...contents))).toBe('keyUsage: malformed');
  });
});
