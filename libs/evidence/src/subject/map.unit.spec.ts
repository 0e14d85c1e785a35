import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '../leaf.ts';
import { emptyChain, extendChain, type ChainHead } from './chain.ts';
import { emptySubtree, mapProof, mapRoot, subjectKey, verifyMapEntry, type MapLeaf } from './map.ts';

const leafOf = (text: string): Uint8Array => leafHash(new TextEncoder().encode(text));
const chainOf = (positions: readonly number[]): ChainHead =>
  positions.reduce((chain, position) => extendChain(chain, BigInt(position), leafOf(`event ${position}`)), emptyChain);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const sorted = (leaves: readonly MapLeaf[]): MapLeaf[] => [...leaves].sort((a, b) => Buffer.compare(a.key, b.key));

const maps = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 40 })
  .map((subjects) => {
    const entries = subjects.map((subject, index) => ({ subject, chain: chainOf([index, index + 7, index + 50]) }));
    return { entries, leaves: sorted(entries.map(({ subject, chain }) => ({ key: subjectKey(subject), chain }))) };
  });

describe('the chain of a subject', () => {
  it('tells histories apart that differ by one event, its position or its order', () => {
    const heads = [[], [1], [1, 2], [2, 1], [1, 3], [1, 2, 3], [1, 1]].map((positions) => hex(chainOf(positions).head));
    expect(new Set(heads).size).toBe(heads.length);
    expect(chainOf([4, 5, 6]).count).toBe(3n);
  });
});

describe('the map of subjects', () => {
  it('proves for every subject what it says about it', () => {
    fc.assert(
      fc.property(maps, ({ entries, leaves }) => {
        const root = mapRoot(leaves);
        for (const { subject, chain } of entries) {
          const proof = mapProof(leaves, subjectKey(subject));
          expect(verifyMapEntry({ root, subject, chain, proof })).toEqual({ ok: true });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('proves nothing else: another count, head, subject, root or proof is refused', () => {
    fc.assert(
      fc.property(maps, fc.nat(), (({ entries, leaves }, pick) => {
        const { subject, chain } = entries[pick % entries.length] ?? { subject: '', chain: emptyChain };
        const proof = mapProof(leaves, subjectKey(subject));
        const good = { root: mapRoot(leaves), subject, chain, proof };
        const wrong = [
          { ...good, chain: { ...chain, count: chain.count - 1n } },
          { ...good, chain: { ...chain, count: 0n } },
          { ...good, chain: chainOf([1]) },
          { ...good, chain: { ...chain, head: new Uint8Array(3) } },
          { ...good, subject: `${subject} ` },
          { ...good, root: leafOf('x') },
          { ...good, proof: [...proof, emptySubtree] },
          { ...good, proof: [emptySubtree, ...proof] },
          ...(proof.length > 0
            ? [
                { ...good, proof: proof.slice(1) },
                { ...good, proof: proof.slice(0, -1) },
              ]
            : []),
          ...proof.map((_, at) => ({
            ...good,
            proof: proof.map((hash, each) => (each === at ? leafOf('other') : hash)),
          })),
        ];
        for (const claim of wrong) expect(verifyMapEntry(claim)).toMatchObject({ ok: false });
      }) as (map: { entries: { subject: string; chain: ChainHead }[]; leaves: MapLeaf[] }, pick: number) => void),
      { numRuns: 40 },
    );
  });

  it('has another root when any entry is another, and the same one whatever the order of its building', () => {
    fc.assert(
      fc.property(maps, fc.nat(), ({ leaves }, pick) => {
        const at = pick % leaves.length;
        const changed = leaves.map((leaf, each) => (each === at ? { ...leaf, chain: chainOf([99]) } : leaf));
        expect(hex(mapRoot(changed))).not.toBe(hex(mapRoot(leaves)));
        expect(hex(mapRoot(leaves.filter((_, each) => each !== at)))).not.toBe(hex(mapRoot(leaves)));
      }),
      { numRuns: 40 },
    );
    expect(mapRoot([])).toEqual(emptySubtree);
  });

  it('is not built of two entries for one subject', () => {
    const leaf = { key: subjectKey('a'), chain: chainOf([1]) };
    expect(() => mapRoot([leaf, { ...leaf, chain: chainOf([2]) }])).toThrow(RangeError);
  });

  it('never throws on a claim, whatever it is', () => {
    const anything = fc.record({
      root: fc.anything(),
      subject: fc.anything(),
      chain: fc.anything(),
      proof: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (claim) =>
        expect(verifyMapEntry(claim as never)).toHaveProperty('ok'),
      ),
    );
  });
});
