import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { log, officer, story } from '../../test/bundle/sample-ledger.ts';
import { leafHash } from '../leaf.ts';
import { bundleLimits, writeBundle } from './bundle.ts';
import { readBundle, type ReadBundle } from './read-bundle.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const { ledger, mapAt } = story();
const names = ['dossier:hs-0', officer, 'unit:so-xay-dung'];
const parts = {
  ...ledger.parts(names, mapAt),
  tokens: [ledger.tokenAt(5, '20260102000000Z'), ledger.tokenAt(7, '20260103000000Z')],
};
const file = writeBundle(parts, log);
const lines = new TextDecoder().decode(file).slice(0, -1).split('\n');
const fileOf = (all: readonly string[]): Uint8Array => encode(all.map((line) => `${line}\n`).join(''));
const placeOf = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1;
/** The lines with one of them, counted from one, replaced. */
const having = (line: number, ...texts: readonly string[]): Uint8Array =>
  fileOf(lines.toSpliced(line - 1, 1, ...texts));

const whole = (bytes: Uint8Array): ReadBundle => {
  const read = readBundle(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  return read.bundle;
};
type Told = readonly [code: string, line: number | null, position: bigint | null] | 'read';
const told = (bytes: Uint8Array): Told => {
  const read = readBundle(bytes);
  return read.ok ? 'read' : [read.fault.code, read.fault.line, read.fault.position];
};
/** Of the second act, which has a sealed field. */
const event = lines[2] ?? '';
const start = event.slice(0, event.indexOf('"openings"'));
const [inclusionAt, subjectAt, checkpointAt, tokenAt, reportAt, sealAt] = [
  '{"inclusion":',
  '{"subject":',
  '{"checkpoint":',
  '{"token":',
  '{"report":',
  '{"seal":',
].map(placeOf) as [number, number, number, number, number, number];

describe('a bundle that is read', () => {
  it('holds what was written, each part by its line', () => {
    const bundle = whole(file);
    expect(bundle.lines).toEqual({
      inclusion: parts.events.length + 2,
      subjects: parts.events.length + 3,
      checkpoint: parts.events.length + 6,
      tokens: parts.events.length + 7,
      report: parts.events.length + 9,
      seal: parts.events.length + 10,
    });
    expect([bundle.subjects, bundle.checkpoint, bundle.tokens, bundle.report]).toEqual([
      parts.subjects,
      parts.checkpoint,
      parts.tokens,
      parts.report,
    ]);
    expect(bundle.manifest).toMatchObject({ events: BigInt(parts.events.length), tokens: 2n, subjects: names });
    expect(bundle.inclusion.leaves.map(({ index }) => index)).toEqual(parts.events.map(({ position }) => position));
  });

  it('holds each event with its line, its leaf and which subject it concerns', () => {
    const { events } = whole(file);
    expect(events.map(({ line, position, leaf, openings }) => ({ line, position, leaf, openings }))).toEqual(
      parts.events.map(({ position, canonical, openings }, at) => ({
        line: at + 2,
        position,
        leaf: leafHash(encode(canonical)),
        openings,
      })),
    );
    // The second act is the first of cb-1, in the second of three dossiers.
    expect(events.slice(0, 2).map(({ facts }) => facts?.concerns)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('is sealed over every byte before the line of the seal', () => {
    const before = fileOf(lines.slice(0, -1));
    const { seal } = whole(file);
    expect(seal.hash).toEqual(new Uint8Array(createHash('sha256').update(before).digest()));
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ seal: seal.note });
  });

  it('may have no report and no token', () => {
    const bare = whole(writeBundle({ ...parts, report: null, tokens: [] }, log));
    expect([bare.report, bare.tokens]).toEqual([null, []]);
  });

  it('has as many openings of an event as it has sealed fields, with one more to be named', () => {
    const opened = (count: number, before: string): Told =>
      told(having(2, `${before}"openings":[${Array(count).fill('["","",""]').join(',')}],"position":"1"}`));
    expect([opened(2, start), opened(3, start)]).toEqual(['read', ['line-malformed', 2, 1n]]);
    // What is no event of a ledger has no sealed field.
    expect([opened(1, '{"event":{},'), opened(2, '{"event":{},')]).toEqual(['read', ['line-malformed', 2, 1n]]);
  });
});

describe('a file that cannot be read to its end', () => {
  const other = (lines[0] ?? '').replace('"version":1', '"version":2');
  it.each<[string, Uint8Array, Told]>([
    ['nothing', encode(''), ['empty-file', null, null]],
    ['another file', encode('x\n'), ['not-a-bundle', null, null]],
    ['lines without the first', fileOf(lines.slice(1)), ['not-a-bundle', null, null]],
    ['another version', having(1, other), ['format-unknown', 1, null]],
    ['another version alone', fileOf([other]), ['format-unknown', 1, null]],
    ['another version without the end of its line', encode(`${other} `), ['cut-off', 1, null]],
    [
      'a manifest that is spoilt',
      having(1, (lines[0] ?? '').replace('"madeAt"', '"madeat"')),
      ['line-malformed', 1, null],
    ],
    ['no newline at all', encode(lines[0] ?? ''), ['cut-off', 1, null]],
    ['the manifest alone', fileOf(lines.slice(0, 1)), ['cut-off', 2, null]],
    ['no last newline', file.slice(0, -1), ['cut-off', sealAt, null]],
    ['half an event', encode(lines.slice(0, 3).join('\n').slice(0, -5)), ['cut-off', 3, null]],
    ['a line after the seal', fileOf([...lines, 'x']), ['line-malformed', sealAt + 1, null]],
    ['a byte after the seal', Uint8Array.of(...file, 0x20), ['line-malformed', sealAt + 1, null]],
    ['an empty line after the seal', fileOf([...lines, '']), ['line-malformed', sealAt + 1, null]],
    ['two seals', fileOf([...lines, lines.at(-1) ?? '']), ['line-malformed', sealAt + 1, null]],
    ['two reports', having(reportAt, ...Array<string>(2).fill('{"report":"x"}')), ['too-large', reportAt + 1, null]],
    ['something after an event', having(2, `${event} `), ['line-malformed', 2, null]],
    [
      'something after an inclusion',
      having(inclusionAt, `${lines[inclusionAt - 1]}x`),
      ['line-malformed', inclusionAt, null],
    ],
    [
      'a spoilt inclusion that ends like an event',
      having(inclusionAt, '{"inclusion":x,"position":"5"}'),
      ['line-malformed', inclusionAt, null],
    ],
    ['no inclusion', having(inclusionAt), ['line-malformed', inclusionAt, null]],
    ['a spoilt subject', having(subjectAt + 1, '{"subject":{}}'), ['line-malformed', subjectAt + 1, null]],
    ['no checkpoint', having(checkpointAt), ['line-malformed', checkpointAt, null]],
    ['a spoilt token', having(tokenAt + 1, '{"token":{}}'), ['line-malformed', tokenAt + 1, null]],
    ['a seal instead of a report', having(reportAt), 'read'],
    ['no seal', having(sealAt), ['cut-off', sealAt, null]],
    ['another line instead of the seal', having(sealAt, '{"mark":""}'), ['line-malformed', sealAt, null]],
  ])('says in which line: %s', (_, bytes, expected) => {
    expect(told(bytes)).toEqual(expected);
  });

  it.each<[string, string, bigint | null]>([
    ['short', '{"event":x,"position":"5"}', 5n],
    ['shorter than it can be', '{"event":,"position":"0"}', 0n],
    ['long', `{"event":"${'\u0001'.repeat(1_900_000)}","position":"12"}`, 12n],
    ['at a large position', `${start}x,"position":"1234567890123456789"}`, 1234567890123456789n],
    ['at a position of more digits than are looked for', `${start}x,"position":"12345678901234567890"}`, null],
    ['at a position with a zero before it', `${start}x,"position":"05"}`, null],
    ['with something after its end', `${start}x,"position":"5"}x`, null],
    ['without a position', `${start}x}`, null],
  ])('says at which position, where a spoilt event still tells: %s', (_, line, position) => {
    expect(told(having(2, line))).toEqual(['line-malformed', 2, position]);
  });

  it('is refused at its first line that is too large, and an event sooner than another line', () => {
    const eventOf = (bytes: number): string => {
      const bare = '{"event":{"a":""},"position":"1"}';
      return bare.replace('""', `"${'x'.repeat(bytes - bare.length)}"`);
    };
    const limit = bundleLimits.eventLineBytes;
    expect([told(having(2, eventOf(limit))), told(having(2, eventOf(limit + 1)))]).toEqual([
      'read',
      ['too-large', 2, null],
    ]);
    expect(told(having(reportAt, `{"report":"${'x'.repeat(limit)}"}`))).toBe('read');
  });

  it('is refused unread when it is no bytes, or more of them than are read', () => {
    for (const none of ['text', null, undefined, 1, {}, [], new Uint16Array(2)])
      expect(told(none as never)).toEqual(['not-a-bundle', null, null]);
    const sizes = [bundleLimits.fileBytes, bundleLimits.fileBytes + 1];
    expect(sizes.map((size) => told(new Uint8Array(size)))).toEqual([
      ['not-a-bundle', null, null],
      ['too-large', null, null],
    ]);
  });
});
