import { describe, expect, it } from '@jest/globals';
import { partsRead, places } from '../../test/bundle/read-parts.ts';
import { log, officer, policy, SampleLedger, story, type Act } from '../../test/bundle/sample-ledger.ts';
import { commitmentTo, type Opening } from '../sealed/sealed-field.ts';
import { writeBundle, type BundleParts } from './bundle.ts';
import { checkEvents, checkFields, Erasures } from './check-events.ts';
import type { EventFacts } from './event-facts.ts';
import type { EventLine } from './read-bundle.ts';
import { verifyBundle } from './verify-bundle.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('events beside the list that is proved', () => {
  const { ledger, mapAt } = story();
  const [root = new Uint8Array(32)] = ledger.rangeRoots([{ from: 0n, to: BigInt(ledger.size) }]);
  const lines = new TextDecoder()
    .decode(writeBundle(ledger.parts([officer], mapAt), log))
    .slice(0, -1)
    .split('\n');
  const read = (all: readonly string[]): ReturnType<typeof partsRead> => partsRead(encode(`${all.join('\n')}\n`));
  const [one = '', two = '', three = '', four = '', ...rest] = lines.slice(1, 8);
  const after = lines.slice(8);
  const among = (events: readonly string[]): readonly unknown[] =>
    places(checkEvents(read([lines[0] ?? '', ...events, ...after]), root));
  const moved = (line: string, position: number): string =>
    line.replace(/"position":"\d+"\}$/, `"position":"${position}"}`);

  it.each<[string, readonly string[], readonly unknown[]]>([
    ['whole', [one, two, three, four, ...rest], []],
    [
      'without the last two',
      [one, two, three, four, ...rest.slice(0, -2)],
      [
        ['event-missing', 7, 10n],
        ['event-missing', 7, 11n],
      ],
    ],
    ['without one in the midst', [one, three, four, ...rest], [['event-missing', 8, 3n]]],
    ['with one after all', [one, two, three, four, ...rest, moved(one, 12)], [['event-inserted', 9, 12n]]],
    ['with the first two exchanged', [two, one, three, four, ...rest], [['events-out-of-order', 3, 1n]]],
    ['with two exchanged', [one, three, two, four, ...rest], [['events-out-of-order', 4, 3n]]],
    [
      'with one twice',
      [one, two, two, three, four, ...rest],
      [
        ['events-out-of-order', 4, 3n],
        ['event-inserted', 4, 3n],
      ],
    ],
    [
      'with one that is no event',
      ['{"event":{},"position":"1"}', two, three, four, ...rest],
      [
        ['event-malformed', 2, 1n],
        ['event-changed', 2, 1n],
      ],
    ],
  ])('are told apart, each once and where it stands: %s', (_, events, found) => {
    expect(among(events)).toEqual(found);
  });

  it('are not proved by another tree', () => {
    expect(places(checkEvents(read(lines), new Uint8Array(32)))).toEqual([['events-not-proved', 9, null]]);
  });

  it('are named up to two hundred, however many are wrong', () => {
    const bundle = read(lines);
    const [event] = bundle.events;
    const events = Array.from({ length: 300 }, (_, at) => ({ ...(event as EventLine), position: BigInt(at + 100) }));
    const found = checkEvents({ ...bundle, events, inclusion: { ...bundle.inclusion, leaves: [] } }, root);
    expect(places(found)).toEqual([
      ...Array.from({ length: 200 }, (_, at) => ['event-inserted', 2, BigInt(at + 100)]),
      ['events-not-proved', 9, null],
    ]);
  });
});

/** What comes of acts of one officer in a bundle that withholds every text. */
const silent = (...acts: readonly Partial<Act>[]): readonly [codes: readonly unknown[], erased: readonly unknown[]] => {
  const ledger = new SampleLedger();
  for (const act of acts) ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1', ...act });
  const parts = ledger.parts([officer], ledger.recordMap());
  const events = parts.events.map((event) => ({ ...event, openings: [] }));
  const { findings, erased } = verifyBundle(writeBundle({ ...parts, events }, log), policy);
  return [
    findings.map(({ code, position }) => [code, position]),
    erased.map(({ position, path, erasedAt }) => [position, path, erasedAt]),
  ];
};

