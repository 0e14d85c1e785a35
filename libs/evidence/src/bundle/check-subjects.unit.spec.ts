import { describe, expect, it } from '@jest/globals';
import { log, officer, origin, policy, story, witness } from '../../test/bundle/sample-ledger.ts';
import { partsRead, places } from '../../test/bundle/read-parts.ts';
import { toBase64 } from '../note/base64.ts';
import type { ChainHead } from '../subject/chain.ts';
import { mapRoot } from '../subject/map.ts';
import { writeBundle } from './bundle.ts';
import { Erasures } from './check-events.ts';
import { checkSubjects } from './check-subjects.ts';
import { mapType } from './event-facts.ts';
import { verifyBundle } from './verify-bundle.ts';

const outcome = (bundle: Uint8Array): readonly [string, readonly string[]] => {
  const { verdict, findings } = verifyBundle(bundle, policy);
  return [verdict, findings.map(({ code }) => code)];
};

describe('a map of subjects', () => {
  const recorded = (stream: string, change: object = {}): Uint8Array => {
    const { ledger } = story();
    const data = { origin, size: String(ledger.size), root: toBase64(mapRoot(ledger.mapLeaves())), rule: 1, ...change };
    const at = ledger.append({ stream, officer: 'may', type: 'subject-map.recorded', data });
    return ledger.bundle([officer], at);
  };

  it('counts where the ledger itself writes, and nowhere else', () => {
    expect(outcome(recorded('evidence-log'))).toEqual(['intact', []]);
    expect(outcome(recorded('dossier-hs-7'))).toEqual(['unverifiable', ['map-missing']]);
  });

  it.each([
    ['a size that is a number', { size: 12 }],
    ['a size with a leading zero', { size: '012' }],
    ['a size with a sign', { size: '+11' }],
    ['a size below nothing', { size: '-1' }],
    ['a size with white space before it', { size: ' 11' }],
    ['a size with a line end', { size: '11\n' }],
    ['a size with something after it', { size: '11n' }],
    ['a size with something before it', { size: 'x11' }],
    ['a size that is a list', { size: ['11'] }],
    ['no size', { size: '' }],
    ['a size beyond its own place', { size: '99' }],
    ['a size that no tree has', { size: String(2n ** 64n) }],
    ['a size of too many digits to be read', { size: '1'.repeat(21) }],
    ['a root that is no text', { root: 7 }],
    ['a root in a list', { root: [toBase64(new Uint8Array(32))] }],
    ['no root', { root: null }],
    ['a short root', { root: 'AAAA' }],
    ['another origin', { origin: 'so-cai.example/khac' }],
  ])('is refused with %s', (_, change) => {
    expect(outcome(recorded('evidence-log', change))).toEqual(['tampered', ['map-malformed']]);
  });

  it('may stand at the last place that there can be, and cover all before it', () => {
    const { ledger, mapAt } = story();
    const bundle = partsRead(ledger.bundle([officer], mapAt));
    const last = 2n ** 64n - 1n;
    const events = bundle.events.map((event) =>
      event.facts?.type === mapType
        ? { ...event, position: last, facts: { ...event.facts, data: { ...event.facts.data, size: String(last) } } }
        : event,
    );
    const { findings, mapSize } = checkSubjects({ ...bundle, events }, origin, new Erasures(events));
    expect([places(findings), mapSize]).toEqual([[], last]);
  });

  it('is none when it is missing', () => {
    const { ledger, mapAt } = story();
    const bundle = partsRead(ledger.bundle([officer], mapAt));
    const events = bundle.events.slice(0, -1);
    const { findings, mapSize } = checkSubjects({ ...bundle, events }, origin, new Erasures(events));
    expect([places(findings), mapSize]).toEqual([[['map-missing', null, null]], 0n]);
  });

  it('is the last that the ledger recorded, whatever else it writes after it', () => {
    const { ledger, mapAt } = story();
    const at = ledger.append({ stream: 'evidence-log', officer: 'cb-1', type: 'evidence-log.noted' });
    const events = ledger.events.filter(({ position }) => Number(position) === at);
    const own = ledger.parts([officer], mapAt).events;
    expect(outcome(writeBundle(ledger.partsOf([...own, ...events], [officer], mapAt, [log, witness]), log))).toEqual([
      'tampered',
      ['stranger'],
    ]);
  });

  it('of another rule is beyond this program, not wrong', () => {
    expect(outcome(recorded('evidence-log', { rule: 2 }))).toEqual(['unverifiable', ['rule-unknown']]);
  });
});

describe('the chain of a subject', () => {
  const { ledger, mapAt } = story();
  const parts = ledger.parts([officer], mapAt);
  const stating = (change: (chain: ChainHead) => ChainHead): readonly string[] => {
    const subjects = parts.subjects.map((subject) => ({ ...subject, chain: change(subject.chain) }));
    return outcome(writeBundle({ ...parts, subjects }, log))[1];
  };

  it.each<[string, (chain: ChainHead) => ChainHead, string]>([
    ['more events than there are', (chain) => ({ ...chain, count: chain.count + 1n }), 'subject-events-missing'],
    ['fewer events than there are', (chain) => ({ ...chain, count: chain.count - 1n }), 'subject-events-foreign'],
    ['other events', (chain) => ({ ...chain, head: new Uint8Array(32) }), 'subject-events-differ'],
  ])('is told apart when it states %s', (_, change, code) => {
    expect(stating(change)[0]).toBe(code);
  });
});

it('a subject that the map does not hold so is named in its own line', () => {
  const { ledger, mapAt } = story();
  const parts = ledger.parts(['dossier:hs-0', officer], mapAt);
  const subjects = parts.subjects.map((subject, at) => (at === 1 ? { ...subject, proof: [] } : subject));
  const { findings } = verifyBundle(writeBundle({ ...parts, subjects }, log), policy);
  const line = 1 + parts.events.length + 1 + 2;
  expect(findings.map(({ code, line: at, en }) => [code, at, en])).toEqual([
    [
      'subject-not-in-map',
      line,
      `line ${line}: ${officer}: the map of subjects says something else (the bundle has 6, the ledger says 6)`,
    ],
  ]);
});

it('an event of the subject from between what the map covers and the map has no business there', () => {
  const { ledger, mapAt: covered } = story();
  const size = ledger.size;
  const data = { origin, size: String(size), root: toBase64(mapRoot(ledger.mapLeaves())), rule: 1 };
  ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1' });
  const mapAt = ledger.append({ stream: 'evidence-log', officer: 'may', type: 'subject-map.recorded', data });
  const made = (positions: readonly number[]): readonly unknown[] => {
    const events = ledger.events.filter(({ position }) => positions.includes(Number(position)));
    return outcome(writeBundle(ledger.partsOf(events, [officer], size, [log, witness]), log));
  };
  const own = [1, 3, 5, 7, 9, 10, 12];
  expect([covered, size, mapAt]).toEqual([11, 13, 14]);
  expect(made([...own, mapAt])).toEqual(['intact', []]);
  expect(made([...own, 13, mapAt])).toEqual(['tampered', ['stranger']]);
});

it('an erasure of an entry that is not in the bundle has no business there', () => {
  const { ledger, mapAt } = story();
  const foreign = ledger.events[ledger.erase(0, [])];
  const own = ledger.parts([officer], mapAt).events;
  const withForeign = ledger.partsOf(foreign ? [...own, foreign] : own, [officer], mapAt, [log, witness]);
  expect(outcome(writeBundle(withForeign, log))).toEqual(['tampered', ['stranger']]);
});
