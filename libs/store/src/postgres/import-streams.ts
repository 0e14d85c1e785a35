import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ImportedStream, ImportResult } from '../event-store.ts';
import { appendEach, isGroupObjection } from './append-statements.ts';
import { textArray } from './binary-array.ts';
import { overFaults, type Patience } from './connection-faults.ts';
import { copyColumns, type CopyRows } from './copy-rows.ts';
import { chunksOf, type ImportChunk } from './import-chunk.ts';

type Source = AsyncIterable<ImportedStream> | Iterable<ImportedStream>;

type Tally = Omit<ImportResult, 'cursor'>;

/** Callers per call when each is looked at alone. */
const eachGroup = 250;

/**
 * A guess from both ends, to spare a chunk that repeats an earlier import the way through COPY. Where it is
 * wrong the unique indexes object all the same.
 */
const looksKnown = async (pool: pg.Pool, chunk: ImportChunk): Promise<boolean> => {
  const names = [...chunk.names];
  const { rows } = await pool.query<{ known: boolean }>({
    name: 'import_known',
    text: 'select exists (select from ledger.event where stream = any ($1) and revision = 0) as known',
    values: [textArray(names.filter((_, index) => index === 0 || index === names.length - 1))],
  });
  return rows[0]?.known === true;
};

const toldByStatement = (): void => undefined;

/** In the transaction that has copied the events in. */
const importValues = async (client: pg.PoolClient, first: bigint, { count, sealed }: CopyRows): Promise<void> => {
  if (sealed.isEmpty) return;
  const text = 'select ledger.import_values($1, $2, $3, $4, $5, $6)';
  await client.query({ name: 'import_values', text, values: [first, count, ...sealed.parameters()] });
};

/** Durable when it returns. Throws a group objection when a stream or an id is in the ledger already. */
const copyChunk = async (pool: pg.Pool, chunk: ImportChunk): Promise<void> => {
  const client = await pool.connect();
  // A connection that breaks is told of twice, by the statement under way and by this event, which ends the
  // process when nobody hears it.
  client.on('error', toldByStatement);
  try {
    await client.query('begin');
    const { rows } = await client.query<{ first: string }>('select ledger.open_import() as first');
    const copy = client.query(copyFrom(`copy ledger.incoming (${copyColumns}) from stdin (format binary)`));
    const first = BigInt(rows[0]?.first ?? 0);
    copy.end(chunk.rows.placedFrom(first));
    await finished(copy);
    await importValues(client, first, chunk.rows);
    await client.query('commit');
  } catch (error) {
    // A connection that cannot roll back is thrown away, and the server rolls back by itself.
    const sound = await client.query('rollback').then(
      () => true,
      () => false,
    );
    if (sound) client.off('error', toldByStatement);
    client.release(!sound);
    throw error;
  }
  client.off('error', toldByStatement);
  client.release();
};

/** Streams that are stored already are counted; the first that is refused is thrown, after its neighbours went in. */
const storeEach = async (pool: pg.Pool, chunk: ImportChunk): Promise<Tally> => {
  let [streams, events, repeatedStreams] = [0, 0, 0];
  const appends = chunk.appends();
  for (let from = 0; from < appends.length; from += eachGroup) {
    const group = appends.slice(from, from + eachGroup);
    const outcomes = await appendEach(pool, group);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome instanceof Error) throw outcome;
      if (outcome.repeated) {
        repeatedStreams += 1;
      } else {
        streams += 1;
        events += group[index]?.events.length ?? 0;
      }
    }
  }
  return { streams, events, repeatedStreams };
};

const storeChunk = async (pool: pg.Pool, chunk: ImportChunk): Promise<Tally> => {
  if (!(await looksKnown(pool, chunk))) {
    try {
      await copyChunk(pool, chunk);
      return { streams: chunk.names.size, events: chunk.rows.count, repeatedStreams: 0 };
    } catch (error) {
      if (!isGroupObjection(error)) throw error;
    }
  }
  return storeEach(pool, chunk);
};

export type ImportPath = {
  readonly pool: pg.Pool;
  readonly patience: Patience;
  readonly anchor: () => string | null;
  /** After each commit. */
  readonly committed: () => void;
};

/** The bulk path of the port, less the cursor. Chunks are sealed while others are on their way. */
export const importStreams = async (path: ImportPath, source: Source): Promise<Tally> => {
  const { pool, patience, anchor, committed } = path;
  const tally = { streams: 0, events: 0, repeatedStreams: 0 };
  const store = async (chunk: ImportChunk): Promise<void> => {
    const stored = await overFaults(patience, () => storeChunk(pool, chunk));
    tally.streams += stored.streams;
    tally.events += stored.events;
    tally.repeatedStreams += stored.repeatedStreams;
    committed();
  };
  let storing: Promise<void> = Promise.resolve();
  let before = storing;
  try {
    for await (const chunk of chunksOf(source, anchor)) {
      // One chunk on its way, one ready to follow it at once, one being sealed.
      await before;
      before = storing;
      storing = storing.then(() => store(chunk));
      // Its failure is met at a later await; until then it must not count as unhandled.
      storing.catch(() => undefined);
    }
    await storing;
  } finally {
    // When the source fails, what is on its way still ends before the caller hears of it.
    await Promise.allSettled([storing]);
  }
  return tally;
};
