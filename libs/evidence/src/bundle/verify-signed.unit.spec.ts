import { describe, expect, it } from '@jest/globals';
import {
  log,
  officer,
  otherLog,
  policy,
  SampleLedger,
  secondWitness,
  story,
  witness,
} from '../../test/bundle/sample-ledger.ts';
import { toBase64 } from '../note/base64.ts';
import { writeBundle, type BundleParts } from './bundle.ts';
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

const codes = ({ findings }: Verdict): readonly string[] => findings.map(({ code }) => code);
const first = (bytes: Uint8Array): readonly [string, string | undefined, number | null] => {
  const verdict = verifyBundle(bytes, policy);
  const [finding] = verdict.findings;
  return [verdict.verdict, finding?.code, finding?.position == null ? null : Number(finding.position)];
};
/** As the log itself would write it: sealed over whatever the parts say. */
const sealed = (change: Partial<BundleParts>): Uint8Array => writeBundle({ ...parts, ...change }, log);

describe('a bundle that the holder of the log’s key made', () => {
  const without = (position: bigint): BundleParts['events'] =>
    parts.events.filter((event) => event.position !== position);
  const resigned = (ledger: SampleLedger, mapAt: number, cosigned: string | null): Uint8Array => {
    const made = ledger.parts([officer], mapAt, [log]);
    return writeBundle({ ...made, checkpoint: made.checkpoint + (cosigned ?? '') }, log);
  };
  const cosignature = parts.checkpoint.split('\n').findLast((line) => line.startsWith('\u2014')) ?? '';

  it('is tampered when an event of the officer is left out, however well the tree is proved', () => {
    const events = without(7n);
    const made = sample.partsOf(events, [officer], sampleMap, [log, witness]);
    const verdict = verifyBundle(writeBundle(made, log), policy);
    expect(codes(verdict)).toEqual(['subject-events-missing']);
    expect(verdict.findings[0]).toMatchObject({
      vi: expect.stringContaining('gói có 5, sổ ghi 6'),
      en: expect.stringContaining('has 5'),
    });
    const [subject] = made.subjects;
    const { chain, proof } = {
      chain: { count: 5n, head: subject?.chain.head ?? new Uint8Array(32) },
      proof: subject?.proof ?? [],
    };
    expect(
      codes(verifyBundle(writeBundle({ ...made, subjects: [{ name: officer, chain, proof }] }, log), policy)),
    ).toEqual(['subject-events-differ', 'subject-not-in-map']);
  });

  it('is never intact when history was rewritten and everything signed anew but by the witness', () => {
    const { ledger, mapAt } = story();
    const shorter = new SampleLedger();
    shorter.events.push(...ledger.events.slice(0, 5));
    for (let act = 0; act < 3; act += 1) shorter.append({ stream: 'dossier-hs-9', officer: 'cb-0' });
    shorter.recordMap();
    expect(mapAt).toBe(11);
    expect(first(resigned(shorter, 8, `${cosignature}\n`)).slice(0, 2)).toEqual(['tampered', 'signature-wrong']);
    expect(first(resigned(shorter, 8, null)).slice(0, 2)).toEqual(['unverifiable', 'witness-missing']);
    expect(verifyBundle(resigned(shorter, 8, null), { ...policy, witnesses: [], quorum: 0 })).toMatchObject({
      verdict: 'intact',
    });
  });

  it.each<[string, Partial<BundleParts>, string]>([
    ['proves less than its events', { inclusion: parts.inclusion.slice(1) }, 'events-not-proved'],
    [
      'holds an act of others',
      {
        ...sample.partsOf(
          sample.events.filter(({ position }) => position < 12n && position !== 8n),
          [officer],
          sampleMap,
          [log, witness],
        ),
      },
      'stranger',
    ],
    [
      'holds what came after the map',
      { ...sample.partsOf([...parts.events, ...sample.events.slice(12)], [officer], sampleMap, [log, witness]) },
      'stranger',
    ],
    ['has no map', { ...sample.partsOf(without(11n), [officer], sampleMap, [log, witness]) }, 'map-missing'],
    ['withholds a text', { events: parts.events.map((event) => ({ ...event, openings: [] })) }, 'value-missing'],
    [
      'gives a text for no field',
      {
        events: parts.events.map((event) => ({
          ...event,
          openings: event.openings.map((each) => ({ ...each, path: '/data/x' })),
        })),
      },
      'opening-foreign',
    ],
    [
      'gives a text twice',
      { events: parts.events.map((event) => ({ ...event, openings: [...event.openings, ...event.openings] })) },
      'opening-foreign',
    ],
    [
      'is about somebody else’s events',
      { subjects: [...sample.parts(['officer:cb-0'], sampleMap).subjects] },
      'stranger',
    ],
    [
      'cites an older checkpoint',
      { checkpoint: sample.parts([officer], sampleMap).checkpoint.replace('13', '12') },
      'signature-wrong',
    ],
  ])('is found out when it %s', (_, change, code) => {
    const verdict = verifyBundle(sealed(change), policy);
    expect(verdict.verdict).not.toBe('intact');
    expect(codes(verdict)).toContain(code);
  });

  it.each<[string, object, string]>([
    ['of another log', { origin: 'so-cai.example/khac' }, 'map-malformed'],
    ['of more events than there were', { size: '12' }, 'map-malformed'],
    ['of a size in another spelling', { size: '011' }, 'map-malformed'],
    ['without a root', { root: '' }, 'map-malformed'],
    ['of another root', { root: toBase64(new Uint8Array(32)) }, 'subject-not-in-map'],
    ['by a rule of later days', { rule: 2 }, 'rule-unknown'],
  ])('is found out when its map is %s', (_, change, code) => {
    const ledger = new SampleLedger();
    for (let act = 0; act < 11; act += 1) ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1' });
    const mapAt = ledger.recordMap(change);
    expect(codes(verifyBundle(ledger.bundle([officer], mapAt), policy))).toEqual([code]);
  });

  it('erases nothing by an erasure that stands in another stream, or before the act', () => {
    const ledger = new SampleLedger();
    const data = { paths: ['/data/reason'], subjects: [officer] };
    ledger.append({
      stream: `erasure-${ledger.idAt(1)}`,
      officer: 'cb-9',
      type: 'sealed-field.erased',
      data: { ...data, eventId: ledger.idAt(1) },
    });
    ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1', reason: 'x' });
    ledger.append({
      stream: 'erasure-of-something',
      officer: 'cb-9',
      type: 'sealed-field.erased',
      data: { ...data, eventId: ledger.idAt(1) },
    });
    const mapAt = ledger.recordMap();
    const made = ledger.parts([officer], mapAt);
    const silent = { ...made, events: made.events.map((event) => ({ ...event, openings: [] })) };
    expect(codes(verifyBundle(writeBundle(silent, log), policy))).toEqual(['value-missing']);
  });

  it('is told of, not condemned, when it shows a text that was erased', () => {
    const { ledger, mapAt } = story();
    const made = ledger.parts([officer], mapAt);
    const kept = new SampleLedger();
    for (const act of [1, 5]) kept.append({ stream: `dossier-hs-${act}`, officer: 'cb-1', reason: `lý do ${act}` });
    const openings = kept.events[1]?.openings ?? [];
    expect(openings).toHaveLength(1);
    const shown = new SampleLedger();
    shown.append({ stream: 'dossier-hs-1', officer: 'cb-1', reason: 'lý do' });
    const [before] = shown.events;
    shown.erase(0, [officer]);
    if (before) shown.events[0] = before;
    const map = shown.recordMap();
    const verdict = verifyBundle(shown.bundle([officer], map), policy);
    expect([verdict.verdict, verdict.erased, verdict.remarks.map(({ code }) => code)]).toEqual([
      'intact',
      [],
      ['times-not-judged', 'erased-yet-shown'],
    ]);
    expect(made.events.length).toBe(7);
  });
});

