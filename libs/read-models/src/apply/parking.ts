import pg from 'pg';
import type { RecordedEvent } from '#domain/events.ts';
import { type Checkpoint, type ViewWriter, applyBatch, inBatch, notifyAdvance } from './apply-batch.ts';
import { type Batch, batchOf } from './batch.ts';
import { EventNotFolded } from './fold-batch.ts';
import type { Leadership } from './leadership.ts';
import type { Projection } from './projection.ts';

/** Data that PostgreSQL refuses (class 22) or that break a constraint (class 23): the same at every attempt. */
const isRefusedData = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code?.startsWith('22') === true || error.code?.startsWith('23') === true);

const park = (
  writer: ViewWriter,
  projection: Projection,
  { position, error }: { readonly position: bigint; readonly error: string },
  leadership: Leadership | null,
): Promise<Checkpoint> =>
  inBatch(writer, projection.name, leadership, async (client, checkpoint) => {
    if (checkpoint.parked !== null || checkpoint.position + 1n !== position) return checkpoint;
    await client.query(
      `update ${writer.schema}.checkpoint set parked_position = $2, parked_error = $3 where projection = $1`,
      [projection.name, position, error],
    );
    await notifyAdvance(client, writer, projection.name);
    return { ...checkpoint, parked: { position, error } };
  });

/**
 * Like applyBatch, but an event that the projection cannot follow parks it right before that event: what
 * came before is folded, nothing after it is, and the checkpoint says where and why until it is resumed.
 * The fold names its event itself; for data that PostgreSQL refuses the batch is halved until one is left.
 * Throws StaleLeader, PositionGap and faults that may pass.
 */
export const applyOrPark = async (
  writer: ViewWriter,
  projection: Projection,
  batch: Batch,
  leadership: Leadership | null,
): Promise<Checkpoint> => {
  const { events } = batch;
  try {
    return await applyBatch(writer, projection, batch, leadership);
  } catch (error) {
    const split = splitAt(events, error);
    if (split === null) throw error;
    if (split === 0) {
      const parked = {
        position: events[0]?.position ?? 0n,
        error: error instanceof Error ? error.message : String(error),
      };
      return park(writer, projection, parked, leadership);
    }
    const before = await applyOrPark(writer, projection, batchOf(events.slice(0, split)), leadership);
    return before.parked === null ? applyOrPark(writer, projection, batchOf(events.slice(split)), leadership) : before;
  }
};

/** Index of the first event that is not certainly good; 0: it is the poisoned one; null: no event is to blame. */
const splitAt = (events: readonly RecordedEvent[], error: unknown): number | null => {
  if (error instanceof EventNotFolded) return events.findIndex(({ position }) => position === error.position);
  return isRefusedData(error) ? Math.floor(events.length / 2) : null;
};

/** Lets parked projections try their event again, after the fault was mended. */
export const resumeParked = async (writer: ViewWriter, leadership: Leadership | null): Promise<void> => {
  for (const { name } of writer.projections) {
    await inBatch(writer, name, leadership, (client) =>
      client.query(
        `update ${writer.schema}.checkpoint set parked_position = null, parked_error = null where projection = $1`,
        [name],
      ),
    );
  }
};
