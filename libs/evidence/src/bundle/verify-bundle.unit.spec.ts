import { describe, expect, it } from '@jest/globals';
import { log, officer, policy, SampleLedger, story } from '../../test/bundle/sample-ledger.ts';
import { writeBundle } from './bundle.ts';
import type { Verdict } from './verdict.ts';
import { verifyBundle } from './verify-bundle.ts';

const { ledger: sample, mapAt: sampleMap } = story();
const parts = sample.parts([officer], sampleMap);
const file = writeBundle(parts, log);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (lines: string): Uint8Array => new TextEncoder().encode(lines);
const lines = text(file).slice(0, -1).split('\n');
const rewritten = (change: (all: string[]) => readonly string[]): Uint8Array =>
  bytesOf(`${change([...lines]).join('\n')}\n`);

const first = (bytes: Uint8Array): readonly [string, string | undefined, number | null] => {
  const verdict = verifyBundle(bytes, policy);
  const [finding] = verdict.findings;
  return [verdict.verdict, finding?.code, finding?.position == null ? null : Number(finding.position)];
};

describe('an intact bundle', () => {
  it('is intact, and says what it proves', () => {
    const verdict = verifyBundle(file, policy);
    expect(verdict).toMatchObject({
      verdict: 'intact',
      findings: [],
      subjects: [{ name: officer, count: 6n }],
      checkpoint: { origin: 'so-cai.example/thu', size: 13n, mapSize: 11n },
      witnesses: [{ operator: 'Thanh tra', at: new Date(1_767_000_000_000) }],
      erased: [{ position: 5n, path: '/data/reason', erasedAt: 10n }],
      report: '<p>Báo cáo</p>',
    });
    expect(verdict.events.map(({ position }) => Number(position))).toEqual([1, 3, 5, 7, 9, 10, 11]);
    expect(verdict.remarks.map(({ code }) => code)).toEqual(['times-not-judged']);
  });

  it('may be about several subjects, and without a report', () => {
    const several = sample.parts(['dossier:hs-0', officer, 'unit:so-xay-dung'], sampleMap);
    const verdict = verifyBundle(writeBundle({ ...several, report: null }, log), policy);
    expect(verdict).toMatchObject({ verdict: 'intact', report: null });
    expect(verdict.subjects.map(({ name, count }) => [name, Number(count)])).toEqual([
      ['dossier:hs-0', 4],
      [officer, 6],
      ['unit:so-xay-dung', 11],
    ]);
  });

  it('may hold an erasure that came after the map', () => {
    const { ledger, mapAt } = story();
    ledger.erase(9, [officer]);
    const verdict = verifyBundle(ledger.bundle([officer], mapAt), policy);
    expect([verdict.verdict, verdict.erased.map(({ erasedAt }) => erasedAt)]).toEqual(['intact', [10n, 13n]]);
  });
});

it('what is not intact proves nothing: neither subjects nor events, witnesses, checkpoint or report are handed on', () => {
  const proved = ({ subjects, events, witnesses, checkpoint, stampedAt, report }: Verdict): unknown => ({
    subjects,
    events,
    witnesses,
    checkpoint,
    stampedAt,
    report,
  });
  const nothing = { subjects: [], events: [], witnesses: [], checkpoint: null, stampedAt: null, report: null };
  const tampered = rewritten((all) => all.with(0, (all[0] ?? '').replace('2026-01-02', '2026-01-03')));
  expect(proved(verifyBundle(tampered, policy))).toEqual(nothing);
  expect(proved(verifyBundle(file, { ...policy, quorum: 2 }))).toEqual(nothing);
  expect(proved(verifyBundle(file.subarray(0, 99), policy))).toEqual(nothing);
});

