import { describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { parseTstInfo } from './tst-info.ts';

const stamped = Uint8Array.of(1, 2, 3);
const parsed = (...rest: readonly Uint8Array[]): ReturnType<typeof parseTstInfo> =>
  parseTstInfo(build.tstInfo({ stamped, rest }));

const seconds = build.integer;
const millis = (value: number): Uint8Array => build.der(0x80, build.integer(value).subarray(2));
const micros = (value: number): Uint8Array => build.der(0x81, build.integer(value).subarray(2));
const isFalse = Uint8Array.of(0x01, 0x01, 0x00);
const extension = (mark: readonly Uint8Array[], id = '1.2.3'): Uint8Array =>
  build.sequence(build.oid(id), ...mark, build.octets(build.nothing));
const extensions = (count: number): Uint8Array =>
  build.der(0xa1, ...Array.from({ length: count }, () => extension([])));
const authority = build.der(0xa0, build.der(0xa4, build.name('Tem')));

describe('what an authority signs', () => {
  it('says what was stamped, and when', () => {
    expect(parsed()).toEqual({
      ok: true,
      info: {
        hash: 'sha256',
        digest: build.digest('sha256', stamped),
        time: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
        accuracy: 0,
        nonce: null,
      },
    });
  });

  it.each<[string, readonly Uint8Array[], number]>([
    ['nothing', [], 0],
    ['seconds', [seconds(2)], 2000],
    [
      'as many seconds as a number of four bytes holds',
      [build.der(0x02, Uint8Array.of(0x7f, 0xff, 0xff, 0xff))],
      2_147_483_647_000,
    ],
    ['thousandths', [millis(999)], 999],
    ['millionths, rounded up to a thousandth', [micros(1)], 1],
    ['almost a thousandth', [micros(999)], 1],
    ['seconds and millionths', [seconds(1), micros(500)], 1001],
    ['thousandths and millionths', [millis(3), micros(4)], 4],
    ['all three', [seconds(2), millis(3), micros(4)], 2004],
  ])('is as exact as it says: %s', (_, parts, accuracy) => {
    expect(parsed(build.sequence(...parts))).toMatchObject({ ok: true, info: { accuracy, nonce: null } });
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['order', [build.isTrue]],
    ['no order, though that goes without saying', [isFalse]],
    ['who signed', [authority]],
    ['twenty extensions', [extensions(20)]],
    [
      'an extension that says it is not critical, though that goes without saying',
      [build.der(0xa1, extension([isFalse]))],
    ],
  ])('may state %s', (_, rest) => {
    expect(parsed(...rest)).toMatchObject({ ok: true, info: { accuracy: 0, nonce: null } });
  });

  it('gives back the number of the request', () => {
    expect(parsed(build.integer(0x1234))).toMatchObject({ ok: true, info: { nonce: Uint8Array.of(0x12, 0x34) } });
  });

  it.each<[string, readonly Uint8Array[], string]>([
    ['more seconds than any', [build.sequence(seconds(0x80_00_00_00))], 'accuracy: out of range'],
    ['a thousand thousandths', [build.sequence(millis(1000))], 'accuracy: out of range'],
    ['a thousand millionths', [build.sequence(micros(1000))], 'accuracy: out of range'],
    ['millionths before thousandths', [build.sequence(micros(1), millis(1))], 'accuracy: bytes left over'],
    ['twenty-one extensions', [extensions(21)], 'extensions: too many'],
    [
      'a critical extension',
      [build.der(0xa1, extension([build.isTrue]))],
      'a critical extension that is not known: 1.2.3',
    ],
    ['a truth value that is neither', [Uint8Array.of(0x01, 0x01, 0x01)], 'ordering: not a truth value'],
    ['something left over', [build.nothing], 'time stamp: bytes left over'],
  ])('may not state %s', (_, rest, reason) => {
    expect(parsed(...rest)).toEqual({ ok: false, reason: `not a time stamp: ${reason}` });
  });

  it.each<[string, Uint8Array, string]>([
    ['of version 0', build.tstInfo({ stamped, version: 0 }), 'not of version 1'],
    ['of a version to come', build.tstInfo({ stamped, version: 2 }), 'version: out of range'],
    ['followed by other bytes', build.bytes(build.tstInfo({ stamped }), [0]), 'time stamp: bytes left over'],
    ['nothing', new Uint8Array(), 'time stamp: missing or of another kind'],
  ])('may not be %s', (_, der, reason) => {
    expect(parseTstInfo(der)).toEqual({ ok: false, reason: `not a time stamp: ${reason}` });
  });
});
