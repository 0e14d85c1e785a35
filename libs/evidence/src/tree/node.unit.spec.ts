import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { emptyRoot, isHash, nodeHash, sameBytes } from './node.ts';

const filled = (bytes: number, value: number): Uint8Array => new Uint8Array(bytes).fill(value);

describe('a node', () => {
  it('is the hash of 0x01 and both its children, whichever came before', () => {
    for (const [left, right] of [
      [filled(32, 1), filled(32, 2)],
      [filled(32, 2), filled(32, 1)],
    ] as const) {
      const defined = createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest('hex');
      expect(Buffer.from(nodeHash(left, right)).toString('hex')).toBe(defined);
    }
  });

  it.each([
    [31, 32],
    [33, 32],
    [32, 31],
    [32, 33],
    [31, 33],
    [0, 0],
  ])('has no children of %i and %i bytes: they could say the same as others', (left, right) => {
    expect(() => nodeHash(filled(left, 1), filled(right, 2))).toThrow(new RangeError('a child is not 32 bytes'));
  });
});

describe('bytes', () => {
  it.each<[number[], number[], boolean]>([
    [[], [], true],
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[1, 2], [0, 2], false],
    [[1], [1, 2], false],
    [[1, 2], [1], false],
    [[], [0], false],
  ])('%p and %p are the same: %p', (one, other, same) => {
    expect(sameBytes(Uint8Array.from(one), Uint8Array.from(other))).toBe(same);
  });

  it('are a hash when there are 32 of them', () => {
    expect([filled(32, 0), emptyRoot, Buffer.alloc(32)].map(isHash)).toEqual([true, true, true]);
    const others = [filled(31, 0), filled(33, 0), new Uint16Array(16), 'x'.repeat(32), null];
    expect(others.map(isHash)).toEqual(others.map(() => false));
  });
});
