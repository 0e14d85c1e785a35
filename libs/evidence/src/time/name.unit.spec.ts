import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { commonNameIn, printable } from './name.ts';

const part = (type: string, text: Uint8Array): Uint8Array => build.set(build.sequence(build.oid(type), text));
const [commonName, organisation] = ['2.5.4.3', '2.5.4.10'];
const printableString = (text: string): Uint8Array => build.der(0x13, new TextEncoder().encode(text));

describe('the name of an authority', () => {
  it.each<[string, readonly Uint8Array[], string]>([
    ['its common name', [part(organisation, build.utf8('Sở')), part(commonName, build.utf8('Tem'))], 'Tem'],
    ['the last one when there are two', [part(commonName, build.utf8('A')), part(commonName, build.utf8('B'))], 'B'],
    [
      'its organisation when it has no other',
      [part('2.5.4.6', build.utf8('VN')), part(organisation, build.utf8('Sở'))],
      'Sở',
    ],
    [
      'its organisation when the other is empty',
      [part(commonName, build.utf8('')), part(organisation, build.utf8('Sở'))],
      'Sở',
    ],
    ['nothing when it has none', [part('2.5.4.6', build.utf8('VN'))], ''],
    ['nothing without any parts', [], ''],
    ['in letters of ASCII', [part(commonName, printableString('Tem'))], 'Tem'],
    ['in IA5', [part(commonName, build.der(0x16, new TextEncoder().encode('Tem')))], 'Tem'],
    ['in units of two bytes', [part(commonName, build.der(0x1e, Uint8Array.of(0x1e, 0xa4, 0x00, 0x6d)))], 'Ấm'],
    ['not in letters of telex', [part(commonName, build.der(0x14, Uint8Array.of(0x41)))], ''],
    ['without what moves the cursor', [part(commonName, build.utf8('T\u001bem'))], 'T em'],
    ['without bytes that are no letters', [part(commonName, build.der(0x0c, Uint8Array.of(0x41, 0xff)))], 'A\ufffd'],
    ['among forty parts', Array.from({ length: 40 }, () => part(commonName, build.utf8('A'))), 'A'],
    ['not among more', Array.from({ length: 41 }, () => part(commonName, build.utf8('A'))), ''],
  ])('is %s', (_, parts, name) => {
    expect(commonNameIn(build.sequence(...parts))).toBe(name);
  });

  it('is nothing when it cannot be read', () => {
    for (const wrong of [build.nothing, build.sequence(build.nothing), build.sequence(build.set(build.nothing))])
      expect(commonNameIn(wrong)).toBe('');
  });
});

describe('a text of others', () => {
  it('is shown as far as 200 letters, in one line and one direction', () => {
    expect(printable('a'.repeat(300))).toHaveLength(200);
    expect(printable('a\nb\u2028c\u2029d\u202ee\u200bf')).toBe('a b c d e f');
    expect(printable('Sở Nội vụ – “Tem”')).toBe('Sở Nội vụ – “Tem”');
  });
});
