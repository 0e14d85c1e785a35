import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAddCheckpoint } from './add-checkpoint.ts';

const hash = `${'A'.repeat(43)}=`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => parseAddCheckpoint(bytes(text));

describe('the body of an add-checkpoint request', () => {
  it('is an old size, proof lines, an empty line and the note as it is', () => {
    const body = read(`old 20852014\n${hash}\n${hash}\n\nso-cai.example/tinh\n5\n\n— x y\n`);
    expect(body).toMatchObject({ ok: true, oldSize: 20852014n, proof: [new Uint8Array(32), new Uint8Array(32)] });
    expect(body.ok && new TextDecoder().decode(body.note)).toBe('so-cai.example/tinh\n5\n\n— x y\n');
  });

  it('has no proof lines when there is nothing to prove', () => {
    expect(read('old 0\n\nnote')).toMatchObject({ ok: true, oldSize: 0n, proof: [] });
  });

  it('takes 63 proof lines and the largest size there is', () => {
    expect(read(`old 18446744073709551615\n${`${hash}\n`.repeat(63)}\n`)).toMatchObject({
      ok: true,
      oldSize: 2n ** 64n - 1n,
      proof: { length: 63 },
    });
  });

  it.each([
    ['64 proof lines', `old 5\n${`${hash}\n`.repeat(64)}\n`, 'at most 63'],
    ['no empty line', `old 5\n${hash}\n`, 'no empty line'],
    ['nothing', '', 'no empty line'],
    ['an empty first line', '\nnote', 'first line'],
    ['a leading zero', 'old 05\n\nnote', 'first line'],
    ['a sign', 'old +5\n\nnote', 'first line'],
    ['a size beyond 64 bits', 'old 18446744073709551616\n\nnote', 'first line'],
    ['another word', 'OLD 5\n\nnote', 'first line'],
    ['two spaces', 'old  5\n\nnote', 'first line'],
    ['a carriage return', 'old 5\r\n\r\nnote', 'no empty line'],
    ['a carriage return in the size line', 'old 5\r\n\nnote', 'first line'],
    ['a hash of 31 bytes', `old 5\n${'A'.repeat(40)}AA==\n\nnote`, '32 bytes'],
    ['base64 in a second spelling', `old 5\n${'A'.repeat(42)}B=\n\nnote`, '32 bytes'],
    ['base64 without padding', `old 5\n${'A'.repeat(43)}\n\nnote`, '32 bytes'],
    ['a long line', `old 5\n${'A'.repeat(1000)}\n\nnote`, 'no empty line'],
  ])('refuses %s', (_, text, reason) => {
    expect(read(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (noise, begun) => {
        const given = begun ? new Uint8Array([...bytes('old 7\n'), ...noise]) : noise;
        expect(typeof parseAddCheckpoint(given).ok).toBe('boolean');
      }),
    );
  });
});
