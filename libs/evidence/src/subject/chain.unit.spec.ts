import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { leafHash } from '../leaf.ts';
import { emptyChain, extendChain, type ChainHead } from './chain.ts';

const leafOf = (text: string): Uint8Array => leafHash(new TextEncoder().encode(text));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The head as the format writes it, by the platform alone. */
const headOf = (before: Uint8Array, position: bigint, leaf: Uint8Array): string => {
  const places = Buffer.alloc(8);
  places.writeBigUInt64BE(position);
  return createHash('sha256')
    .update('ledger subject chain v1\n')
    .update(before)
    .update(places)
    .update(leaf)
    .digest('hex');
};

describe('the chain of a subject', () => {
  it('begins with the hash of nothing, over no event', () => {
    expect(emptyChain.count).toBe(0n);
    expect(hex(emptyChain.head)).toBe(createHash('sha256').digest('hex'));
  });

  it('is, with each event, the hash of its label, the head before, the position and the leaf', () => {
    const positions = [0n, 1n, 255n, 256n, 2n ** 32n + 7n, 2n ** 64n - 1n];
    let chain: ChainHead = emptyChain;
    for (const [at, position] of positions.entries()) {
      const leaf = leafOf(`event ${position}`);
      const next = extendChain(chain, position, leaf);
      expect(next.count).toBe(BigInt(at + 1));
      expect(hex(next.head)).toBe(headOf(chain.head, position, leaf));
      chain = next;
    }
  });

  it('tells histories apart that differ by one event, its position or its order', () => {
    const chainOf = (positions: readonly number[]): ChainHead =>
      positions.reduce(
        (chain, position) => extendChain(chain, BigInt(position), leafOf(`event ${position}`)),
        emptyChain,
      );
    const heads = [[], [1], [1, 2], [2, 1], [1, 3], [1, 2, 3], [1, 1]].map((positions) => hex(chainOf(positions).head));
    expect(new Set(heads).size).toBe(heads.length);
    expect(chainOf([4, 5, 6]).count).toBe(3n);
  });

  it.each([0, 31, 33])('takes nothing of %s bytes for a hash, so that no part runs into another', (length) => {
    const other = new Uint8Array(length);
    expect(() => extendChain({ count: 1n, head: other }, 1n, leafOf('x'))).toThrow(RangeError);
    expect(() => extendChain(emptyChain, 1n, other)).toThrow(RangeError);
  });
});
