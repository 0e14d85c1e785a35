import { createReadStream, createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { startCluster } from './cluster.mjs';
import { ledgerEvent, nextId } from './events.mjs';
import { row } from './measure.mjs';
import { createPlainTable } from './peers/single-inserts.mjs';
import { productFile } from './product.mjs';

// Of the product: the peer is the same driver and the same server with nothing of ours between.
const product = createRequire(join(import.meta.dirname, '..', 'package.json'));
const pg = product('pg');
const { from: copyFrom, to: copyTo } = product('pg-copy-streams');

const eventCount = 500_000;
const eventsPerStream = 5;

/** Streams in the order of their first id; the same shape every time, new ids every time. */
function* streams(count) {
  for (let n = 0; n < count; n += eventsPerStream) {
    const events = Array.from({ length: eventsPerStream }, () => ledgerEvent(nextId()));
    yield { stream: `dossier-${events[0].id}`, events };
  }
}

const timed = async (count, work) => {
  const begin = performance.now();
  await work();
  return (count * 1000) / (performance.now() - begin);
};

const importOurs = async ({ appUrl }, count) => {
  const { openPostgresStore } = await productFile('libs/store/src/postgres/postgres-event-store.js');
  const store = openPostgresStore({ appUrl });
  const rate = await timed(count, async () => {
    const { events } = await store.importStreams(streams(count));
    if (events !== count) throw new Error(`imported ${events} of ${count}`);
  });
  await store.close();
  return rate;
};

const withClient = async (url, work) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** All that an import stores: events, and the values of their sealed fields. */
const tables = {
  copied: 'select position, id, revision, stream, type, canonical, leaf from ledger.event',
  copied_value: 'select position, path, salt, value from ledger.sealed_value',
};

const dump = ({ adminUrl }, file) =>
  withClient(adminUrl, async (client) => {
    for (const [table, rows] of Object.entries(tables)) {
      const copy = client.query(copyTo(`copy (${rows}) to stdout (format binary)`));
      await pipeline(copy, createWriteStream(`${file}.${table}`));
    }
  });

const copyPlain = async ({ adminUrl }, file) => {
  await createPlainTable(adminUrl, 'copied');
  return withClient(adminUrl, async (client) => {
    await client.query('create table plain.copied_value (like ledger.sealed_value including all)');
    return timed(eventCount, async () => {
      for (const table of Object.keys(tables)) {
        const rows = createReadStream(`${file}.${table}`, { highWaterMark: 1 << 20 });
        await pipeline(rows, client.query(copyFrom(`copy plain.${table} from stdin (format binary)`)));
      }
    });
  });
};

const warmUp = async (cluster, file) => {
  const database = await cluster.database('warm_up');
  await importOurs(database, eventCount);
  await dump(database, file);
  await copyPlain(database, file);
  await cluster.drop('warm_up');
};

/** P4 of the performance goals. */
export const measureImport = async ({ rounds, say }) => {
  const cluster = await startCluster();
  try {
    say(await cluster.describe());
    const file = join(cluster.directory, 'events.copy');
    await warmUp(cluster, file);
    const results = [];
    for (let round = 1; round <= rounds; round += 1) {
      const database = await cluster.database('round');
      await cluster.settle();
      const ours = await importOurs(database, eventCount);
      await cluster.settle();
      const copy = await copyPlain(database, file);
      await cluster.drop('round');
      results.push({ ours, copy });
      say(`round ${round}/${rounds}: ours ${Math.round(ours)}, raw COPY ${Math.round(copy)} events/s`);
    }
    return [
      row({
        id: 'P4',
        what: `import of ${eventCount} events`,
        against: 'raw COPY of the same rows, same indexes',
        goal: 0.6,
        unit: 'events/s',
        rounds: results,
        ours: 'ours',
        theirs: 'copy',
        beside: {},
        note: `${eventsPerStream} events per stream; each with a sealed value; ours makes canonical text, leaf, commitments, order and checks on the way, COPY is fed finished rows of both tables`,
      }),
    ];
  } finally {
    await cluster.stop();
  }
};