describe('an erasure', () => {
  const eventId = new SampleLedger().idAt(0);
  const path = '/data/reason';
  const erasing = (change: object = {}, act: Partial<Act> = {}): Partial<Act> => ({
    stream: `erasure-${eventId}`,
    type: 'sealed-field.erased',
    data: { eventId, paths: [path], ...change },
    ...act,
  });
  const spoken: Partial<Act> = { reason: 'lý do' };
  const missing = [[['value-missing', 0n]], []];

  it('explains why a text is not there', () => {
    expect(silent(spoken, erasing())).toEqual([[], [[0n, path, 1n]]]);
  });

  it.each<[string, Partial<Act>]>([
    ['is of the type of a map', erasing({}, { type: 'subject-map.recorded' })],
    ['is of any other type', erasing({}, { type: 'dossier.handed-off' })],
    ['stands in another stream', erasing({}, { stream: 'dossier-hs-1' })],
    ['names its paths in one text', erasing({ paths: path })],
    ['names no paths', erasing({ paths: null })],
    ['names an object for its paths', erasing({ paths: { 0: path, length: 1 } })],
    ['names something else for a path', erasing({ paths: [[path], 7, null, '/data'] })],
    ['names no event', erasing({ eventId: null })],
  ])('explains nothing when it %s', (_, act) => {
    expect(silent(spoken, act)).toEqual(missing);
  });

  it('does not explain what is missing in itself', () => {
    expect(silent(erasing({}, spoken))).toEqual(missing);
  });

  it('may be one of several: the first that names a field is when it was erased', () => {
    const sealed = { data: { note: commitmentTo(new Uint8Array(32), 'x') }, ...spoken };
    expect(silent(sealed, erasing({ paths: ['/data/note'] }), erasing(), erasing())).toEqual([
      [],
      [
        [0n, '/data/note', 1n],
        [0n, path, 2n],
      ],
    ]);
  });

  it('is looked for only where it can be', () => {
    const { ledger, mapAt } = story();
    const { events } = partsRead(ledger.bundle([officer], mapAt));
    const [erasures, none] = [new Erasures(events), new Erasures(events.slice(0, 5))];
    expect([erasures.isEmpty, erasures.erasedBy(10n), erasures.erasedBy(9n)]).toEqual([false, ledger.idAt(5), null]);
    expect([none.isEmpty, none.erasedBy(9n)]).toEqual([true, null]);
  });
});

describe('texts beside an event', () => {
  const salt = new Uint8Array(32);
  const [note, reason, foreign] = ['note', 'reason', 'x'].map((name): Opening => ({
    path: `/data/${name}`,
    salt,
    value: name,
  })) as [Opening, Opening, Opening];
  const sealed = { note: commitmentTo(salt, 'note'), reason: commitmentTo(salt, 'reason') };
  const beside = (openings: readonly Opening[], data: object): readonly string[] => {
    const ledger = new SampleLedger();
    ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1', data });
    const parts: BundleParts = ledger.parts([officer], ledger.recordMap());
    const events = parts.events.map((event, at) => (at === 0 ? { ...event, openings } : event));
    return verifyBundle(writeBundle({ ...parts, events }, log), policy).findings.map(({ en }) => en);
  };
  const second = (path: string): string => `event 0, ${path}: a text for no sealed field, or a second one`;

  it.each<[string, readonly Opening[], object, readonly string[]]>([
    ['each once', [note, reason], sealed, []],
    ['one twice, after another', [note, reason, reason], sealed, [second('/data/reason')]],
    ['one twice, before another', [note, note, reason], sealed, [second('/data/note')]],
    ['one for no field besides', [note, reason, foreign], sealed, [second('/data/x')]],
    ['where nothing is sealed', [foreign], {}, [second('/data/x')]],
    [
      'of another wording',
      [note, { ...reason, value: 'x' }],
      sealed,
      ['event 0, /data/reason: the text is not the one sealed in the event'],
    ],
  ])('are held against its sealed fields, and the field is named: %s', (_, openings, data, expected) => {
    expect(beside(openings, data)).toEqual(expected);
  });

  it('are named up to two hundred of a kind, so that many of one kind do not hide another', () => {
    const facts = { id: 'a', sealed: [{ path: '/data/note', field: sealed.note }] } as unknown as EventFacts;
    const event = (at: number): EventLine => {
      const openings = at < 300 ? [] : [{ ...note, value: 'x' }];
      return { line: at + 2, position: BigInt(at), facts, leaf: salt, openings };
    };
    const { findings } = checkFields(
      Array.from({ length: 301 }, (_, at) => event(at)),
      new Erasures([]),
    );
    expect(places(findings)).toEqual([
      ...Array.from({ length: 200 }, (_, at) => ['value-missing', at + 2, BigInt(at)]),
      ['opening-wrong', 302, 300n],
    ]);
  });
});
