import { finished } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ImportedStream, ImportResult } from '../event-store.ts';
import { sealAppend, type SealedAppend } from '../sealed-append.ts';
import { appendEach, isGroupObjection } from './append-statements.ts';
import { textArray } from './binary-array.ts';
import { overFaults, type Patience } from './connection-faults.ts';
import { CopyRows } from './copy-rows.ts';

type Source = AsyncIterable<ImportedStream> | Iterable<ImportedStream>;

/** Whole new streams, each once, in the order of the import. */
type Chunk = readonly SealedAppend[];

type Tally = Omit<ImportResult, 'cursor'>;

/** One transaction's worth: how long other writers wait for the lock, and, twice over, what is in memory. */
const chunkEvents = 5_000;
const chunkBytes = 4 * 1024 * 1024;

/** Sealing is plain computing; it pauses this often so that the chunk before can go on to the server. */
const eventsPerTurn = 500;

/** Callers per call when each is looked at alone. */
const eachGroup = 250;

/** A stream that comes twice begins a new chunk, and is found stored by then. */
async function* chunksOf(source: Source): AsyncGenerator<Chunk, void, undefined> {
  let chunk = new Map<string, SealedAppend>();
  let [events, bytes, sinceTurn] = [0, 0, 0];
  for await (const { stream, events: brought } of source) {
    const append = sealAppend([{ stream, expected: 'no-stream', events: brought }]);
    const name = append.events[0]?.stream ?? stream;
    if (chunk.has(name) || events >= chunkEvents || bytes >= chunkBytes) {
      yield [...chunk.values()];
      chunk = new Map();
      [events, bytes] = [0, 0];
    }
    chunk.set(name, append);
    events += append.events.length;
    for (const event of append.events) bytes += event.bytes;
    sinceTurn += append.events.length;
    if (sinceTurn >= eventsPerTurn) {
      sinceTurn = 0;
      await nextTurn();
    }
  }
  if (chunk.size > 0) yield [...chunk.values()];
}

const bringsKnownStream = async (pool: pg.Pool, chunk: Chunk): Promise<boolean> => {
  const names = chunk.flatMap(({ requests }) => requests.map(({ stream }) => stream));
  const { rows } = await pool.query<{ known: boolean }>({
    name: 'import_known',
    text: 'select exists (select from ledger.event where stream = any ($1) and revision = 0) as known',
    values: [textArray(names)],
  });
  return rows[0]?.known === true;
};

const toldByStatement = (): void => undefined;

/** Durable when it returns. Throws a group objection when a stream or an id is in the ledger already. */
const copyChunk = async (pool: pg.Pool, chunk: Chunk): Promise<void> => {
  const rows = new CopyRows(chunk);
  const client = await pool.connect();
  // A connection that breaks is told of twice, by the statement under way and by this event, which ends the
  // process when nobody hears it.
  client.on('error', toldByStatement);
  try {
    await client.query('begin');
    const { rows: opened } = await client.query<{ first: string }>('select ledger.open_import() as first');
    const copy = client.query(
      copyFrom('copy ledger.incoming (position, id, revision, stream, type, canonical) from stdin (format binary)'),
    );
    copy.end(rows.from(BigInt(opened[0]?.first ?? 0)));
    await finished(copy);
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
const storeEach = async (pool: pg.Pool, chunk: Chunk): Promise<Tally> => {
  let [streams, events, repeatedStreams] = [0, 0, 0];
  for (let from = 0; from < chunk.length; from += eachGroup) {
    const group = chunk.slice(from, from + eachGroup);
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

const storeChunk = async (pool: pg.Pool, chunk: Chunk): Promise<Tally> => {
  if (!(await bringsKnownStream(pool, chunk))) {
    try {
      await copyChunk(pool, chunk);
      const events = chunk.reduce((sum, append) => sum + append.events.length, 0);
      return { streams: chunk.length, events, repeatedStreams: 0 };
    } catch (error) {
      if (!isGroupObjection(error)) throw error;
    }
  }
  return storeEach(pool, chunk);
};

export type ImportPath = {
  readonly pool: pg.Pool;
  readonly patience: Patience;
  /** After each commit. */
  readonly committed: () => void;
};

/** The bulk path of the port, less the cursor. The next chunk is sealed while one is on its way. */
export const importStreams = async ({ pool, patience, committed }: ImportPath, source: Source): Promise<Tally> => {
  const tally = { streams: 0, events: 0, repeatedStreams: 0 };
  const store = async (chunk: Chunk): Promise<void> => {
    const stored = await overFaults(patience, () => storeChunk(pool, chunk));
    tally.streams += stored.streams;
    tally.events += stored.events;
    tally.repeatedStreams += stored.repeatedStreams;
    committed();
  };
  let storing: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of chunksOf(source)) {
      await storing;
      storing = store(chunk);
      // Its failure is met at the next await; until then it must not count as unhandled.
      storing.catch(() => undefined);
    }
    await storing;
  } finally {
    // When the source fails, what is on its way still ends before the caller hears of it.
    await Promise.allSettled([storing]);
  }
  return tally;
};
