import { describe, expect, it } from '@jest/globals';
import { fromBase64 } from '../note/base64.ts';
import { verifyConsistency, type ConsistencyClaim } from './consistency.ts';
import { verifyInclusion, type InclusionClaim } from './inclusion.ts';

/*
 * The proofs that transparency-dev publishes over the eight leaves of Certificate Transparency, and the ways in
 * which its test data spoils each of them. Hashes are spelled once and named.
 */
const hash = (text: string): Uint8Array => {
  const bytes = fromBase64(text);
  if (bytes === null) throw new Error(text);
  return bytes;
};

const leaf0 = hash('bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=');
const leaf1 = hash('lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=');
const leaf2 = hash('ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=');
const leaf4 = hash('vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=');
const leaf5 = hash('QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=');
const leaf6 = hash('sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=');
const leaves2and3 = hash('Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=');
const leaves4and5 = hash('DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=');
const leaves6and7 = hash('yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=');
const leaves4to7 = hash('a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=');
const root2 = hash('+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=');
const root3 = hash('rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=');
const root4 = hash('037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=');
const root5 = hash('Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=');
const root6 = hash('duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=');
const root7 = hash('3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=');
const root8 = hash('XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=');

const inclusions: readonly InclusionClaim[] = [
  { leafIndex: 0n, treeSize: 1n, root: leaf0, leafHash: leaf0, proof: [] },
  { leafIndex: 0n, treeSize: 8n, root: root8, leafHash: leaf0, proof: [leaf1, leaves2and3, leaves4to7] },
  { leafIndex: 5n, treeSize: 8n, root: root8, leafHash: leaf5, proof: [leaf4, leaves6and7, root4] },
  { leafIndex: 2n, treeSize: 3n, root: root3, leafHash: leaf2, proof: [root2] },
  { leafIndex: 1n, treeSize: 5n, root: root5, leafHash: leaf1, proof: [leaf0, leaves2and3, leaf4] },
];

const consistencies: readonly ConsistencyClaim[] = [
  { size1: 1n, size2: 1n, root1: leaf0, root2: leaf0, proof: [] },
  { size1: 1n, size2: 8n, root1: leaf0, root2: root8, proof: [leaf1, leaves2and3, leaves4to7] },
  { size1: 6n, size2: 8n, root1: root6, root2: root8, proof: [leaves4and5, leaves6and7, root4] },
  { size1: 2n, size2: 5n, root1: root2, root2: root5, proof: [leaves2and3, leaf4] },
  { size1: 6n, size2: 7n, root1: root6, root2: root7, proof: [leaves4and5, leaf6, root4] },
];

const random = hash('YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=');
const garbage = new Uint8Array();
const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

type Proof = readonly Uint8Array[];
const spoiltProofs = (proof: Proof, roots: Proof): readonly (readonly [string, Proof])[] => [
  ...proof.map((_, at): readonly [string, Proof] => [
    `a bit of hash ${at} changed`,
    proof.map((given, place) => (place === at ? flipped(given, 4) : given)),
  ]),
  ['garbage behind', [...proof, garbage]],
  ['garbage before', [garbage, ...proof]],
  ...roots.flatMap((root, at): (readonly [string, Proof])[] => [
    [`root ${at} behind`, [...proof, root]],
    [`root ${at} before`, [root, ...proof]],
  ]),
  ...(proof.length === 0
    ? []
    : ([
        ['its last hash missing', proof.slice(0, -1)],
        ['its first hash missing', proof.slice(1)],
        ['nothing in it', []],
        ['a foreign hash inserted', [...proof.slice(0, 1), random, ...proof.slice(1)]],
        ['its first hash twice', [...proof.slice(0, 1), ...proof]],
      ] as const)),
];

describe('published proofs of inclusion', () => {
  it.each(inclusions)('hold for leaf $leafIndex of $treeSize', (claim) => {
    expect(verifyInclusion(claim)).toEqual({ ok: true });
  });

  const spoilt = inclusions.flatMap((claim) => {
    const { leafIndex, treeSize, proof, root } = claim;
    const changes: readonly (readonly [string, InclusionClaim])[] = [
      ['the index before', { ...claim, leafIndex: leafIndex - 1n }],
      ['the index after', { ...claim, leafIndex: leafIndex + 1n }],
      ['the index two aside', { ...claim, leafIndex: leafIndex ^ 2n }],
      ['twice the size', { ...claim, treeSize: treeSize * 2n }],
      ['half the size', { ...claim, treeSize: treeSize / 2n }],
      ['another leaf', { ...claim, leafHash: random }],
      ['an empty root', { ...claim, root: garbage }],
      ['another root', { ...claim, root: random }],
      ...spoiltProofs(proof, [root]).map(([how, changed]): readonly [string, InclusionClaim] => [
        `the proof with ${how}`,
        { ...claim, proof: changed },
      ]),
    ];
    return changes.map(([how, changed]) => ({ of: `${leafIndex} of ${treeSize}`, how, changed }));
  });
  it.each(spoilt)('are refused for leaf $of with $how', ({ changed }) => {
    expect(verifyInclusion(changed)).toEqual({ ok: false, reason: expect.stringMatching(/./) as unknown });
  });
});

describe('published proofs of consistency', () => {
  it.each(consistencies)('hold from $size1 to $size2', (claim) => {
    expect(verifyConsistency(claim)).toEqual({ ok: true });
  });

  const spoilt = consistencies.flatMap((claim) => {
    const { size1, size2, proof } = claim;
    const changes: readonly (readonly [string, ConsistencyClaim])[] = [
      ['the first size less one', { ...claim, size1: size1 - 1n }],
      ['the first size and one', { ...claim, size1: size1 + 1n }],
      ['the first size two aside', { ...claim, size1: size1 ^ 2n }],
      ['twice the second size', { ...claim, size2: size2 * 2n }],
      ['half the second size', { ...claim, size2: size2 / 2n }],
      ['another first root', { ...claim, root1: random }],
      ['another second root', { ...claim, root2: random }],
      ...(size1 === size2
        ? []
        : [['the roots swapped', { ...claim, root1: claim.root2, root2: claim.root1 }] as const]),
      ...spoiltProofs(proof, [claim.root1, claim.root2]).map(([how, changed]): readonly [string, ConsistencyClaim] => [
        `the proof with ${how}`,
        { ...claim, proof: changed },
      ]),
    ];
    return changes.map(([how, changed]) => ({ of: `${size1} to ${size2}`, how, changed }));
  });
  it.each(spoilt)('are refused from $of with $how', ({ changed }) => {
    expect(verifyConsistency(changed)).toEqual({ ok: false, reason: expect.stringMatching(/./) as unknown });
  });
});
