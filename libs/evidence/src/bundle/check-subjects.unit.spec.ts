import { describe, expect, it } from '@jest/globals';
import { log, officer, origin, policy, story, witness } from '../../test/bundle/sample-ledger.ts';
import { toBase64 } from '../note/base64.ts';
import type { ChainHead } from '../subject/chain.ts';
import { mapRoot } from '../subject/map.ts';
import { writeBundle } from './bundle.ts';
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
    ['a size beyond its own place', { size: '99' }],
    ['a root that is no text', { root: 7 }],
    ['a short root', { root: 'AAAA' }],
    ['another origin', { origin: 'so-cai.example/khac' }],
  ])('is refused with %s', (_, change) => {
    expect(outcome(recorded('evidence-log', change))).toEqual(['tampered', ['map-malformed']]);
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

it('an erasure of an entry that is not in the bundle has no business there', () => {
  const { ledger, mapAt } = story();
  const foreign = ledger.events[ledger.erase(0, [])];
  const own = ledger.parts([officer], mapAt).events;
  const withForeign = ledger.partsOf(foreign ? [...own, foreign] : own, [officer], mapAt, [log, witness]);
  expect(outcome(writeBundle(withForeign, log))).toEqual(['tampered', ['stranger']]);
});
