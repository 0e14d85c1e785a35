import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { log, officer, policy, SampleLedger, story } from '../../test/bundle/sample-ledger.ts';
import { canonicalize } from '../canonical-json.ts';
import { writeBundle } from './bundle.ts';
import { endOfValue } from './canonical-scan.ts';
import { verifyBundle } from './verify-bundle.ts';

const { ledger, mapAt } = story();
const parts = ledger.parts([officer], mapAt);
const lines = new TextDecoder().decode(writeBundle(parts, log)).split('\n');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The bundle with another first event. */
const withEvent = (text: string | Uint8Array): Uint8Array => {
  const event = typeof text === 'string' ? encode(text) : text;
  const [head, tail] = [encode(`${lines[0] ?? ''}\n`), encode(`\n${lines.slice(2).join('\n')}`)];
  return Uint8Array.from([...head, ...event, ...tail]);
};
const firstOf = (file: Uint8Array): readonly unknown[] => {
  const { verdict, findings } = verifyBundle(file, policy);
  return [verdict, findings[0]?.code, findings[0]?.line];
};
const event = lines[1] ?? '';

describe('a hostile file', () => {
  it.each<[string, string | Uint8Array]>([
    ['a hundred thousand lists in each other', `{"event":${'['.repeat(100_000)}${']'.repeat(100_000)},"position":"1"}`],
    ['lists that never end', `{"event":${'['.repeat(1_000_000)}`],
    [
      'a hundred thousand objects in each other',
      `{"event":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},"position":"1"}`,
    ],
    ['a number of a million digits', `{"event":${'9'.repeat(1_000_000)},"position":"1"}`],
    ['a number beyond every size', event.replace('"version":1', '"version":1e999')],
    ['a number in another spelling', event.replace('"version":1', '"version":1.0')],
    ['minus zero', event.replace('"version":1', '"version":-0')],
    ['a position with a zero before it', event.replace('"position":"1"', '"position":"01"')],
    ['a position beyond 2^64', event.replace('"position":"1"', `"position":"${2n ** 64n}"`)],
    ['a position of a million digits', event.replace('"position":"1"', `"position":"${'1'.repeat(1_000_000)}"`)],
    ['a negative position', event.replace('"position":"1"', '"position":"-1"')],
    ['a position that is a number', event.replace('"position":"1"', '"position":1')],
    ['the same name twice', event.replace('"capacity":"own"', '"capacity":"own","capacity":"own"')],
    ['the same name twice, once escaped', event.replace('"capacity":"own"', '"capacity":"own","c\\u0061pacity":"x"')],
    [
      'names out of order',
      event.replace('"capacity":"own",', '').replace('"occurredAt":', '"capacity":"own","occurredAt":'),
    ],
    ['white space', event.replace(',"id"', ', "id"')],
    ['an escape that need not be', event.replace('own', '\\u006fwn')],
    ['a slash escaped', event.replace('own', 'o\\/n')],
    ['a control character as it is', event.replace('own', 'o\u0001n')],
    ['half a character, escaped', event.replace('own', '\\ud800')],
    ['bytes that are no UTF-8', encode(event).with(60, 0xff)],
    [
      'half a character in bytes',
      Uint8Array.from([...encode(event.slice(0, 60)), 0xed, 0xa0, 0x80, ...encode(event.slice(60))]),
    ],
    [
      'a letter in too many bytes',
      Uint8Array.from([...encode(event.slice(0, 60)), 0xc1, 0xa1, ...encode(event.slice(60))]),
    ],
    ['a byte order mark', `\ufeff${event}`],
    ['a NUL', `${event}\u0000`],
    ['an empty line', ''],
    ['openings that hold none', event.replace(/"openings":\[.*\],"position"/, '"openings":[],"position"')],
    [
      'more texts than it has places for, which take more memory than room',
      event.replace(/(,"openings":\[).*\],"position"/, `$1${Array(100_000).fill('["","",""]').join(',')}],"position"`),
    ],
    ['a member of no use', event.replace(',"position"', ',"other":1,"position"')],
  ])('is tampered in the line that holds %s', (_, text) => {
    expect(firstOf(withEvent(text))).toEqual(['tampered', 'line-malformed', 2]);
  });

  it('has no place in a map, or growth of a tree, that takes more hashes than there are levels', () => {
    const hashes = (count: number): readonly Uint8Array[] => Array<Uint8Array>(count).fill(new Uint8Array(32));
    const [subject, ...more] = parts.subjects;
    const deep = subject === undefined ? [] : [{ ...subject, proof: hashes(257) }, ...more];
    const token = { ...ledger.tokenAt(5, '20260102000000Z'), consistency: hashes(129) };
    const codeOf = (change: Partial<typeof parts>): string | undefined =>
      verifyBundle(writeBundle({ ...parts, ...change }, log), policy).findings[0]?.code;
    expect([codeOf({ subjects: deep }), codeOf({ tokens: [token] })]).toEqual(['line-malformed', 'line-malformed']);
  });

  it('names a contradiction however many texts are missing', () => {
    const long = new SampleLedger();
    for (let act = 0; act < 300; act += 1) long.append({ stream: 'dossier-hs-1', officer: 'cb-1', reason: 'x' });
    const made = long.parts([officer], long.recordMap());
    const wrong = [{ path: '/data/reason', salt: new Uint8Array(32), value: 'x' }];
    const events = made.events.map((each, at) => ({ ...each, openings: at === 299 ? wrong : [] }));
    const { verdict, findings } = verifyBundle(writeBundle({ ...made, events }, log), policy);
    expect([verdict, findings[0]?.code, findings.length]).toEqual(['tampered', 'opening-wrong', 200]);
  });

  it('is changed, not misread, by a text in another normal form', () => {
    const decomposed = event.replace('so-xay-dung', 'so-xây-dựng'.normalize('NFD'));
    expect(firstOf(withEvent(decomposed))).toEqual(['tampered', 'event-changed', 2]);
  });

  it('is unverifiable, and read no further, when a line is larger than an event may be', () => {
    expect(firstOf(withEvent(`{"event":"${'x'.repeat(2_000_000)}","position":"1"}`))).toEqual([
      'unverifiable',
      'too-large',
      2,
    ]);
  });

  it('never makes the verifier throw', () => {
    const cut = fc.tuple(fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 30 })).map(([from, length, bytes]) => {
      const file = writeBundle(parts, log);
      const at = from % file.length;
      return Uint8Array.from([...file.slice(0, at), ...bytes, ...file.slice(at + (length % 50))]);
    });
    const lists = fc
      .array(fc.constantFrom(...lines, '{"event":{},"position":"0"}', ''), { maxLength: 20 })
      .map((all) => encode(`${all.join('\n')}\n`));
    const whole = writeBundle(parts, log);
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), cut, lists), (file) => {
        const { verdict, findings } = verifyBundle(file, policy);
        if (verdict === 'intact') expect(file).toEqual(whole);
        else expect(findings).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
    for (const none of [null, 'text', {}]) expect(verifyBundle(none as never, policy).verdict).toBe('unverifiable');
  });

  it('costs no more per event when it has many', () => {
    const one = new SampleLedger();
    one.append({ stream: 'dossier-hs-1', officer: 'cb-1' });
    const [{ canonical } = { canonical: '' }] = one.events;
    // Ten thousand lines that all contradict: every kind of bookkeeping is at work, and the answer stays short.
    const many = Array.from({ length: 10_000 }, (_, at) => `{"event":${canonical},"position":"${at + 100}"}`);
    const { findings } = verifyBundle(
      encode([lines[0], ...many, ...lines.slice(1 + parts.events.length)].join('\n')),
      policy,
    );
    expect([findings.length, findings[0]?.code]).toEqual([200, 'event-missing']);
  });
});

describe('the form of JSON that a bundle takes', () => {
  it('is what RFC 8785 makes of a value, and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const bytes = encode(canonicalize(value));
        expect(endOfValue(bytes, 0)).toBe(bytes.length);
        const loose = encode(JSON.stringify(value));
        if (endOfValue(loose, 0) === loose.length) expect(new TextDecoder().decode(loose)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it('sorts names by their UTF-16 units, as characters beyond the first plane and escapes show', () => {
    const value = { '\ufb33': 1, '😀': 2, '"': 3, '\n': 4, '\\': 5, a: 6, é: 7, '': 8 };
    const text = canonicalize(value);
    expect(endOfValue(encode(text), 0)).toBe(encode(text).length);
    const swapped = text.replace('"😀":2,"\ufb33":1', '"\ufb33":1,"😀":2');
    expect(swapped).not.toBe(text);
    expect(endOfValue(encode(swapped), 0)).toBe(-1);
  });
});
