import { describe, expect, it } from '@jest/globals';
import { parseStrictJson, type StrictJson } from './strict-json.ts';

const read = (text: string): StrictJson | Error => {
  const parsed = parseStrictJson(new TextEncoder().encode(text));
  return parsed.ok ? parsed.value : new Error(parsed.reason);
};
const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number): string => `${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}`;

describe('JSON as people write it', () => {
  it.each<[string, StrictJson]>([
    ['0', 0],
    ['9', 9],
    ['999999999', 999_999_999],
    [' \t\r\n true \t\r\n ', true],
    ['false', false],
    ['null', null],
    ['""', ''],
    ['"\\u0061\\n\\"\\\\\\/ủy ban 😀\\ud83d\\ude00"', 'a\n"\\/ủy ban 😀😀'],
    ['[]', []],
    [' [ ] ', []],
    [' [ 1 , "a" , [ ] ] ', [1, 'a', []]],
    ['{}', new Map()],
    [' { } ', new Map()],
    [
      ' { "b" : 1 , "a" : { "b" : 2 } } ',
      new Map<string, StrictJson>([
        ['b', 1],
        ['a', new Map([['b', 2]])],
      ]),
    ],
  ])('is read: %s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each<[string, string]>([
    ['', 'not a value'],
    ['tru', 'not a value'],
    ['truely', 'not a value'],
    ['1000000000', 'not a value'],
    ['01', 'not a value'],
    ['-1', 'not a value'],
    ['1.0', 'not a value'],
    ['1e1', 'not a value'],
    ['1+1', 'not a value'],
    ["'a'", 'not a value'],
    ['"a', 'a text is missing or not ended'],
    ['"a\nb"', 'a text is missing or not ended'],
    ['"a\\"', 'a text is missing or not ended'],
    ['"\\x"', 'not JSON in UTF-8'],
    ['"\\ud800"', 'a text holds half a character'],
    ['"\\udc00\\ud800"', 'a text holds half a character'],
    ['{a:1}', 'a text is missing or not ended'],
    ['{1:1}', 'a text is missing or not ended'],
    ['{"a":1,}', 'a text is missing or not ended'],
    ['{"a" 1}', 'a colon is missing'],
    ['{"a":1 "b":2}', 'an object is not ended'],
    ['{"a":1]', 'an object is not ended'],
    ['{"a":1,"a":1}', '"a" stands twice'],
    ['{"a":{"b":1,"c":1,"b":1}}', '"b" stands twice'],
    ['[1', 'a list is not ended'],
    ['[1 2]', 'a list is not ended'],
    ['[1}', 'a list is not ended'],
    ['[1,]', 'not a value'],
    ['[,1]', 'not a value'],
    ['1 1', 'something follows the value'],
    ['{} // x', 'something follows the value'],
    ['\u00a01', 'not a value'],
    ['\ufeff1', 'not a value'],
  ])('is refused with its reason: %s', (text, reason) => {
    expect(read(text)).toEqual(new Error(reason));
  });

  it('is refused when it is not UTF-8', () => {
    expect(parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, reason: 'not JSON in UTF-8' });
  });

  it('goes sixteen levels down and no further', () => {
    const tooDeep = new Error('nested too deep');
    expect([lists(17), objects(16)].map(read)).not.toContainEqual(tooDeep);
    expect([lists(18), objects(17), lists(100_000), '{"a":'.repeat(100_000)].map(read)).toEqual(Array(4).fill(tooDeep));
  });
});
