import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { leafHash } from './leaf.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Leaves of the reference tree of RFC 6962 implementations (certificate-transparency, merkletree tests). */
const published: readonly (readonly [string, string])[] = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
  ['4c313233343536', '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56'],
];

describe('leaf hash', () => {
  it.each(published)('of %s is the published one', (input, output) => {
    expect(hex(leafHash(Buffer.from(input, 'hex')))).toBe(output);
  });

  it.each([1, 4094, 4095, 4096, 4097, 100_000])('of %i bytes is that of 0x00 and the bytes', (length) => {
    const bytes = Buffer.alloc(length, 0xa5);
    const defined = createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest('hex');
    expect(hex(leafHash(bytes))).toBe(defined);
    // What came before leaves nothing behind.
    expect(hex(leafHash(new Uint8Array()))).toBe(published[0]?.[1]);
  });

  it('is not the plain hash of the bytes, so that an inner node can never pass for a leaf', () => {
    const node = Buffer.concat([Uint8Array.of(0x01), leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))]);
    expect(leafHash(node)).not.toEqual(leafHash(node.subarray(1)));
  });
});
