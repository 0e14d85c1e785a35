import { setImmediate } from 'node:timers/promises';
import type { EventStore } from '#store/event-store.ts';
import type { TileLog } from '../tile-log.ts';
import { rolledBack } from './agreement.ts';

/** Leaves made durable at once: 32 full tiles. Whoever appends waits for the same disk, once per batch of files. */
const batchLeaves = 8_192;

/** Brings the tiles up to `size` leaves. Gives the event loop a turn between batches: appends go first. */
export const feedTiles = async (store: EventStore, tiles: TileLog, size: bigint): Promise<void> => {
  while (tiles.size < size) {
    const from = tiles.size;
    const left = size - from;
    const limit = left < BigInt(batchLeaves) ? Number(left) : batchLeaves;
    const leaves = await store.readLeaves({ fromPosition: from, limit });
    if (leaves.length < limit) throw rolledBack(from + BigInt(leaves.length), size);
    await tiles.append(leaves);
    await setImmediate();
  }
};
