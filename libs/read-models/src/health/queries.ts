import type { ProjectionHealth } from '#contracts/views.ts';
import type { Checkpoint } from '../apply/apply-batch.ts';

/** How far each projection is behind the ledger's head, and what parked it; lag counts events. */
export const healthOf = (checkpoints: readonly Checkpoint[], head: bigint): readonly ProjectionHealth[] =>
  checkpoints.map(({ projection, position, parked }) => ({
    name: projection,
    position: String(position),
    lag: String(head > position ? head - position : 0n),
    parked: parked === null ? null : { position: String(parked.position), error: parked.error },
  }));