describe('a bundle under a policy', () => {
  const under = (change: Partial<typeof policy>, bytes = file): Verdict =>
    verifyBundle(bytes, { ...policy, ...change });
  const witnesses = [
    { key: witness.publicKey, operator: 'Thanh tra' },
    { key: secondWitness.publicKey, operator: 'Kiểm toán' },
  ];

  it('that does not know the key of the log is unverifiable, whoever that key says it is', () => {
    const others = under({ logs: [otherLog.publicKey] });
    expect([others.verdict, codes(others)]).toEqual(['unverifiable', ['log-key-unknown', 'seal-key-unknown']]);
    const stolen = writeBundle(
      { ...parts, checkpoint: sample.parts([officer], sampleMap, [otherLog, witness]).checkpoint },
      otherLog,
    );
    expect(codes(under({}, stolen))).toEqual(['log-key-unknown', 'seal-key-unknown']);
    expect(codes(under({ logs: [{ ...log.publicKey, name: 'another.example' }] }))).toEqual([
      'log-key-unknown',
      'seal-key-unknown',
    ]);
  });

  it('that asks for more witnesses than have cosigned is unverifiable; each counts once', () => {
    expect(codes(under({ witnesses, quorum: 2 }))).toEqual(['witness-missing']);
    const twice = writeBundle(
      { ...parts, checkpoint: sample.parts([officer], sampleMap, [log, witness, witness]).checkpoint },
      log,
    );
    expect(codes(under({ witnesses, quorum: 2 }, twice))).toEqual(['witness-missing']);
    const both = writeBundle(
      { ...parts, checkpoint: sample.parts([officer], sampleMap, [log, secondWitness, witness]).checkpoint },
      log,
    );
    expect(under({ witnesses, quorum: 2 }, both).witnesses.map(({ operator }) => operator)).toEqual([
      'Thanh tra',
      'Kiểm toán',
    ]);
  });

  it('without witnesses says what that means', () => {
    expect(under({ witnesses: [], quorum: 0 }).remarks.map(({ code }) => code)).toContain('no-witness');
  });

  it('takes what is tampered for tampered, whatever else is missing', () => {
    const changed = rewritten((all) => all.map((line) => line.replace('dossier-hs-2', 'dossier-hs-3')));
    expect(under({ logs: [otherLog.publicKey] }, changed).verdict).toBe('tampered');
  });

  it('does not judge a version that it does not know', () => {
    const later = rewritten((all) => all.map((line) => line.replace('"version":1}}', '"version":2}}')));
    expect(first(later)).toEqual(['unverifiable', 'format-unknown', null]);
    expect(first(bytesOf('{"manifest":{}}\n'))[1]).toBe('line-malformed');
    expect(first(bytesOf('\ufeff{"manifest":{}}\n'))[1]).toBe('not-a-bundle');
  });
});
