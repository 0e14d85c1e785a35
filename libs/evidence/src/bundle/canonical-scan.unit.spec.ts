import { describe, expect, it } from '@jest/globals';
import { endOfText, endOfValue, maxDepth } from './canonical-scan.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const end = (text: string, from = 0): number => endOfValue(encode(text), from);
const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const records = (depth: number): string => `${'{"a":'.repeat(depth)}{}${'}'.repeat(depth)}`;
const unitOf = (byte: number): string => byte.toString(16).padStart(2, '0');

describe('canonical JSON', () => {
  it.each<string>([
    'true',
    'false',
    'null',
    '0',
    '7',
    '9',
    '10',
    '190',
    '-1',
    '0.5',
    '1.5',
    '-1.5e-7',
    '1e+21',
    '999999999999999',
    '9007199254740992',
    '100000000000000000000',
    '""',
    '" a~ÿ€\ue000😀"',
    String.raw`"\"\\\b\f\n\r\t"`,
    String.raw`"\u0001x"`,
    '[]',
    '[1]',
    '[1,"a",[],{}]',
    '[true,false,null,1.5,-1]',
    '{}',
    '{"":1}',
    '{"":1,"a":2}',
    '{"a":1,"b":2,"c":{"a":[]}}',
    '{"a":1,"a ":2,"a!":3,"aa":4,"ab":5}',
    String.raw`{"\n":1,"A":2,"\\":3,"a":4}`,
    String.raw`{"\n":1,"\na":2}`,
    '{"":1,"é":2,"😀":3,"\ue000":4,"\ufb33":5}',
    lists(maxDepth + 1),
    records(maxDepth),
  ])('holds %s, wherever it stands, and ends where it ends', (text) => {
    const length = encode(text).length;
    expect(end(text)).toBe(length);
    for (const next of [',', ']', '}', ' ', '"', ':', '/']) expect(end(`${text}${next}`)).toBe(length);
    const before = 'x'.repeat(60);
    expect(end(`${before}${text}]`, before.length)).toBe(before.length + length);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['a word of another language', 'True'],
    ['half a word', 'tru'],
    ['white space', ' 1'],
    ['a zero before a number', '01'],
    ['a minus sign alone', '-'],
    ['minus zero', '-0'],
    ['a plus sign', '+1'],
    ['a number that ends in a point', '1.'],
    ['a fraction that ends in zero', '1.0'],
    ['an exponent that need not be', '1e5'],
    ['a large exponent', '1E5'],
    ['an exponent without its plus', '1e21'],
    ['a whole number that is not exact', '9007199254740993'],
    ['a number of a million digits', '9'.repeat(1_000_000)],
    ['two numbers in one', '1-1'],
    ['a text without an end', '"a'],
    ['a text that ends in an escape', '"a\\'],
    ['a list without an end', '[1'],
    ['a list that begins without an end', '['],
    ['a list with nothing after a comma', '[1,]'],
    ['a list with nothing before a comma', '[,1]'],
    ['a list without a comma', '[1 2]'],
    ['a list of what is no value', '[x]'],
    ['a list that ends like an object', '[1}'],
    ['an object without an end', '{"a":1'],
    ['an object that begins without an end', '{'],
    ['an object with nothing after a comma', '{"a":1,}'],
    ['an object without a comma', '{"a":1"b":2}'],
    ['an object with another sign for a comma', '{"a":1;"b":2}'],
    ['a name that does not begin', '{a":1}'],
    ['an object that ends like a list', '{"a":1]'],
    ['a name that is no text', '{1:1}'],
    ['a name without a colon', '{"a"1}'],
    ['a name without a value', '{"a":}'],
    ['a name with another sign', '{"a",1}'],
    ['a name twice', '{"a":1,"a":2}'],
    ['an empty name twice', '{"":1,"":2}'],
    ['an escaped name twice', String.raw`{"\n":1,"\n":2}`],
    ['names out of order', '{"b":1,"a":2}'],
    ['later names out of order', '{"a":1,"c":2,"b":3}'],
    ['names out of order by their first letter', '{"ba":1,"ab":2}'],
    ['names out of order by their second letter', '{"aba":1,"aab":2}'],
    ['a name after a longer one', '{"ab":1,"a":2}'],
    ['a name after a longer one with a space', '{"a ":1,"a":2}'],
    ['an escaped name after a letter', String.raw`{"A":1,"\n":2}`],
    ['a letter after an escaped name that it precedes', String.raw`{"\\":1,"A":2}`],
    ['the orders of UTF-8 instead of UTF-16', '{"\ue000":1,"😀":2}'],
    ['lists deeper than is read', lists(maxDepth + 2)],
    ['objects deeper than is read', records(maxDepth + 1)],
  ])('does not hold %s', (_, text) => {
    expect(end(text)).toBe(-1);
  });

  it('is 64 levels deep at most, so that no walk through it runs out of room', () => {
    expect([end(lists(65)), end(lists(66)), end(records(64)), end(records(65))]).toEqual([130, -1, 386, -1]);
  });

  it('has each control character in one spelling: a short escape, or else its number', () => {
    const short = new Map(
      [...'bfnrt'].map((letter) => [(JSON.parse(`"\\${letter}"`) as string).charCodeAt(0), letter]),
    );
    for (let byte = 0; byte < 0x20; byte += 1) {
      expect(end(`"${String.fromCharCode(byte)}"`)).toBe(-1);
      expect(end(`"\\u00${unitOf(byte)}"`)).toBe(short.has(byte) ? -1 : 8);
    }
    for (let byte = 0; byte < 0x100; byte += 1) {
      const isShort = '"\\bfnrt'.includes(String.fromCharCode(byte));
      expect([byte, endOfText(Uint8Array.of(0x22, 0x5c, byte, 0x22), 0)]).toEqual([byte, isShort ? 4 : -1]);
      if (byte >= 0x20) expect(end(`"\\u00${unitOf(byte)}"`)).toBe(-1);
    }
    for (const other of ['u001F', 'u0101', 'u000', 'u001 ', 'U0001', 'u00010000']) expect(end(`"\\${other}`)).toBe(-1);
  });

  it('orders no names that are no texts', () => {
    const names = [...encode(String.raw`{"\n`), 0xff, ...encode('":1,"a":2}')];
    expect(endOfValue(Uint8Array.from(names), 0)).toBe(-1);
  });
});
