import { describe, expect, it } from '@jest/globals';
import { toBase64 } from '../note/base64.ts';
import {
  inclusionOf,
  isOfAnotherVersion,
  manifestOf,
  openingsOf,
  subjectOf,
  textLineOf,
  tokenOf,
} from './bundle-lines.ts';
import { LineReader, Malformed } from './line-reader.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const hash = new Uint8Array(32).fill(9);
const spelt = toBase64(hash);
const listOf = (count: number): string => `[${Array(count).fill(`"${spelt}"`).join(',')}]`;

/** What the whole of a line says; null when it is refused, or not read to its end. */
const read = (take: (reader: LineReader) => unknown, line: string): unknown => {
  const reader = new LineReader(encode(line));
  try {
    const value = take(reader);
    return reader.isAtEnd ? value : null;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return null;
  }
};

const manifest = (report: string): string =>
  `{"manifest":{"events":"2","format":"accountability-ledger-bundle","madeAt":"2026-01-02T00:00:00.000Z",` +
  `"origin":"so-cai.example/thu","report":${report},"subjects":["officer:a","officer:b"],"tokens":"3","version":1}}`;
const announced = {
  events: 2n,
  madeAt: '2026-01-02T00:00:00.000Z',
  origin: 'so-cai.example/thu',
  report: null,
  subjects: ['officer:a', 'officer:b'],
  tokens: 3n,
};
const subject = (proof: string): string =>
  `{"subject":{"count":"4","head":"${spelt}","name":"officer:a","proof":${proof}}}`;
const token = (consistency: string): string =>
  `{"token":{"checkpoint":"a","consistency":${consistency},"token":"AQI="}}`;
const inclusion = `{"inclusion":{"leaves":[["5","${spelt}"],["6","${spelt}"]],"proof":${listOf(2)},"size":"7"}}`;

type Kind = readonly [name: string, take: (reader: LineReader) => unknown, line: string, value: unknown];
const kinds: readonly Kind[] = [
  ['a manifest', manifestOf, manifest('null'), announced],
  ['a manifest with a report', manifestOf, manifest(`"${spelt}"`), { ...announced, report: hash }],
  [
    'an inclusion',
    inclusionOf,
    inclusion,
    {
      leaves: [
        { index: 5n, hash },
        { index: 6n, hash },
      ],
      proof: [hash, hash],
      size: 7n,
    },
  ],
  ['a subject', subjectOf, subject(listOf(1)), { name: 'officer:a', chain: { count: 4n, head: hash }, proof: [hash] }],
  ['a token', tokenOf, token('[]'), { checkpoint: 'a', consistency: [], token: Uint8Array.of(1, 2) }],
  ['a line of one text', textLineOf('seal'), '{"seal":"x"}', 'x'],
];

describe('a line of a bundle', () => {
  it.each(kinds)('is read: %s', (_, take, line, value) => {
    expect(read(take, line)).toEqual(value);
  });

  it.each(kinds)('is refused with a sign less anywhere outside of what is written freely: %s', (_, take, line) => {
    for (let at = 0; at < line.length; at += 1) {
      const shorter = line.slice(0, at) + line.slice(at + 1);
      const isFree = /[\w./:+-]/.test(line.charAt(at));
      const isName = /^\w*":/.test(line.slice(at));
      if (!isFree || isName) expect([shorter, read(take, shorter)]).toEqual([shorter, null]);
    }
  });

  it('has a proof no longer than a map is deep, and two trees are high', () => {
    const depths = [256, 257].map((count) => read(subjectOf, subject(listOf(count))) !== null);
    const heights = [128, 129].map((count) => read(tokenOf, token(listOf(count))) !== null);
    expect([depths, heights]).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('has as many openings as there are sealed fields, one more to be named, and never an empty list', () => {
    const openings = (count: number, sealed: number): unknown => {
      const list = Array(count).fill('["/data/reason","AQI=","lý do"]').join(',');
      return read((reader) => openingsOf(reader, sealed), `,"openings":[${list}]`);
    };
    const opening = { path: '/data/reason', salt: Uint8Array.of(1, 2), value: 'lý do' };
    expect([openings(1, 0), openings(2, 0), openings(3, 2), openings(4, 2), openings(0, 2)]).toEqual([
      [opening],
      null,
      [opening, opening, opening],
      null,
      null,
    ]);
    expect(read((reader) => openingsOf(reader, 1), '')).toEqual([]);
    for (const spoilt of ['"/p","AQI=","x"]', '["/p""AQI=","x"]', '["/p","AQI=""x"]', '["/p","AQI=","x"'])
      expect(read((reader) => openingsOf(reader, 1), `,"openings":[${spoilt}]`)).toBeNull();
  });
});

describe('a manifest of another version', () => {
  const other = manifest('null').replace('"version":1', '"version":2');
  it.each<[string, string, boolean]>([
    ['a later version', other, true],
    ['a later version with members of its own', other.replace('"version":2', '"version":2,"zeal":{}'), true],
    ['this version', manifest('null'), false],
    ['this version with a member more', manifest('null').replace('"version":1', '"version":1,"zeal":{}'), false],
    ['a version that is a text', other.replace('"version":2', '"version":"2"'), false],
    ['no version', '{"manifest":{"format":"accountability-ledger-bundle"}}', false],
    ['another format', other.replace('ledger-bundle', 'ledger-copy'), false],
    ['no format', '{"manifest":{"version":2}}', false],
    ['nothing', '{"manifest":null}', false],
    ['what is no JSON', '{"manifest":{', false],
    ['another name', other.replace('manifest', 'manifold'), false],
  ])('is told by its format and its number: %s', (_, line, isOther) => {
    expect(isOfAnotherVersion(encode(line))).toBe(isOther);
  });
});