describe('a file that somebody changed', () => {
  const at = (position: number): number => lines.findIndex((line) => line.endsWith(`,"position":"${position}"}`));

  it.each<[string, (all: string[]) => readonly string[], string, number | null]>([
    [
      'edited',
      (all) => all.with(at(5), (all[at(5)] ?? '').replace('dossier-hs-2', 'dossier-hs-3')),
      'event-changed',
      5,
    ],
    [
      'back-dated',
      (all) => all.with(at(3), (all[at(3)] ?? '').replace('"occurredAt":"2026', '"occurredAt":"2025')),
      'event-changed',
      3,
    ],
    ['deleted', (all) => all.toSpliced(at(7), 1), 'event-missing', 7],
    [
      'inserted',
      (all) => all.toSpliced(at(7), 0, (all[at(7)] ?? '').replace('"position":"7"', '"position":"6"')),
      'event-inserted',
      6,
    ],
    ['reordered', (all) => all.with(at(3), all[at(5)] ?? '').with(at(5), all[at(3)] ?? ''), 'events-out-of-order', 3],
    ['doubled', (all) => all.toSpliced(at(3), 0, all[at(3)] ?? ''), 'events-out-of-order', 3],
    [
      'moved',
      (all) => all.with(at(3), (all[at(3)] ?? '').replace('"position":"3"', '"position":"2"')),
      'event-inserted',
      2,
    ],
    ['reworded', (all) => all.with(at(9), (all[at(9)] ?? '').replace('lý do 9', 'lý do khác')), 'opening-wrong', 9],
    ['made no event', (all) => all.with(at(9), '{"event":{},"position":"9"}'), 'event-malformed', 9],
    [
      'spelled otherwise',
      (all) => all.with(at(9), (all[at(9)] ?? '').replace('{"event":', '{ "event":')),
      'line-malformed',
      null,
    ],
    [
      'said twice',
      (all) => all.with(at(9), (all[at(9)] ?? '').replace('"actor":', '"actor":null,"actor":')),
      'line-malformed',
      9,
    ],
    ['of another report', (all) => all.map((line) => line.replace('Báo cáo', 'Báo cao')), 'report-differs', null],
    ['without its report', (all) => all.filter((line) => !line.startsWith('{"report"')), 'report-differs', null],
    [
      'of another count',
      (all) => all.with(0, (all[0] ?? '').replace('"events":"7"', '"events":"8"')),
      'manifest-differs',
      null,
    ],
    [
      'made at another time',
      (all) => all.with(0, (all[0] ?? '').replace('2026-01-02', '2026-01-03')),
      'seal-broken',
      null,
    ],
    [
      'of another order of parts',
      (all) => [...all.slice(0, 9), all[10] ?? '', all[9] ?? '', ...all.slice(11)],
      'line-malformed',
      null,
    ],
    ['with something after the seal', (all) => [...all, '{}'], 'line-malformed', null],
    ['with Windows line ends', (all) => all.map((line) => `${line}\r`), 'line-malformed', null],
  ])('is tampered: %s', (_, change, code, position) => {
    expect(first(rewritten(change))).toEqual(['tampered', code, position]);
  });

  it('is never intact, whichever byte changes', () => {
    const small = new SampleLedger();
    small.append({ stream: 'dossier-hs-1', officer: 'cb-1', reason: 'lý do' });
    const whole = small.bundle([officer], small.recordMap());
    expect(verifyBundle(whole, policy).verdict).toBe('intact');
    const accepted: string[] = [];
    for (let index = 0; index < whole.length; index += 1)
      for (const mask of new Set([0x01, 0x20, 1 << (index % 8)])) {
        const { verdict } = verifyBundle(whole.with(index, (whole[index] ?? 0) ^ mask), policy);
        if (verdict === 'intact') accepted.push(`${index} ^ ${mask}`);
      }
    expect(accepted).toEqual([]);
  });

  it('is never intact and nobody’s deed when it is cut off, anywhere', () => {
    for (let end = 0; end < file.length; end += 1) {
      const { verdict } = verifyBundle(file.slice(0, end), policy);
      if (verdict !== 'unverifiable') throw new Error(`${verdict} when cut at ${end}`);
    }
    expect(first(file.slice(0, 0))[1]).toBe('empty-file');
    expect(first(file.slice(0, 5))[1]).toBe('not-a-bundle');
    expect(first(file.slice(0, -1))[1]).toBe('cut-off');
  });
});
