import { describe, expect, it } from '@jest/globals';
import { bracketsBy, remarksOnTimes } from './check-times.ts';
import { Stamps } from './check-tokens.ts';
import type { EventFacts } from './event-facts.ts';
import type { EventLine } from './read-bundle.ts';

const ten = '2026-01-01T10:00:00.000Z';
const between = '2026-01-01T10:30:00.000Z';
const eleven = '2026-01-01T11:00:00.000Z';
/** The clock of the first may be off by a second, that of the second by two. */
const before = { size: 1n, time: new Date(ten), accuracyMs: 1000 };
const after = { size: 1000n, time: new Date(eleven), accuracyMs: 2000 };
const stamps = new Stamps(
  [
    ['before', before],
    ['after', after],
  ],
  new Set(['before', 'after']),
);

const act: EventFacts = {
  id: 'a',
  type: 'dossier.returned',
  stream: 'dossier-1',
  occurredAt: between,
  recordedAt: between,
  anchor: 'before',
  concerns: [0],
  sealed: [],
  data: null,
};
const eventOf = (facts: EventFacts | null, position = 5n): EventLine => ({
  line: Number(position) + 2,
  position,
  facts,
  leaf: new Uint8Array(32),
  openings: [],
});
const told = (change: Partial<EventFacts>, by = stamps): readonly string[] =>
  remarksOnTimes([eventOf({ ...act, ...change })], by).map(({ en }) => en);

describe('a time that an event states', () => {
  it.each<[string, readonly string[]]>([
    ['2026-01-01T09:59:59.000Z', []],
    ['2026-01-01T09:59:58.999Z', ['late 0.0 s', 'behind 0.0 s']],
    ['2026-01-01T09:59:57.500Z', ['late 1.5 s', 'behind 1.5 s']],
    ['2026-01-01T11:00:02.000Z', []],
    ['2026-01-01T11:00:02.001Z', ['ahead 0.0 s', 'fast 0.0 s']],
    ['2026-01-01T11:00:04.500Z', ['ahead 2.5 s', 'fast 2.5 s']],
  ])('may be as far outside its stamps as their clocks may be off, and no further: %s', (time, short) => {
    const sentences: Readonly<Record<string, string>> = {
      late: 'was certainly recorded after the time it claims, by at least',
      behind: 'the clock of the ledger was behind the time stamps by at least',
      ahead: 'claims a time later than when it certainly was in the ledger, by at least',
      fast: 'the clock of the ledger was ahead of the time stamps by at least',
    };
    const expected = short.map((each) => each.replace(/^\w+/, (word) => `event 5: ${sentences[word] ?? ''}`));
    expect(told({ occurredAt: time, recordedAt: time })).toEqual(expected);
  });

  it.each([
    ['is not written out', '2026-01-01T10:30Z'],
    ['is of a year of six digits', '+012026-01-01T10:30:00.000Z'],
    ['is of a year before there were any', '-002026-01-01T10:30:00.000Z'],
    ['has something after it', `${between} `],
    ['is of a day that does not exist', '2026-02-30T10:30:00.000Z'],
    ['is none', 'hôm qua'],
  ])('is said to be unreadable, once, and not compared, when it %s', (_, time) => {
    const unreadable = [
      'event 5: a time is not written as the ledger writes it, and was not compared with the time stamps',
    ];
    expect(told({ occurredAt: time })).toEqual(unreadable);
    expect(told({ recordedAt: time })).toEqual(unreadable);
    expect(told({ occurredAt: time, recordedAt: time })).toEqual(unreadable);
    // Without any stamp there is nothing that it could be compared with.
    expect(told({ occurredAt: time, anchor: null }, new Stamps([]))).toEqual([]);
  });

  it('is remarked upon for the first two hundred events; how many more there are is said', () => {
    const late = { ...act, occurredAt: '2026-01-01T09:00:00.000Z' };
    const events = Array.from({ length: 260 }, (_, at) => eventOf(at % 13 === 0 ? null : late, BigInt(at + 1)));
    const remarks = remarksOnTimes(events, stamps);
    expect(remarks.map(({ code, position }) => [code, position])).toEqual([
      ...events
        .filter(({ facts }) => facts !== null)
        .slice(0, 200)
        .map(({ position }) => ['recorded-late', position]),
      ['remarks-left-out', null],
    ]);
    expect(remarks.at(-1)?.en).toBe('40 more remarks are not listed');
    const few = remarksOnTimes(events.slice(0, 100), stamps);
    expect(few.filter(({ code }) => code !== 'recorded-late')).toEqual([]);
  });
});

it('events that cite a stamp which is not there are counted; those that cite none, or are none, are not', () => {
  const cited = ['before', 'before', 'lost', 'other', null].map((anchor) => eventOf({ ...act, anchor }));
  const said = remarksOnTimes([eventOf(null), ...cited], stamps).map(({ en }) => en);
  expect(said).toEqual(['2 events cite a time stamp that is not in the bundle: that “not before” was not judged']);
});

it('what no stamp says of an event is null', () => {
  const bracketOf = bracketsBy(stamps);
  expect([
    bracketOf({ ...act, anchor: null }, 5n),
    bracketOf(act, 6n),
    bracketOf(act, 1000n),
    bracketsBy(new Stamps([]))(act, 5n),
  ]).toEqual([
    { notBefore: null, notAfter: after.time },
    { notBefore: before.time, notAfter: after.time },
    { notBefore: before.time, notAfter: null },
    { notBefore: null, notAfter: null },
  ]);
});
