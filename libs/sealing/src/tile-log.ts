import type { LeafRange } from '#evidence/tree/ranges.ts';

/** The files do not fit together: someone has changed or removed them. Nothing may be signed on top of them. */
export class TileFault extends Error {}

/**
 * One log's tree as C2SP tlog-tiles files under a folder: `tile/<level>/<index>` of hashes, immutable once full;
 * partial tiles are written under their own names and may be removed when a fuller one exists. There are no entry
 * bundles: events hold personal matters and never leave the ledger this way.
 */
export interface TileLog {
  /** Leaves in the files. Read from the files at opening; nothing that is not durable is counted. */
  readonly size: bigint;
  /** Adds leaf hashes at the right edge. Durable (fsync of files and folders) when it resolves. A crash leaves a shorter tree. */
  append(leaves: readonly Uint8Array[]): Promise<void>;
  root(): Uint8Array;
  /** Leaf hashes [from, to) as the files have them. Throws RangeError beyond the tree. */
  leaves(from: bigint, to: bigint): Promise<readonly Uint8Array[]>;
  /** Root over a range of `inclusionRanges`, `consistencyRanges` or `strangerRanges`, in O(log) tile reads. */
  rangeRoots(ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]>;
}

/** Opens, or begins, the log under `folder`. Throws TileFault when the files contradict each other. */
export const openTileLog = async (folder: string): Promise<TileLog> => {
  throw new TileFault(`not written yet (${folder})`);
};
