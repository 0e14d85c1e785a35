import type { EventStore } from '#store/event-store.ts';

/**
 * Deletes what every erasure after `position` names, where a crash between recording and deleting has left it, and
 * answers up to where that is done: nothing read from now on holds what was erased by then.
 */
export const eraseAfter = async (store: EventStore, position: bigint): Promise<bigint> => {
  let done = await store.headPosition();
  for await (const erasure of store.readAll({ fromPosition: position + 1n, types: ['sealed-field.erased'] })) {
    await store.erase(erasure.position);
    if (erasure.position > done) done = erasure.position;
  }
  return done;
};
