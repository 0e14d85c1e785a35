import { describe, expect, it } from '@jest/globals';
import { partsRead, places } from '../../test/bundle/read-parts.ts';
import { log, officer, policy, SampleLedger, stampRoot, story, tokenOver } from '../../test/bundle/sample-ledger.ts';
import { toBase64 } from '../note/base64.ts';
import { parseCheckpoint } from '../note/checkpoint.ts';
import { emptyRoot } from '../tree/node.ts';
import { writeBundle } from './bundle.ts';
import { checkTokens, Stamps } from './check-tokens.ts';
import { verifyBundle } from './verify-bundle.ts';

const past = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 10, minute));

describe('what stamps say of an event', () => {
  const stamp = (size: bigint, minute: number, accuracyMs = 0) => ({ size, time: past(minute), accuracyMs });
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
    expect(after.map((each) => each?.time)).toEqual([past(5), past(5), past(5), past(5), undefined]);
    expect(after.map((each) => each?.size)).toEqual([3n, 3n, 5n, 7n, undefined]);
  });

  it('is not after the earliest moment by which a stamp over it was certainly given, its accuracy added', () => {
    const sharp = stamp(5n, 12);
    const by = (...all: readonly (typeof sharp)[]): unknown =>
      new Stamps(all.map((each, at) => [String(at), each])).inOrder()({ anchor: null }, 0n).after;
    // Of ten minutes past, give or take five, the last moment is a quarter past: twelve past says more.
    expect(by(stamp(3n, 10, 300_000), sharp)).toEqual({ ...sharp, size: 3n });
    expect(by(stamp(3n, 10, 60_000), sharp)).toEqual(stamp(3n, 10, 60_000));
    // Of two that end together it is the one over the larger tree, the later one.
    expect(by(stamp(3n, 10, 120_000), sharp)).toEqual({ ...sharp, size: 3n });
  });

  it('is found among many stamps, whichever is the first over it', () => {
    const all = Array.from({ length: 40 }, (_, at) => stamp(BigInt(2 * at + 1), at));
    const bounds = new Stamps(all.map((each, at) => [String(at), each])).inOrder();
    const found = Array.from({ length: 82 }, (_, at) => bounds({ anchor: null }, BigInt(at)).after);
    expect(found).toEqual(Array.from({ length: 82 }, (_, at) => all[Math.ceil(at / 2)] ?? null));
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
    // What says no more than the one before it changes nothing.
    const alike = new Stamps([
      ['precise', precise],
      ['alike', stamp(5n, 12, 120_000)],
    ]).inOrder();
    expect(['precise', 'alike'].map((anchor) => alike({ anchor }, 9n).before)).toEqual([precise, precise]);
  });

  it('covers what stands in the largest tree stamped', () => {
    const stamps = new Stamps([['precise', precise]]);
    expect([2n, 3n].map((position) => stamps.covers(position))).toEqual([true, false]);
    const more = new Stamps([
      ['precise', precise],
      ['vague', vague],
    ]);
    expect([4n, 5n].map((position) => more.covers(position))).toEqual([true, false]);
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

  it('may be on a tree of one event', () => {
    const tokens = [ledger.tokenAt(1, '20260101220000Z'), own];
    const { verdict, remarks } = verifyBundle(writeBundle({ ...ledger.parts([officer], mapAt), tokens }, log), {
      ...judging,
      timestampRequired: true,
    });
    expect([verdict, remarks.filter(({ code }) => code !== 'clock-behind' && code !== 'recorded-late')]).toEqual([
      'intact',
      [],
    ]);
  });

  it('is not on a tree of none: such a one says nothing of what came later', () => {
    expect(codesOf(fileWith(`so-cai.example/thu\n0\n${toBase64(emptyRoot)}\n`))).toEqual(['token-contradicts']);
  });

  it.each([
    [11, ['token-missing'], null],
    [12, [], new Date('2026-01-02T00:00:00Z')],
  ])('must be over every event when it is required: over %d of them', (size, codes, stampedAt) => {
    const tokens = [ledger.tokenAt(size, '20260102000000Z')];
    const file = writeBundle({ ...ledger.parts([officer], mapAt), tokens }, log);
    const required = verifyBundle(file, { ...judging, timestampRequired: true });
    expect([required.findings.map(({ code }) => code), required.stampedAt]).toEqual([codes, stampedAt]);
    const { findings, remarks, stampedAt: at } = verifyBundle(file, judging);
    expect([findings, remarks.map(({ code }) => code), at]).toEqual([
      [],
      codes.map(() => 'times-not-covered'),
      stampedAt,
    ]);
  });

  it('is missed by no bundle without events, which lacks more than that', () => {
    const bundle = partsRead(fileWith(own.checkpoint));
    const read = parseCheckpoint(own.checkpoint);
    if (!read.ok) throw new Error(read.reason);
    const required = { ...judging, timestampRequired: true };
    const missing = (change: object): readonly unknown[] =>
      places(checkTokens({ ...bundle, tokens: [], ...change }, required, read.checkpoint).findings);
    expect([missing({}), missing({ events: [] })]).toEqual([[['token-missing', null, null]], []]);
  });

  it('and what cites it are not judged under a policy that names no authority', () => {
    const other = new SampleLedger();
    other.append({ stream: 'dossier-hs-1', officer: 'cb-1', anchor: 'x', occurredAt: 'y' });
    const at = other.recordMap();
    const tokens = [other.tokenAt(2, '20260102000000Z')];
    const { verdict, remarks, events } = verifyBundle(
      writeBundle({ ...other.parts([officer], at), tokens }, log),
      policy,
    );
    expect([verdict, remarks.map(({ code }) => code)]).toEqual(['intact', ['times-not-judged']]);
    expect(events.map(({ bracket }) => bracket)).toEqual([0, 1].map(() => ({ notBefore: null, notAfter: null })));
  });

  it('is on a checkpoint at all', () => {
    const lines = new TextDecoder().decode(fileWith(own.checkpoint)).split('\n');
    const spoilt = lines.map((line) => (line.startsWith('{"token"') ? line.replace('\\n13\\n', '\\nx\\n') : line));
    expect(spoilt).not.toEqual(lines);
    expect(codesOf(new TextEncoder().encode(spoilt.join('\n')))).toContain('token-contradicts');
  });
});
