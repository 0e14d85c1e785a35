import { describe, expect, it } from '@jest/globals';
import { leafHash } from '../leaf.ts';
import { nodeHash } from './node.ts';
import { consistencyRanges, Frontier, inclusionRanges, subtreesOf } from './ranges.ts';

const leaves = Array.from({ length: 5 }, (_, at) => leafHash(Uint8Array.of(at)));
const [one, two, three, four, five] = leaves as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
const pair = nodeHash(one, two);
const whole = nodeHash(pair, nodeHash(three, four));

describe('the ranges of a proof', () => {
  it.each([
    [-1n, 3n],
    [3n, 3n],
    [4n, 3n],
    [0n, 0n],
  ])('do not exist for leaf %p of %p', (leaf, size) => {
    expect(() => inclusionRanges(leaf, size)).toThrow(new RangeError(`no leaf ${leaf} in a tree of ${size}`));
  });

  it.each([
    [0n, 3n],
    [-1n, 3n],
    [4n, 3n],
    [0n, 0n],
  ])('do not exist from a tree of %p to one of %p', (size1, size2) => {
    expect(() => consistencyRanges(size1, size2)).toThrow(
      new RangeError(`no consistency proof from ${size1} to ${size2}`),
    );
  });
});

describe('the whole subtrees of a range', () => {
  it.each<[from: bigint, to: bigint, subtrees: readonly (readonly [level: number, index: bigint])[]]>([
    [0n, 0n, []],
    [0n, 8n, [[3, 0n]]],
    [
      0n,
      7n,
      [
        [2, 0n],
        [1, 2n],
        [0, 6n],
      ],
    ],
    [
      3n,
      11n,
      [
        [0, 3n],
        [2, 1n],
        [1, 4n],
        [0, 10n],
      ],
    ],
    [4n, 6n, [[1, 2n]]],
    [2n ** 40n, 2n ** 41n, [[40, 1n]]],
  ])('from %p to %p are the largest that fit, left to right', (from, to, subtrees) => {
    expect(subtreesOf({ from, to })).toEqual(subtrees.map(([level, index]) => ({ level, index })));
  });
});

describe('a tree as it grows', () => {
  it('tells of every subtree that a leaf completes, the leaf itself first', () => {
    const frontier = new Frontier();
    const told = leaves.map((leaf) => {
      const subtrees: unknown[] = [];
      frontier.add(leaf, ({ level, index }, hash) => subtrees.push([level, index, hash]));
      return subtrees;
    });
    expect(told).toEqual([
      [[0, 0n, one]],
      [
        [0, 1n, two],
        [1, 0n, pair],
      ],
      [[0, 2n, three]],
      [
        [0, 3n, four],
        [1, 1n, nodeHash(three, four)],
        [2, 0n, whole],
      ],
      [[0, 4n, five]],
    ]);
  });

  it('goes on from its edge as if it had never stopped', () => {
    const frontier = Frontier.of(3n, [pair, three]);
    expect(frontier.size).toBe(3n);
    const told: unknown[] = [];
    frontier.add(four, ({ level, index }) => told.push([level, index]));
    expect(told).toEqual([
      [0, 3n],
      [1, 1n],
      [2, 0n],
    ]);
    expect([frontier.size, frontier.hashes]).toEqual([4n, [whole]]);
  });

  it.each<[size: bigint, hashes: readonly Uint8Array[]]>([
    [3n, []],
    [3n, [pair]],
    [3n, [one, two, three]],
  ])('of %p leaves does not start from another number of hashes than its edge has', (size, hashes) => {
    expect(() => Frontier.of(size, hashes)).toThrow(new RangeError('a tree of 3 has 2 edge hashes'));
  });
});
