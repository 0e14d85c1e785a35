import { sha256 } from '../sha256.ts';
import { emptyRoot, hashBytes } from '../tree/node.ts';

/** How many events concern a subject, and a hash over all of them in order. */
export type ChainHead = { readonly count: bigint; readonly head: Uint8Array };

export const emptyChain: ChainHead = { count: 0n, head: emptyRoot };

const chainPrefix = new TextEncoder().encode('ledger subject chain v1\n');
const headAt = chainPrefix.length;
const positionAt = headAt + hashBytes;
const leafAt = positionAt + 8;
/** One buffer serves all links, since nothing here waits. */
const link = new Uint8Array(leafAt + hashBytes);
link.set(chainPrefix);
const view = new DataView(link.buffer);

/**
 * The chain with one more event: SHA-256(label ‖ head before ‖ position ‖ leaf hash), position as 8 bytes
 * big-endian. Head and leaf hash are 32 bytes; throws RangeError otherwise.
 */
export const extendChain = ({ count, head }: ChainHead, position: bigint, leaf: Uint8Array): ChainHead => {
  if (head.length !== hashBytes || leaf.length !== hashBytes) throw new RangeError('not hashes of 32 bytes');
  link.set(head, headAt);
  view.setBigUint64(positionAt, position);
  link.set(leaf, leafAt);
  return { count: count + 1n, head: sha256(link) };
};
