import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { readTimestampResponse, timestampRequest } from './request.ts';

const stamped = new TextEncoder().encode('abc');
const hexOf = (content: Uint8Array): string =>
  Array.from(content, (byte) => byte.toString(16).padStart(2, '0')).join('');
const head =
  '020101' +
  '3031300d060960864801650304020105000420' +
  'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('a request', () => {
  it.each([
    [0n, '303c', '020100'],
    [127n, '303c', '02017f'],
    [128n, '303d', '02020080'],
    [0xffffn, '303e', '020300ffff'],
    [0x0102030405060708n, '3043', '02080102030405060708'],
    [2n ** 64n - 1n, '3044', '020900ffffffffffffffff'],
  ])('with the nonce %s is these bytes', (nonce, start, number) => {
    expect(hexOf(timestampRequest({ stamped, nonce }))).toBe(`${start}${head}${number}0101ff`);
  });

  it.each([-1n, 2n ** 64n])('has no nonce of %s', (nonce) => {
    expect(() => timestampRequest({ stamped, nonce })).toThrow(RangeError);
  });
});

const root = build.certify({ commonName: 'Root', keys: build.ecKeys(), issuer: null, extensions: [build.authority()] });
const question = { stamped, nonce: 200n };
const nonce = build.integer(200);
const token = build.token({ signer: root, info: build.tstInfo({ stamped, rest: [nonce] }) });
const granted = build.sequence(build.integer(0));
const reasonFor = (...parts: readonly Uint8Array[]): string => {
  const answer = readTimestampResponse(build.sequence(...parts), question);
  return answer.ok ? 'accepted' : answer.reason;
};
const refused = (status: number, ...rest: readonly Uint8Array[]): string =>
  reasonFor(build.sequence(build.integer(status), ...rest));

describe('a response', () => {
  it('gives its token, in bytes of its own', () => {
    const response = build.sequence(granted, token);
    const answer = readTimestampResponse(response, question);
    expect(answer).toEqual({ ok: true, token });
    response.fill(0);
    expect(answer).toEqual({ ok: true, token });
  });

  it.each([0, 1])('may say %s with words of its own', (status) => {
    const said = build.sequence(build.integer(status), build.sequence(build.utf8('đã cấp')));
    expect(reasonFor(said, token)).toBe('accepted');
  });

  it.each([
    [2, 'rejection'],
    [3, 'waiting'],
    [4, 'revocationWarning'],
    [5, 'revocationNotification'],
  ])('%s is %s', (status, name) => {
    expect(refused(status)).toBe(`the authority answered ${name}`);
  });

  it.each([
    ['80', 'badAlg', 7],
    ['20', 'badRequest', 5],
    ['04', 'badDataFormat', 2],
    ['0002', 'timeNotAvailable', 1],
    ['0001', 'unacceptedPolicy', 0],
    ['000080', 'unacceptedExtension', 7],
    ['000040', 'addInfoNotAvailable', 6],
    ['00000040', 'systemFailure', 6],
  ])('names the failure in the bits %s: %s', (hex, name, unused) => {
    const bits = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    expect(refused(2, build.bits(bits, unused))).toBe(`the authority answered rejection: ${name}`);
  });

  it('tells what the authority said, without what would move the cursor, and not for ever', () => {
    const said = build.sequence(build.utf8('một\u001b[2J'), build.utf8('hai\u202e'));
    expect(refused(2, said, build.bits(Uint8Array.of(0x20), 5))).toBe(
      'the authority answered rejection: badRequest; một [2J; hai ',
    );
    expect(refused(2, build.sequence(build.utf8('a'.repeat(5000)))).length).toBeLessThan(250);
  });

  const info = (rest: readonly Uint8Array[], of = stamped, hash: build.Hash = 'sha256'): Uint8Array =>
    build.token({ signer: root, info: build.tstInfo({ stamped: of, hash, rest }) });
  it.each<[string, readonly Uint8Array[], RegExp]>([
    ['no token', [granted], /sent none/],
    ['a token and more', [granted, token, token], /left over/],
    ['another status', [build.sequence(build.integer(6)), token], /status: out of range/],
    ['a negative status', [build.sequence(Uint8Array.of(0x02, 0x01, 0xff)), token], /status: out of range/],
    ['a status and more', [build.sequence(build.integer(0), build.nothing), token], /status: bytes left over/],
    [
      'eleven texts',
      [build.sequence(build.integer(2), build.sequence(...Array.from({ length: 11 }, () => build.utf8('a'))))],
      /too many/,
    ],
    ['another nonce', [granted, info([build.integer(201)])], /another request/],
    ['no nonce', [granted, info([])], /another request/],
    ['other bytes', [granted, info([nonce], stamped.slice(1))], /other bytes/],
    ['another hash', [granted, info([nonce], stamped, 'sha512')], /other bytes/],
    ['a stamp that is none', [granted, build.token({ signer: root, info: build.nothing })], /not a time stamp:/],
    ['a token that is none', [granted, build.sequence(build.nothing)], /not a time-stamp token:/],
  ])('is refused with %s', (_, parts, reason) => {
    expect(reasonFor(...parts)).toMatch(reason);
  });

  it('is refused when it is none, whatever it is', () => {
    const whole = build.sequence(granted, token);
    for (let end = 0; end < whole.length; end += 1)
      expect(readTimestampResponse(whole.slice(0, end), question).ok).toBe(false);
    expect(readTimestampResponse(build.bytes(whole, [0]), question).ok).toBe(false);
    expect(readTimestampResponse(new Uint8Array(200_001), question)).toMatchObject({
      reason: 'the response is longer than any',
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) =>
        expect(readTimestampResponse(any, question).ok).toBe(false),
      ),
    );
    for (const [response, asked] of [
      [null, question],
      [whole, null],
      [whole, { stamped, nonce: 1 }],
      [whole, { nonce: 1n }],
    ])
      expect(readTimestampResponse(response as never, asked as never)).toMatchObject({ ok: false });
  });
});
