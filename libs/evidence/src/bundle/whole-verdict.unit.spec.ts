import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/bundle/read-parts.ts';
import { log, officer, otherLog, policy, SampleLedger, story } from '../../test/bundle/sample-ledger.ts';
import { writeBundle } from './bundle.ts';
import { verifyBundle } from './verify-bundle.ts';

const { ledger, mapAt } = story();
const lines = new TextDecoder()
  .decode(ledger.bundle([officer], mapAt))
  .slice(0, -1)
  .split('\n');
const judged = (all: readonly string[], by = policy): ReturnType<typeof verifyBundle> =>
  verifyBundle(new TextEncoder().encode(`${all.join('\n')}\n`), by);
const changed = (...changes: readonly (readonly [from: string, to: string])[]): readonly string[] =>
  lines.map((line) => changes.reduce((text, [from, to]) => text.replace(from, to), line));
/** Positions 1, 3, 5, 7, 9, 10 and 11 in lines 2 to 8, the list of them in 9, the report in 12, the seal in 13. */
const reportLine = lines.findIndex((line) => line.startsWith('{"report"')) + 1;
const sealLine = lines.length;

describe('the findings of a bundle', () => {
  it.each<[string, readonly string[], readonly unknown[]]>([
    ['none', lines, []],
    ['a changed manifest', changed(['"events":"7"', '"events":"8"']), [['manifest-differs', 1, null]]],
    ['another count of tokens', changed(['"tokens":"0"', '"tokens":"1"']), [['manifest-differs', 1, null]]],
    ['another report', changed(['Báo cáo', 'Báo cao']), [['report-differs', reportLine, null]]],
    [
      'a report that the manifest knows nothing of',
      changed([/"report":"[^"]+"/.exec(lines[0] ?? '')?.[0] ?? '', '"report":null']),
      [['report-differs', reportLine, null]],
    ],
    ['no report', lines.filter((line) => !line.startsWith('{"report"')), [['report-differs', reportLine, null]]],
  ])('name what does not fit, and the broken seal after it: %s', (_, all, expected) => {
    const seal = ['seal-broken', all.length, null];
    expect(places(judged(all).findings)).toEqual(expected.length === 0 ? [] : [...expected, seal]);
  });

  it('stand in the order of the ledger, those of no event after them, what is missing last', () => {
    const all = changed(
      ['"recordedAt":"2026-01-01T00:01', '"recordedAt":"2025-01-01T00:01'],
      ['"recordedAt":"2026-01-01T00:07', '"recordedAt":"2025-01-01T00:07'],
      ['lý do 9', 'lý do khác'],
      ['"events":"7"', '"events":"8"'],
    );
    const { verdict, findings } = judged(all, { ...policy, quorum: 2 });
    expect([verdict, places(findings)]).toEqual([
      'tampered',
      [
        ['event-changed', 2, 1n],
        ['event-changed', 5, 7n],
        ['opening-wrong', 6, 9n],
        ['subject-events-differ', null, null],
        ['manifest-differs', 1, null],
        ['seal-broken', sealLine, null],
        ['witness-missing', 11, null],
      ],
    ]);
  });

  it('are what is missing alone, when nothing contradicts', () => {
    const { verdict, findings } = judged(lines, { ...policy, logs: [otherLog.publicKey], quorum: 2 });
    expect([verdict, places(findings)]).toEqual([
      'unverifiable',
      [
        ['log-key-unknown', 11, null],
        ['witness-missing', 11, null],
        ['seal-key-unknown', sealLine, null],
      ],
    ]);
  });

  it('go on where the checkpoint is none: nothing is taken for proved', () => {
    const all = lines.map((line) => (line.startsWith('{"checkpoint"') ? '{"checkpoint":"x"}' : line));
    const { findings, ...verdict } = judged(all, { ...policy, timestampRoots: [new Uint8Array(1)] });
    expect(places(findings)).toEqual([
      ['events-not-proved', 9, null],
      ['checkpoint-malformed', 11, null],
      ['seal-broken', sealLine, null],
    ]);
    expect(verdict).toMatchObject({ verdict: 'tampered', events: [], checkpoint: null, remarks: [] });
  });

  it('are two hundred at most', () => {
    const long = new SampleLedger();
    for (let act = 0; act < 110; act += 1) long.append({ stream: 'dossier-hs-1', officer: 'cb-1', reason: 'x' });
    const parts = long.parts([officer], long.recordMap());
    const openings = [{ path: '/data/other', salt: new Uint8Array(32), value: 'x' }];
    const events = parts.events.map((event) => (event.openings.length > 0 ? { ...event, openings } : event));
    const { verdict, findings } = verifyBundle(writeBundle({ ...parts, events }, log), policy);
    expect([verdict, places(findings)]).toEqual([
      'tampered',
      [
        ...Array.from({ length: 110 }, (_, at) => ['opening-foreign', at + 2, BigInt(at)]),
        ...Array.from({ length: 90 }, (_, at) => ['value-missing', at + 2, BigInt(at)]),
      ],
    ]);
  });
});
