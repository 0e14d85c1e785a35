import { describe, expect, it } from '@jest/globals';
import { leafHash } from '../leaf.ts';
import { verifyConsistency, type ConsistencyClaim } from './consistency.ts';
import { rootFromInclusionProof, verifyInclusion, type InclusionClaim } from './inclusion.ts';
import { strangerRanges, verifyJointInclusion, type JointClaim } from './joint-inclusion.ts';
import { consistencyRanges, Frontier, inclusionRanges, type LeafRange } from './ranges.ts';

/*
 * Claims about one tree of six leaves with a single thing wrong each, as a caller of plain JavaScript may send them,
 * and the sentence that each is answered with: a wrong one would send people looking in the wrong place.
 */
const leaves = Array.from({ length: 6 }, (_, at) => leafHash(Uint8Array.of(at)));
const rootOf = ({ from, to }: LeafRange): Uint8Array => {
  const frontier = new Frontier();
  for (const leaf of leaves.slice(Number(from), Number(to))) frontier.add(leaf);
  return frontier.root();
};
const rootAt = (size: bigint): Uint8Array => rootOf({ from: 0n, to: size });
const leafAt = (index: bigint): Uint8Array => rootOf({ from: index, to: index + 1n });

const includes = (leafIndex: bigint): InclusionClaim => ({
  leafIndex,
  treeSize: 6n,
  leafHash: leafAt(leafIndex),
  root: rootAt(6n),
  proof: inclusionRanges(leafIndex, 6n).map(rootOf),
});
const grows = (size1: bigint, size2: bigint): ConsistencyClaim => ({
  size1,
  size2,
  root1: rootAt(size1),
  root2: rootAt(size2),
  proof: consistencyRanges(size1, size2).map(rootOf),
});
const joint = (...indices: readonly bigint[]): JointClaim => ({
  treeSize: 6n,
  root: rootAt(6n),
  leaves: indices.map((index) => ({ index, hash: leafAt(index) })),
  proof: strangerRanges(indices, 6n).map(rootOf),
});

const hash = new Uint8Array(32).fill(9);
const noSizes = [undefined, null, '2', -1n, -1, 2n ** 64n, 2 ** 64, 2.5, Number.NaN, {}];
const noHashes = [undefined, null, new Uint8Array(31), new Uint8Array(33), 'x'.repeat(32), Array.from(hash)];
/** As long as it says, with nothing in it. */
const holes = (length: number): Uint8Array[] => Object.assign([], { length });
const hashes = (length: number): Uint8Array[] => Array.from({ length }, () => hash);
/** Of the length that is needed, so that only what stands in them is wrong. */
const noLists = (length: number): readonly unknown[] => [
  'abc',
  { length },
  new Set([hash]),
  holes(length),
  [...hashes(length - 1), new Uint8Array(31)],
  [...hashes(length - 1), undefined],
];

type Wrong = readonly [change: object, reason: string];
const each = (field: string, values: readonly unknown[], reason: string): readonly Wrong[] =>
  values.map((value) => [{ [field]: value }, reason]);

describe('a claim that a leaf is in the tree', () => {
  it('may give its numbers as JSON has them, and leave out a list without anything in it', () => {
    expect(verifyInclusion({ ...includes(2n), leafIndex: 2, treeSize: 6 } as never)).toEqual({ ok: true });
    for (const proof of [null, undefined]) {
      const alone = { leafIndex: 0n, treeSize: 1n, leafHash: hash, root: hash, proof };
      expect(verifyInclusion(alone as never)).toEqual({ ok: true });
    }
  });

  const wrong: readonly Wrong[] = [
    ...each('leafIndex', noSizes, 'index and size must be whole numbers from 0 to 2^64 - 1'),
    ...each('treeSize', noSizes, 'index and size must be whole numbers from 0 to 2^64 - 1'),
    [{ leafIndex: 6n }, 'index 6 is not within a tree of 6'],
    [{ treeSize: 0n }, 'index 4 is not within a tree of 0'],
    ...each('leafHash', noHashes, 'the leaf hash is not 32 bytes'),
    ...each('proof', noLists(2), 'the proof is not a list of 32-byte hashes'),
    ...each('proof', [null, undefined, []], 'the proof has 0 hashes, 2 are needed'),
    [{ proof: hashes(3) }, 'the proof has 3 hashes, 2 are needed'],
    ...each('root', noHashes, 'the root is not 32 bytes'),
    ...each('root', [hash], 'the proof leads to another root'),
    ...each('leafHash', [hash], 'the proof leads to another root'),
  ];
  it.each(wrong)('with %p is refused: %s', (change, reason) => {
    expect(verifyInclusion({ ...includes(4n), ...change })).toEqual({ ok: false, reason });
  });

  it.each([null, undefined, 7, 'claim', {}])('that is %p is refused', (claim) => {
    const reason = 'index and size must be whole numbers from 0 to 2^64 - 1';
    expect(verifyInclusion(claim as never)).toEqual({ ok: false, reason });
    expect(rootFromInclusionProof(claim as never)).toEqual({ ok: false, reason });
  });

  it('is not true of a leaf that is itself the root of a larger tree, with a proof of holes', () => {
    const claim = { leafIndex: 0n, treeSize: 8n, leafHash: hash, root: hash, proof: holes(3) };
    expect(verifyInclusion(claim)).toEqual({ ok: false, reason: 'the proof is not a list of 32-byte hashes' });
  });
});

