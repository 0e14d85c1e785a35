import { createHash } from 'node:crypto';
import { emptyRoot } from '../tree/node.ts';

/** How many events concern a subject, and a hash over all of them in order. */
export type ChainHead = { readonly count: bigint; readonly head: Uint8Array };

export const emptyChain: ChainHead = { count: 0n, head: emptyRoot };

const chainPrefix = new TextEncoder().encode('ledger subject chain v1\n');

const sized = (value: bigint): Uint8Array => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
};

/** The chain with one more event: SHA-256(label ‖ head before ‖ position ‖ leaf hash), position as 8 bytes big-endian. */
export const extendChain = ({ count, head }: ChainHead, position: bigint, leaf: Uint8Array): ChainHead => ({
  count: count + 1n,
  head: new Uint8Array(
    createHash('sha256').update(chainPrefix).update(head).update(sized(position)).update(leaf).digest(),
  ),
});
