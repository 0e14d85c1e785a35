import { describe, expect, it } from '@jest/globals';
import { log, officer, policy, stampRoot, story, tokenOver } from '../../test/bundle/sample-ledger.ts';
import { writeBundle } from './bundle.ts';
import { Stamps } from './check-tokens.ts';
import { verifyBundle } from './verify-bundle.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 10, minute));

describe('what stamps say of an event', () => {
  const stamp = (size: bigint, minute: number, accuracyMs = 0) => ({ size, time: at(minute), accuracyMs });
  const precise = stamp(3n, 10);
  const vague = stamp(5n, 11, 120_000);
  const early = stamp(7n, 5);

  it('is not after the earliest stamp on any tree that holds it', () => {
    const bounds = new Stamps([
      ['precise', precise],
      ['vague', vague],
      ['early', early],
    ]).inOrder();
    const after = [0n, 2n, 3n, 6n, 7n].map((position) => bounds({ anchor: null }, position).after);
    expect(after.map((each) => each?.time)).toEqual([at(5), at(5), at(5), at(5), undefined]);
    expect(after.map((each) => each?.size)).toEqual([3n, 3n, 5n, 7n, undefined]);
  });

  it('is not before the latest moment that a stamp cited so far can mean, its accuracy taken off', () => {
    const stamps = new Stamps([
      ['precise', precise],
      ['vague', vague],
    ]);
    const bounds = stamps.inOrder();
    const before = ['precise', 'vague', 'unknown', null].map((anchor) => bounds({ anchor }, 9n).before);
    expect(before).toEqual([precise, precise, precise, precise]);
    const again = stamps.inOrder();
    expect(['vague', 'precise'].map((anchor) => again({ anchor }, 9n).before)).toEqual([vague, precise]);
  });

  it('covers what stands in the largest tree stamped', () => {
    const stamps = new Stamps([['precise', precise]]);
    expect([2n, 3n].map((position) => stamps.covers(position))).toEqual([true, false]);
    expect([new Stamps([]).isEmpty, new Stamps([]).covers(0n), stamps.isEmpty]).toEqual([true, false, false]);
  });
});

describe('a token in a bundle', () => {
  const { ledger, mapAt } = story();
  const own = ledger.tokenAt(ledger.size, '20260102000000Z');
  const judging = { ...policy, timestampRoots: [stampRoot] };
  const fileWith = (checkpoint: string): Uint8Array => {
    const token = { ...own, checkpoint, token: tokenOver(checkpoint, '20260102000000Z') };
    return writeBundle({ ...ledger.parts([officer], mapAt), tokens: [token] }, log);
  };
  const codesOf = (file: Uint8Array): readonly string[] => verifyBundle(file, judging).findings.map(({ code }) => code);

  it('is on a checkpoint of this ledger, not of one with the same tree', () => {
    expect(codesOf(fileWith(own.checkpoint))).toEqual([]);
    expect(codesOf(fileWith(own.checkpoint.replace('so-cai.example', 'khac.example')))).toEqual(['token-contradicts']);
  });

  it('is on a larger tree than the one before it, or its line is named', () => {
    const tokens = [ledger.tokenAt(5, '20260101230000Z'), own];
    const file = writeBundle({ ...ledger.parts([officer], mapAt), tokens }, log);
    const lines = new TextDecoder().decode(file).split('\n');
    const at5 = lines.findIndex((line) => line.startsWith('{"token"'));
    const [smaller = '', larger = ''] = lines.slice(at5);
    const named = (...two: readonly string[]): readonly unknown[] =>
      verifyBundle(new TextEncoder().encode(lines.toSpliced(at5, 2, ...two).join('\n')), judging)
        .findings.filter(({ code }) => code === 'token-contradicts')
        .map(({ line }) => line);
    expect([named(smaller, larger), named(larger, smaller), named(smaller, smaller)]).toEqual([
      [],
      [at5 + 2],
      [at5 + 2],
    ]);
  });

  it('is on a checkpoint at all', () => {
    const lines = new TextDecoder().decode(fileWith(own.checkpoint)).split('\n');
    const spoilt = lines.map((line) => (line.startsWith('{"token"') ? line.replace('\\n13\\n', '\\nx\\n') : line));
    expect(spoilt).not.toEqual(lines);
    expect(codesOf(new TextEncoder().encode(spoilt.join('\n')))).toContain('token-contradicts');
  });
});
