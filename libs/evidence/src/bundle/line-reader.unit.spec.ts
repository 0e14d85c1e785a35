import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toBase64 } from '../note/base64.ts';
import { LineReader, Malformed } from './line-reader.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
type Taken = readonly [value: unknown, at: number];
/** What a method takes from a text, and how far the reader is then; or why nothing. */
const takenBy = (take: (reader: LineReader) => unknown, text: string | Uint8Array, from = 0): Taken | string => {
  const reader = new LineReader(typeof text === 'string' ? encode(text) : text, from);
  try {
    return [take(reader), reader.at];
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return error.message;
  }
};

describe('a reader of lines', () => {
  it('takes a text only where it stands whole', () => {
    const reader = new LineReader(encode('abcd'));
    const seen = ['abc', 'abd', 'axc', 'abcde'].map((text) => reader.isAt(text));
    expect([seen, reader.at]).toEqual([[true, false, false, false], 0]);
    expect([reader.takes('b'), reader.at, reader.takes('ab'), reader.at, reader.isAtEnd]).toEqual([
      false,
      0,
      true,
      2,
      false,
    ]);
    reader.expect('cd');
    expect([reader.at, reader.isAtEnd]).toEqual([4, true]);
    expect(takenBy((line) => line.expect('x'), 'abcd')).toBe('x is missing');
  });

  it.each(['0', '7', '9', '10', '90', '999999999999999', '1000000000000000', '9007199254740993', `${2n ** 64n - 1n}`])(
    'takes the decimal %s and stops after it',
    (text) => {
      for (const after of ['', '"', ',', '/', ':', ' '])
        expect(takenBy((line) => line.decimal(), `"${text}${after}`, 1)).toEqual([BigInt(text), text.length + 1]);
    },
  );

  it.each(['', '"', '-1', '+1', '00', '01', '0000000000000000001', ':', '/', `${2n ** 64n}`, '9'.repeat(1000)])(
    'takes no decimal from %s',
    (text) => {
      expect(takenBy((line) => line.decimal(), text)).toBe('no decimal');
    },
  );

  it('takes every hash in its base64, wherever it stands', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const check = (bytes: Uint8Array): void => {
      expect(takenBy((line) => line.hash(), `ab${toBase64(bytes)}"`, 2)).toEqual([bytes, 46]);
    };
    for (const byte of [0x00, 0x0c, 0xf0, 0xff]) check(new Uint8Array(32).fill(byte));
    fc.assert(fc.property(hash, check));
    // Every letter of the alphabet at least once.
    for (let letter = 0; letter < 64; letter += 1) check(new Uint8Array(32).fill((letter << 2) | (letter >> 4)));
  });

  it('takes no hash that is spelt in any other way', () => {
    const spelt = toBase64(Uint8Array.from({ length: 32 }, (_, at) => 7 * at + 1));
    const withLetter = (at: number, letter: string): string => spelt.slice(0, at) + letter + spelt.slice(at + 1);
    const isRead = (text: string | Uint8Array): boolean => takenBy((line) => line.hash(), text) !== 'no hash';
    const places = Array.from({ length: 43 }, (_, at) => at);
    const letters = [...'-_= "\u0000\u0001@[`{.:'];
    expect(isRead(spelt)).toBe(true);
    expect(places.filter((at) => letters.some((letter) => isRead(withLetter(at, letter))))).toEqual([]);
    expect(places.filter((at) => isRead(encode(spelt).with(at, 0xff)))).toEqual([]);
    expect([0, ...places].filter((length) => isRead(spelt.slice(0, length)))).toEqual([]);
    expect(['', 'A', '"'].filter((letter) => isRead(withLetter(43, letter)))).toEqual([]);
    // The last letter holds four bits of the hash and two that are of none.
    const zeros = 'A'.repeat(42);
    expect(takenBy((line) => line.hash(), `${zeros}E=`)).toEqual([new Uint8Array(32).fill(1, 31), 44]);
    expect([...'BCDFGH/'].filter((letter) => isRead(`${zeros}${letter}=`))).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a text', '"đơn\\n"', 'đơn\n'],
    ['an empty text', '""', ''],
    ['a text that begins with a byte order mark', '"\ufeffx"', '\ufeffx'],
  ])('takes %s', (_, text, value) => {
    expect(takenBy((line) => line.text(), `x${text}y`, 1)).toEqual([value, encode(text).length + 1]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['one that does not begin', 'a"', 'not canonical JSON'],
    ['one that does not end', '"a', 'not canonical JSON'],
    ['one with a needless escape', '"\\u0061"', 'not canonical JSON'],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xc3, 0x22), 'not UTF-8'],
  ])('takes no text from %s', (_, text, reason) => {
    expect(takenBy((line) => line.text(), text)).toBe(reason);
  });

  it('takes base64 in a text, exactly', () => {
    expect(takenBy((line) => line.base64(), '"AQID"')).toEqual([Uint8Array.of(1, 2, 3), 6]);
    for (const text of ['"AQI"', '"AR=="', '"A-=="']) expect(takenBy((line) => line.base64(), text)).toBe('no base64');
  });

  it('takes a value with its bytes', () => {
    const bytes = encode('{"a":[1,"é"]}');
    expect(takenBy((line) => line.value(), `x${new TextDecoder().decode(bytes)}]`, 1)).toEqual([
      { value: { a: [1, 'é'] }, text: '{"a":[1,"é"]}', bytes },
      bytes.length + 1,
    ]);
    expect(takenBy((line) => line.value(), '{"b":1,"a":2}')).toBe('not canonical JSON');
    expect(takenBy((line) => line.value(), Uint8Array.of(0x5b, 0x22, 0xff, 0x22, 0x5d))).toBe('not UTF-8');
  });

  it.each<[string, number | undefined, unknown]>([
    ['[]', undefined, [[], 2]],
    ['[]', 0, [[], 2]],
    ['[1]', undefined, [[1n], 3]],
    ['[1,2,3]', undefined, [[1n, 2n, 3n], 7]],
    ['[1,2]', 2, [[1n, 2n], 5]],
    ['[1,2,3]', 2, 'too many in a list'],
    ['[1]', 0, 'too many in a list'],
    ['[1', undefined, '] is missing'],
    ['[1,', undefined, 'no decimal'],
    ['1]', undefined, '[ is missing'],
  ])('takes of the list %s with at most %s what is in it', (text, most, taken) => {
    expect(takenBy((line) => line.list(() => line.decimal(), most), text)).toEqual(taken);
  });

  it('takes what is in quotation marks, and hashes alone from a list of hashes', () => {
    const hash = new Uint8Array(32).fill(5);
    const spelt = `"${toBase64(hash)}"`;
    const quoted = (text: string): Taken | string => takenBy((line) => line.quoted(() => line.decimal()), text);
    expect([quoted('"5"'), quoted('5"'), quoted('"5')]).toEqual([[5n, 3], '" is missing', '" is missing']);
    expect(takenBy((line) => line.hashes(), `[${spelt},${spelt}]`)).toEqual([[hash, hash], 95]);
    expect(takenBy((line) => line.hashes(1), `[${spelt},${spelt}]`)).toBe('too many in a list');
  });
});
