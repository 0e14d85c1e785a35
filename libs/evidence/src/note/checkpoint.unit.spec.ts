import { describe, expect, it } from '@jest/globals';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';

const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const text = `so-cai.example/tinh\n12\n${root}\n`;

describe('a checkpoint', () => {
  it('is written and read back', () => {
    const parsed = parseCheckpoint(text);
    expect(parsed).toMatchObject({
      ok: true,
      checkpoint: { origin: 'so-cai.example/tinh', size: 12n, extensions: [] },
    });
    expect(parsed.ok && formatCheckpoint(parsed.checkpoint)).toBe(text);
  });

  const unended = 'the last line of the checkpoint is not ended';
  const nameless = 'the checkpoint names no origin';
  const sizeless = 'the tree size is not a plain decimal';
  const rootless = 'the root is not 32 bytes in base64';
  it.each([
    ['nothing in it', '', unended],
    ['no end of line', `o\n1\n${root}`, unended],
    ['no end of line after an extension', `o\n1\n${root}\nmore`, unended],
    ['nothing but the end of a line', '\n', nameless],
    ['no origin', `\n1\n${root}\n`, nameless],
    ['one line', 'o\n', sizeless],
    ['no size', `o\n\n${root}\n`, sizeless],
    ['a leading zero', `o\n01\n${root}\n`, sizeless],
    ['a sign', `o\n+1\n${root}\n`, sizeless],
    ['a size below zero', `o\n-1\n${root}\n`, sizeless],
    ['a fraction', `o\n1.0\n${root}\n`, sizeless],
    ['hexadecimal digits', `o\n0x1\n${root}\n`, sizeless],
    ['a space before the size', `o\n 1\n${root}\n`, sizeless],
    ['a space after the size', `o\n1 \n${root}\n`, sizeless],
    ['a size of 2^64', `o\n18446744073709551616\n${root}\n`, sizeless],
    ['a size of a thousand digits', `o\n${'1'.repeat(1000)}\n${root}\n`, sizeless],
    ['two lines', 'o\n1\n', rootless],
    ['a short root', 'o\n1\nAAAA\n', rootless],
    ['a loose root', `o\n1\n${root.replace('I=', 'J=')}\n`, rootless],
    ['an empty extension line', `o\n1\n${root}\n\n`, 'an extension line is empty'],
  ])('is refused with %s', (_, wrong, reason) => {
    expect(parseCheckpoint(wrong)).toEqual({ ok: false, reason });
  });

  it('is refused when it is no text', () => {
    for (const wrong of [undefined, null, 7, [text], new TextEncoder().encode(text), { endsWith: () => true }])
      expect(parseCheckpoint(wrong as never)).toEqual({ ok: false, reason: unended });
  });

  it('goes from no leaf up to 2^64 - 1 leaves and may carry extension lines', () => {
    expect(parseCheckpoint(`o\n0\n${root}\n`)).toMatchObject({ ok: true, checkpoint: { size: 0n, extensions: [] } });
    expect(parseCheckpoint(`o\n18446744073709551615\n${root}\nmore\n`)).toMatchObject({
      ok: true,
      checkpoint: { size: 2n ** 64n - 1n, extensions: ['more'] },
    });
  });

  it('is not written when it cannot be read', () => {
    const good = { origin: 'o', size: 1n, root: new Uint8Array(32), extensions: [] };
    for (const wrong of [
      { ...good, origin: '' },
      { ...good, size: -1n },
      { ...good, root: new Uint8Array(3) },
      { ...good, extensions: [''] },
      { ...good, origin: 'a\nb' },
    ]) {
      expect(() => formatCheckpoint(wrong)).toThrow(RangeError);
    }
  });
});
