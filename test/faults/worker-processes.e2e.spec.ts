import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ReadModels } from '#read-models/read-models.ts';
import type { EventStore } from '#store/event-store.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { rebuild } from '#worker/rebuild.ts';
import { History, by, day, officer } from '../support/history.ts';
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts';
import { appendAll } from '../support/store-of.ts';
import { BuiltProduct, WorkerProcess, leads } from './worker-process.ts';

const holders = [by(officer('an'), 'so-xd'), by(officer('binh'), 'so-tc')] as const;

/** Many dossiers, each handed to and fro. */
const history = new History().unit('so-xd').unit('so-tc').officers('an', 'binh');
for (let n = 0; n < 60; n += 1) {
  history.register(`d${n}`, holders[0], { at: day(n) });
  for (let move = 0; move < 4; move += 1) {
    const [from, to] = move % 2 === 0 ? holders : ([holders[1], holders[0]] as const);
    history.handOff(`d${n}`, from, to, day(n + 1 + move));
  }
}
const parts = [0, 1, 2].map((n) => history.events.slice(n * 102, (n + 1) * 102 + (n === 2 ? 102 : 0)));

let product: BuiltProduct;
beforeAll(async () => {
  product = await BuiltProduct.make();
});
afterAll(() => product.remove());

/** Long enough for a frozen leader's batch to be broken off, on a busy machine. */
const patienceMs = 180_000;

let database: FreshDatabase;
let store: EventStore;
let views: ReadModels;
let admin: pg.Client;
let workers: WorkerProcess[];

beforeEach(async () => {
  database = await freshDatabase();
  await migrateLedger(database.ownerUrl);
  store = openPostgresStore({ appUrl: database.appUrl });
  views = await ReadModels.open({ appUrl: database.appUrl, poolSize: 2 });
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  await Promise.all([store.close(), views.close(), admin.end()]);
  await database.drop();
});

const startWorker = (): WorkerProcess => {
  const worker = new WorkerProcess(product, database);
  workers.push(worker);
  return worker;
};

/** Every row of every view. How far each has come is left out: the workers seal, so the ledger grows by what it says of that. */
const rows = async (): Promise<Record<string, readonly string[]>> => {
  const tables = await admin.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'views' and tablename <> 'checkpoint' order by 1`,
  );
  const found: Record<string, readonly string[]> = {};
  for (const { name } of tables.rows) {
    const { rows: texts } = await admin.query<{ row: string }>(`select t::text as row from views.${name} t order by 1`);
    found[name] = texts.map(({ row }) => row);
  }
  return found;
};

/** Resolves when some statement on this database waits for a lock. */
const somebodyWaits = async (): Promise<void> => {
  const waiting = `select 1 from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`;
  while ((await admin.query(waiting)).rowCount === 0);
};

const followedAndRebuiltAgree = async (): Promise<void> => {
  await views.waitFor(await store.headPosition(), 30_000);
  const followed = await rows();
  expect(followed['custody']).toHaveLength(60 * 5);
  await rebuild({ store, readModels: views });
  expect(await rows()).toEqual(followed);
};

describe('two workers on one database', () => {
  it(
    'R21 lose nothing and fold nothing twice when the leading process is killed in the middle of its work',
    async () => {
      const leader = startWorker();
      await leader.says(leads);
      const standby = startWorker();
      await appendAll(store, parts[0] ?? []);
      const appending = appendAll(store, parts[1] ?? []);
      await views.waitFor(120n, 30_000);
      leader.signal('SIGKILL');
      await standby.says(leads);
      await appending;
      await appendAll(store, parts[2] ?? []);
      await followedAndRebuiltAgree();
    },
    patienceMs,
  );

  it(
    'R21 refuse a leader that was frozen in the middle of a batch, lost its lock meanwhile and wakes again',
    async () => {
      const frozen = startWorker();
      await frozen.says(leads);
      const standby = startWorker();
      await admin.query(`begin; select position from views.checkpoint where projection = 'custody' for update`);
      await appendAll(store, parts[0] ?? []);
      await somebodyWaits();
      frozen.signal('SIGSTOP');
      await admin.query('commit');
      await admin.query(
        `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and l.granted and d.datname = current_database()`,
      );
      await standby.says(leads);
      await appendAll(store, parts[1] ?? []);
      frozen.signal('SIGCONT');
      await appendAll(store, parts[2] ?? []);
      await followedAndRebuiltAgree();
      await standby.end('SIGTERM');
    },
    patienceMs,
  );
});
