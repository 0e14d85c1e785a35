import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '../leaf.ts';
import { strangerRanges, verifyJointInclusion, type JointClaim } from './joint-inclusion.ts';
import { Frontier } from './ranges.ts';

const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(new TextEncoder().encode(`event ${index}`)));
const rootOf = (leaves: readonly Uint8Array[]): Uint8Array => {
  const frontier = new Frontier();
  for (const leaf of leaves) frontier.add(leaf);
  return frontier.root();
};

const claimOf = (size: number, chosen: readonly number[]): JointClaim => {
  const leaves = leavesOf(size);
  const indices = [...chosen].sort((a, b) => a - b).map(BigInt);
  return {
    treeSize: BigInt(size),
    root: rootOf(leaves),
    leaves: indices.map((index) => ({ index, hash: leaves[Number(index)] as Uint8Array })),
    proof: strangerRanges(indices, BigInt(size)).map(({ from, to }) => rootOf(leaves.slice(Number(from), Number(to)))),
  };
};

const choices = fc
  .integer({ min: 1, max: 150 })
  .chain((size) => fc.tuple(fc.constant(size), fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: size })));

describe('one proof for many leaves', () => {
  it('is accepted for every choice of leaves, and has no more hashes than that choice needs', () => {
    fc.assert(
      fc.property(choices, ([size, chosen]) => {
        const claim = claimOf(size, chosen);
        expect(verifyJointInclusion(claim)).toEqual({ ok: true });
        expect(claim.proof.length).toBeLessThanOrEqual(chosen.length * Math.ceil(Math.log2(size) + 1));
      }),
    );
    expect(
      claimOf(
        64,
        Array.from({ length: 64 }, (_, index) => index),
      ).proof,
    ).toEqual([]);
  });

  it('is refused when a leaf is changed, moved, left out or repeated, or a hash is changed, added or taken away', () => {
    fc.assert(
      fc.property(choices, fc.nat(), ([size, chosen], pick) => {
        const good = claimOf(size, chosen);
        const at = pick % good.leaves.length;
        const other = new Uint8Array(32).fill(7);
        const wrong: JointClaim[] = [
          { ...good, leaves: good.leaves.map((leaf, each) => (each === at ? { ...leaf, hash: other } : leaf)) },
          {
            ...good,
            leaves: good.leaves.map((leaf, each) => (each === at ? { ...leaf, hash: new Uint8Array(5) } : leaf)),
          },
          { ...good, leaves: good.leaves.filter((_, each) => each !== at) },
          { ...good, leaves: [...good.leaves, ...good.leaves.slice(-1)] },
          { ...good, leaves: [...good.leaves, { index: good.treeSize, hash: other }] },
          { ...good, root: other },
          { ...good, proof: [...good.proof, other] },
          ...good.proof.map((_, place) => ({
            ...good,
            proof: good.proof.map((hash, each) => (each === place ? other : hash)),
          })),
          ...(good.proof.length > 0 ? [{ ...good, proof: good.proof.slice(1) }] : []),
          ...(good.leaves.length > 1 ? [{ ...good, leaves: good.leaves.toReversed() }] : []),
          { ...good, treeSize: 0n },
        ];
        for (const claim of wrong) expect(verifyJointInclusion(claim)).toMatchObject({ ok: false });
      }),
      { numRuns: 60 },
    );
  });

  it('does not hang on a tree of any size, nor throw on anything', () => {
    const leaves = [{ index: 2n ** 63n, hash: new Uint8Array(32) }];
    const claim = { treeSize: 2n ** 64n - 1n, root: new Uint8Array(32), leaves, proof: [] };
    expect(verifyJointInclusion(claim)).toMatchObject({ ok: false });
    fc.assert(fc.property(fc.anything(), (any) => expect(verifyJointInclusion(any as never)).toHaveProperty('ok')));
  });
});
