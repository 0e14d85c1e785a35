import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { leafHash } from '../leaf.ts';
import { emptyChain, extendChain, type ChainHead } from './chain.ts';
import { emptySubtree, mapProof, mapRoot, subjectKey, verifyMapEntry, type MapClaim, type MapLeaf } from './map.ts';

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

/** The format once more, by the platform alone: leaf, node, and the 256 bits of a place, the highest first. */
const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const label = 'ledger subject map v1\n';
const bitsOf = (subject: string): string =>
  BigInt(`0x${sha256(label, subject).toString('hex')}`)
    .toString(2)
    .padStart(256, '0');
const rootOver = (subject: string, { count, head }: ChainHead, proof: readonly Uint8Array[]): Uint8Array => {
  const bits = bitsOf(subject);
  const counted = Buffer.alloc(8);
  counted.writeBigUInt64BE(count);
  const leaf = sha256(Uint8Array.of(0), label, sha256(label, subject), counted, head);
  const root = proof.reduceRight<Buffer>(
    (hash, sibling, depth) => sha256(Uint8Array.of(1), ...(bits[depth] === '1' ? [sibling, hash] : [hash, sibling])),
    leaf,
  );
  return new Uint8Array(root);
};

describe('an entry of the map', () => {
  const subject = 'officer:cb-1';
  const chain = chainOf([1]);
  const proofOf = (length: number): Uint8Array[] => Array.from({ length }, (_, at) => leafOf(`sibling ${at}`));
  const claimOver = (length: number): MapClaim => {
    const proof = proofOf(length);
    return { root: rootOver(subject, chain, proof), subject, chain, proof };
  };

  it.each([0, 1, 2, 9, 255, 256])('is proved by %s hashes, as the format has it', (length) => {
    expect(verifyMapEntry(claimOver(length))).toEqual({ ok: true });
  });

  const good = claimOver(3);
  const [first = emptySubtree, ...others] = good.proof;
  const noProof = 'the map proof is not a list of at most 256 hashes';
  const malformed = 'the map claim is malformed';
  const noChain = 'the chain head is malformed';
  const differing = 'the map says something else about the subject';
  const none = { count: 0n, head: chain.head };
  it.each([
    ['nothing in it', undefined, malformed],
    ['a text for its proof', { ...good, proof: 'AAAA' }, noProof],
    ['a proof that is no list', { ...good, proof: first }, noProof],
    ['a hash that is none in its proof', { ...good, proof: [first.subarray(1), ...others] }, noProof],
    ['holes in its proof', { ...good, proof: Object.assign([...good.proof], { length: 5 }) }, noProof],
    ['a proof longer than the place has bits', { ...claimOver(256), proof: proofOf(257) }, noProof],
    ['no root', { ...good, root: undefined }, malformed],
    ['a root of 31 bytes', { ...good, root: good.root.subarray(1) }, malformed],
    ['no subject', { ...good, subject: undefined }, malformed],
    ['a subject that is a number', { ...good, subject: 7 }, malformed],
    ['a subject that is bytes', { ...good, subject: new TextEncoder().encode(subject) }, malformed],
    ['no chain', { ...good, chain: undefined }, noChain],
    ['a chain that counts nothing', { ...good, chain: none, root: rootOver(subject, none, good.proof) }, noChain],
    ['a count below zero', { ...good, chain: { ...chain, count: -1n } }, noChain],
    ['a count of 2^64', { ...good, chain: { ...chain, count: 1n << 64n } }, noChain],
    ['a count in words', { ...good, chain: { ...chain, count: '1' } }, noChain],
    ['no head', { ...good, chain: { count: 1n } }, noChain],
    ['a head of 31 bytes', { ...good, chain: { ...chain, head: chain.head.subarray(1) } }, noChain],
    ['another count', { ...good, chain: { ...chain, count: 2n } }, differing],
    ['another head', { ...good, chain: { ...chain, head: first } }, differing],
    ['another subject', { ...good, subject: 'officer:cb-2' }, differing],
    ['another root', { ...good, root: first }, differing],
    ['a proof in another order', { ...good, proof: good.proof.toReversed() }, differing],
  ])('is refused with %s', (_, claim, reason) => {
    expect(verifyMapEntry(claim as never)).toEqual({ ok: false, reason });
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

  it('is not built of two entries for one subject, and proves neither', () => {
    const leaf = { key: subjectKey('officer:a'), chain: chainOf([1]) };
    for (const make of [mapRoot, (leaves: readonly MapLeaf[]) => mapProof(leaves, leaf.key)])
      expect(() => make([leaf, leaf])).toThrow(new RangeError('two leaves have one key'));
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
