import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '../leaf.ts';
import { verifyConsistency } from './consistency.ts';
import { rootFromInclusionProof, verifyInclusion } from './inclusion.ts';
import { emptyRoot, nodeHash } from './node.ts';
import { Frontier, consistencyRanges, inclusionRanges, rootOver, subtreesOf, type LeafRange } from './ranges.ts';

/** The definition of RFC 6962 section 2.1, word by word: slow, and written apart from what it checks. */
const definedRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(definedRoot(leaves.slice(0, half)), definedRoot(leaves.slice(half)));
};

const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(new TextEncoder().encode(`event ${index}`)));
const hashOf = (leaves: readonly Uint8Array[], { from, to }: LeafRange): Uint8Array =>
  definedRoot(leaves.slice(Number(from), Number(to)));
const proofOf = (leaves: readonly Uint8Array[], ranges: readonly LeafRange[]): Uint8Array[] =>
  ranges.map((range) => hashOf(leaves, range));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const sizes = [...Array.from({ length: 35 }, (_, size) => size), 63, 64, 65, 127, 128, 129, 255, 256, 257];

describe('the tree', () => {
  it.each(sizes)('of %i leaves has the root of its definition, leaf by leaf', (size) => {
    const leaves = leavesOf(size);
    const frontier = new Frontier();
    for (const leaf of leaves) frontier.add(leaf);
    expect(hex(frontier.root())).toBe(hex(definedRoot(leaves)));
    expect(frontier.size).toBe(BigInt(size));
  });

  it('has the roots published for the eight leaves of Certificate Transparency', () => {
    const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    const frontier = new Frontier();
    const found = data.map((leaf) => {
      frontier.add(leafHash(Buffer.from(leaf, 'hex')));
      return hex(frontier.root());
    });
    expect(found).toEqual(roots);
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is put together again from its whole subtrees', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(40), (size, more) => {
        const leaves = leavesOf(size + more);
        const range = { from: 0n, to: BigInt(size) };
        const edge = subtreesOf(range).map(({ level, index }) =>
          hashOf(leaves, { from: index << BigInt(level), to: (index + 1n) << BigInt(level) }),
        );
        expect(hex(rootOver(edge))).toBe(hex(definedRoot(leaves.slice(0, size))));
        const frontier = Frontier.of(BigInt(size), edge);
        for (const leaf of leaves.slice(size)) frontier.add(leaf);
        expect(hex(frontier.root())).toBe(hex(definedRoot(leaves)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('an inclusion proof', () => {
  it.each(sizes.filter((size) => size > 0 && size < 70))('is accepted for every leaf of a tree of %i', (size) => {
    const leaves = leavesOf(size);
    const root = definedRoot(leaves);
    for (const [at, hash] of leaves.entries()) {
      const [leafIndex, treeSize] = [BigInt(at), BigInt(size)];
      const proof = proofOf(leaves, inclusionRanges(leafIndex, treeSize));
      expect(verifyInclusion({ leafIndex, treeSize, root, leafHash: hash, proof })).toEqual({ ok: true });
    }
  });

  it('is refused with a reason when anything about it is changed', () => {
    const claims = fc
      .integer({ min: 1, max: 200 })
      .chain((size) =>
        fc.record({ size: fc.constant(size), at: fc.nat(size - 1), bit: fc.nat(7), other: fc.nat(400) }),
      );
    fc.assert(
      fc.property(claims, ({ size, at, bit, other }) => {
        const leaves = leavesOf(size);
        const [leafIndex, treeSize] = [BigInt(at), BigInt(size)];
        const proof = proofOf(leaves, inclusionRanges(leafIndex, treeSize));
        const good = { leafIndex, treeSize, root: definedRoot(leaves), leafHash: leaves[at] as Uint8Array, proof };
        const flipped = (hash: Uint8Array): Uint8Array =>
          hash.map((byte, place) => (place === 9 ? byte ^ (1 << bit) : byte));
        const wrong = [
          { ...good, leafHash: flipped(good.leafHash) },
          { ...good, root: flipped(good.root) },
          { ...good, root: emptyRoot },
          { ...good, leafHash: new Uint8Array(31) },
          { ...good, proof: [...proof, good.root] },
          { ...good, proof: [good.root, ...proof] },
          { ...good, proof: [...proof, new Uint8Array()] },
          ...proof.map((_, place) => ({
            ...good,
            proof: proof.map((hash, each) => (each === place ? flipped(hash) : hash)),
          })),
          ...(proof.length > 0
            ? [
                { ...good, proof: proof.slice(1) },
                { ...good, proof: proof.slice(0, -1) },
              ]
            : []),
          ...(other < size && other !== at ? [{ ...good, leafIndex: BigInt(other) }] : []),
          { ...good, leafIndex: treeSize },
          { ...good, treeSize: 0n },
        ];
        for (const claim of wrong) expect(verifyInclusion(claim)).toMatchObject({ ok: false });
      }),
      { numRuns: 100 },
    );
  });

  it('never throws, whatever it is given', () => {
    const anything = fc.oneof(fc.anything(), fc.bigInt(), fc.uint8Array(), fc.array(fc.uint8Array()));
    fc.assert(
      fc.property(
        fc.record({ leafIndex: anything, treeSize: anything, root: anything, leafHash: anything, proof: anything }),
        (claim) => {
          expect(verifyInclusion(claim as never)).toHaveProperty('ok');
          expect(rootFromInclusionProof(claim as never)).toHaveProperty('ok');
        },
      ),
    );
    for (const nothing of [null, undefined, 1, 'x']) {
      expect(verifyInclusion(nothing as never)).toMatchObject({ ok: false });
      expect(verifyConsistency(nothing as never)).toMatchObject({ ok: false });
    }
  });
});

describe('a consistency proof', () => {
  const treeSizes = Array.from({ length: 34 }, (_, index) => index + 1);

  it.each(treeSizes)('is accepted from every earlier tree to one of %i', (size) => {
    const leaves = leavesOf(size);
    for (let earlier = 1; earlier <= size; earlier += 1) {
      const [size1, size2] = [BigInt(earlier), BigInt(size)];
      const claim = {
        size1,
        size2,
        root1: definedRoot(leaves.slice(0, earlier)),
        root2: definedRoot(leaves),
        proof: proofOf(leaves, consistencyRanges(size1, size2)),
      };
      expect(verifyConsistency(claim)).toEqual({ ok: true });
    }
  });

  it('is refused when a root, a size or a hash is changed', () => {
    const claims = fc
      .integer({ min: 2, max: 200 })
      .chain((size) => fc.record({ size: fc.constant(size), earlier: fc.integer({ min: 1, max: size - 1 }) }));
    fc.assert(
      fc.property(claims, ({ size, earlier }) => {
        const leaves = leavesOf(size);
        const [size1, size2] = [BigInt(earlier), BigInt(size)];
        const proof = proofOf(leaves, consistencyRanges(size1, size2));
        const good = { size1, size2, root1: definedRoot(leaves.slice(0, earlier)), root2: definedRoot(leaves), proof };
        const flipped = (hash: Uint8Array): Uint8Array => hash.map((byte, place) => (place === 31 ? byte ^ 1 : byte));
        const wrong = [
          { ...good, root1: flipped(good.root1) },
          { ...good, root2: flipped(good.root2) },
          { ...good, root1: good.root2, root2: good.root1 },
          { ...good, root1: new Uint8Array(9) },
          { ...good, root2: new Uint8Array(9) },
          { ...good, proof: [] },
          { ...good, proof: proof.slice(1) },
          { ...good, proof: proof.slice(0, -1) },
          { ...good, proof: [...proof, good.root1] },
          { ...good, proof: [good.root2, ...proof] },
          { ...good, size1: size2, size2: size1 },
          { ...good, size1: 0n },
          ...proof.map((_, place) => ({
            ...good,
            proof: proof.map((hash, each) => (each === place ? flipped(hash) : hash)),
          })),
        ];
        for (const claim of wrong) expect(verifyConsistency(claim)).toMatchObject({ ok: false });
      }),
      { numRuns: 100 },
    );
  });

  it('between equal sizes is empty and compares the roots alone', () => {
    const [one, other] = [leavesOf(1)[0] as Uint8Array, emptyRoot];
    expect(verifyConsistency({ size1: 3n, size2: 3n, root1: one, root2: one, proof: [] })).toEqual({ ok: true });
    expect(verifyConsistency({ size1: 0n, size2: 0n, root1: other, root2: other, proof: [] })).toEqual({ ok: true });
    expect(verifyConsistency({ size1: 3n, size2: 3n, root1: one, root2: other, proof: [] })).toMatchObject({
      ok: false,
    });
    expect(verifyConsistency({ size1: 3n, size2: 3n, root1: one, root2: one, proof: [one] })).toMatchObject({
      ok: false,
    });
    expect(verifyConsistency({ size1: 0n, size2: 0n, root1: other, root2: other, proof: [other] })).toMatchObject({
      ok: false,
    });
  });

  it('from an empty tree proves nothing and is refused', () => {
    const root2 = leavesOf(1)[0] as Uint8Array;
    expect(verifyConsistency({ size1: 0n, size2: 1n, root1: emptyRoot, root2, proof: [] })).toMatchObject({
      ok: false,
    });
  });
});