describe('a claim that a tree extends another', () => {
  it('may give its numbers as JSON has them', () => {
    expect(verifyConsistency({ ...grows(3n, 6n), size1: 3, size2: 6 } as never)).toEqual({ ok: true });
  });

  const wrong: readonly Wrong[] = [
    ...each('size1', noSizes, 'sizes must be whole numbers from 0 to 2^64 - 1'),
    ...each('size2', noSizes, 'sizes must be whole numbers from 0 to 2^64 - 1'),
    [{ size1: 7n }, 'a tree of 6 cannot extend one of 7'],
    ...each('proof', noLists(4), 'the proof is not a list of 32-byte hashes'),
    ...each('root1', noHashes, 'a root is not 32 bytes'),
    ...each('root2', noHashes, 'a root is not 32 bytes'),
    [{ size1: 0n, proof: [] }, 'consistency with an empty tree proves nothing'],
    ...each('proof', [null, undefined, []], 'the proof has 0 hashes, 4 are needed'),
    [{ proof: hashes(5) }, 'the proof has 5 hashes, 4 are needed'],
    ...each('root1', [hash], 'the proof does not lead to the first root'),
    ...each('root2', [hash], 'the proof does not lead to the second root'),
    [{ size1: 6n }, 'the sizes are equal, the proof is not empty'],
    [{ size1: 6n, proof: [] }, 'the sizes are equal, the roots are not'],
    [{ size1: 6n, proof: [], root1: undefined, root2: undefined }, 'a root is not 32 bytes'],
    [{ size1: 6n, proof: [], root1: new Uint8Array(), root2: new Uint8Array() }, 'a root is not 32 bytes'],
  ];
  it.each(wrong)('with %p is refused: %s', (change, reason) => {
    expect(verifyConsistency({ ...grows(3n, 6n), ...change })).toEqual({ ok: false, reason });
  });

  it('is not true of a tree that grew under the same root, with a proof of holes', () => {
    const claim = { size1: 1n, size2: 8n, root1: hash, root2: hash, proof: holes(3) };
    expect(verifyConsistency(claim)).toEqual({ ok: false, reason: 'the proof is not a list of 32-byte hashes' });
  });
});

describe('a claim that leaves are in the tree together', () => {
  const order = 'the leaves are not in ascending order within the tree';
  const noHash = 'the proof or the root is not made of 32-byte hashes';
  const at = (index: unknown, of: unknown = hash): unknown => ({ index, hash: of });

  it('may give its numbers as JSON has them', () => {
    const given = joint(1n, 4n).leaves.map(({ index, hash: leaf }) => ({ index: Number(index), hash: leaf }));
    expect(verifyJointInclusion({ ...joint(1n, 4n), treeSize: 6, leaves: given } as never)).toEqual({ ok: true });
  });

  const wrong: readonly Wrong[] = [
    ...each('treeSize', [...noSizes, 0n, 0], 'the tree size must be a whole number from 1 to 2^64 - 1'),
    ...each('leaves', [undefined, null, 7, 'leaves', {}, new Set([at(1n)]), [], holes(1), [null]], order),
    ...noSizes.map((index): Wrong => [{ leaves: [at(index)] }, order]),
    ...noHashes.slice(1).map((of): Wrong => [{ leaves: [at(1n, of)] }, order]),
    [{ leaves: [{ index: 1n }] }, order],
    [{ leaves: [at(1n), at(1n)] }, order],
    [{ leaves: [at(4n), at(1n)] }, order],
    [{ leaves: [at(1n), at(6n)] }, order],
    ...each('proof', noLists(3), noHash),
    ...each('root', noHashes, noHash),
    ...each('proof', [null, undefined, []], 'the proof has 0 hashes, not as many as are needed'),
    [{ proof: hashes(2) }, 'the proof has 2 hashes, not as many as are needed'],
    [{ proof: hashes(4) }, 'the proof has 4 hashes, not as many as are needed'],
    [{ proof: hashes(3) }, 'the proof leads to another root'],
    [{ root: hash }, 'the proof leads to another root'],
  ];
  it.each(wrong)('with %p is refused: %s', (change, reason) => {
    expect(verifyJointInclusion({ ...joint(1n, 4n), ...change })).toEqual({ ok: false, reason });
  });
});

describe('the ranges that a joint proof must give', () => {
  it.each<[indices: readonly bigint[], size: bigint, ranges: readonly (readonly [bigint, bigint])[]]>([
    [[], 0n, []],
    [[], 1n, [[0n, 1n]]],
    [[], 5n, [[0n, 5n]]],
    [[0n], 1n, []],
    [
      [1n, 4n],
      6n,
      [
        [0n, 1n],
        [2n, 4n],
        [5n, 6n],
      ],
    ],
  ])('for the leaves %p of %p are %p', (indices, size, ranges) => {
    expect(strangerRanges(indices, size)).toEqual(ranges.map(([from, to]) => ({ from, to })));
  });
});
