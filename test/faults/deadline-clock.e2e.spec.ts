import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { ConsultationCommand } from '#domain/consultation/commands.ts';
import type { RecordedEvent } from '#domain/events.ts';
import { clockAccount } from '#domain/kernel/case-actor.ts';
import { leafHash } from '#evidence/leaf.ts';
import { systemClock } from '#platform/clock.ts';
import { createLogger } from '#platform/logging.ts';
import { ReadModels } from '#read-models/read-models.ts';
import type { EventStore, RawEvent } from '#store/event-store.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { productClock } from '#worker/clock/product-clock.ts';
import { trySealing, type HeldLock } from '#worker/sealing/sealing-lock.ts';
import { actor, hour, officer } from '../fixtures/domain/organisation.ts';
import { assign, leadHead } from '../fixtures/domain/task.ts';
import { SmallProvince, type Stored } from '../simulation/small-province.ts';
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts';
import { BuiltProduct, WorkerProcess, leads } from './worker-process.ts';

const tasks = 40;
const consultations = 10;

/** Tasks and consultations of July 2025, whose terms ended long ago, with nobody to record it. */
const neglected = async (store?: EventStore): Promise<SmallProvince> => {
  const province = await SmallProvince.founded(hour(0), store);
  const accepted: boolean[] = [];
  for (let n = 0; n < tasks; n += 1) {
    const term = { kind: 'working-days' as const, days: 1 + (n % 10) };
    accepted.push(await province.tryCase('task', `nv-${n}`, { ...assign, taskId: `nv-${n}`, term }));
  }
  for (let n = 0; n < consultations; n += 1) {
    const id = `yk-${n}`;
    const request = {
      type: 'request',
      at: hour(0),
      actor: leadHead,
      consultationId: id,
      dossierId: null,
      requester: 'sxd',
      subject: 'Quy hoạch',
      questions: [{ questionId: 'q1', text: 'Có thống nhất không?' }],
      addressees: [{ unit: 'stc', relevance: 'quản lý tài chính', legalBasis: null }],
      term: { kind: 'working-days', days: 3 + (n % 5) },
      document: null,
      signature: { drafter: officer('member'), signer: officer('head'), capacity: 'own' },
    } as const satisfies ConsultationCommand;
    accepted.push(await province.tryCase('consultation', id, request));
    const delivery = {
      type: 'confirm-delivery',
      at: hour(0),
      actor: actor('financier', 'stc'),
      consultationId: id,
      unit: 'stc',
      arrivalNumber: String(n),
      registeredAt: hour(0),
    } as const satisfies ConsultationCommand;
    accepted.push(await province.tryCase('consultation', id, delivery));
  }
  expect(accepted).not.toContain(false);
  return province;
};

/** What the clock wrote: all but the moment of recording and the place in the ledger. */
const clockEvents = (ledger: readonly Stored[]) =>
  ledger
    .filter(({ actor: party }) => party.kind === 'account' && party.id === clockAccount)
    .map(({ position: _position, recordedAt: _recordedAt, ...event }) => event);

let product: BuiltProduct;
/** What one clock writes that nothing disturbs. */
let expected: ReturnType<typeof clockEvents>;
beforeAll(async () => {
  product = await BuiltProduct.make();
  const undisturbed = await neglected();
  undisturbed.now = systemClock.now();
  await undisturbed.timePasses();
  expected = clockEvents(await undisturbed.ledger());
}, 120_000);
afterAll(() => product.remove());

let database: FreshDatabase;
let store: EventStore;
let views: ReadModels;
let province: SmallProvince;
let admin: pg.Client;
let workers: WorkerProcess[];
/** Somebody else seals this ledger: of the workers, nobody but the clock writes. */
let sealedElsewhere: HeldLock | null;

beforeEach(async () => {
  database = await freshDatabase();
  await migrateLedger(database.ownerUrl);
  store = openPostgresStore({ appUrl: database.appUrl });
  views = await ReadModels.open({ appUrl: database.appUrl, poolSize: 4 });
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  province = await neglected(store);
  sealedElsewhere = await trySealing(database.appUrl);
  expect(sealedElsewhere).not.toBeNull();
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  await Promise.all([store.close(), views.close(), admin.end(), sealedElsewhere?.release()]);
  await database.drop();
});

const startWorker = (): WorkerProcess => {
  const worker = new WorkerProcess(product, database);
  workers.push(worker);
  return worker;
};

/** Resolves when the query gives a row. */
const until = async (question: string, ...values: readonly unknown[]): Promise<void> => {
  while ((await admin.query(question, [...values])).rowCount === 0);
};
const recorded = `select 1 from ledger.event where canonical like '%"id":"${clockAccount}"%' having count(*) >= $1`;
/** A clock has run to its end since, and left nothing due. */
const atRest = async (): Promise<void> => {
  await until(recorded, expected.length);
  await until('select 1 from read_models.deadline_clock');
};
const appendsWait = `select 1 from pg_locks l join pg_stat_activity a using (pid)
  where not l.granted and a.datname = current_database() and a.query like '%append_group%'`;

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);

/** The whole ledger in its order, its revisions, its leaves; and of the clock exactly what an undisturbed one writes. */
const verify = async (): Promise<void> => {
  const raw: RawEvent[] = [];
  for await (const event of store.readRaw()) raw.push(event);
  const heads = new Map<string, number>();
  for (const [index, event] of raw.entries()) {
    expect(event.position).toBe(BigInt(index));
    expect(event.revision).toBe((heads.get(event.stream) ?? -1) + 1);
    expect(event.leaf).toEqual(leafHash(Buffer.from(event.canonical)));
    heads.set(event.stream, event.revision);
  }
  expect([...clockEvents(await province.ledger())].sort(byId)).toEqual([...expected].sort(byId));
  await views.waitFor(BigInt(raw.length - 1), 30_000);
  expect((await views.clockStatus.health()).failing).toEqual([]);
  expect((await views.clockStatus.health()).due).toBe(0);
};

const patienceMs = 180_000;

describe('deadlines that nobody watched', () => {
  it(
    'R17 R26 are recorded once each, in order and as of their moments, by a clock that starts long after',
    async () => {
      await views.apply((await province.ledger()) as readonly unknown[] as readonly RecordedEvent[]);
      startWorker();
      await atRest();
      await verify();
      const moments = clockEvents(await province.ledger()).map(({ occurredAt }) => occurredAt);
      expect(moments).toEqual([...moments].sort());
    },
    patienceMs,
  );

  it(
    'R17 R26 are neither lost nor doubled when the process is killed between append and answer',
    async () => {
      await admin.query('begin; select next_position from ledger.counter for update');
      const killed = startWorker();
      await until(appendsWait);
      killed.signal('SIGSTOP');
      await admin.query('commit');
      await until(recorded, 1);
      await killed.end('SIGKILL');
      expect(clockEvents(await province.ledger())).toHaveLength(1);
      startWorker();
      await atRest();
      await verify();
    },
    patienceMs,
  );

  it(
    'R17 R26 are neither lost nor doubled when the process is killed again and again on its way',
    async () => {
      for (const reached of [10, 60]) {
        const worker = startWorker();
        await until(recorded, reached);
        await worker.end('SIGKILL');
      }
      startWorker();
      await atRest();
      await verify();
    },
    patienceMs,
  );

  it(
    'R17 R26 are recorded once by a clock that froze before its append, its successor, and two more at the same time',
    async () => {
      await admin.query('begin; select next_position from ledger.counter for update');
      const frozen = startWorker();
      await until(appendsWait);
      const standby = startWorker();
      frozen.signal('SIGSTOP');
      await admin.query(
        `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
          where l.locktype = 'advisory' and l.granted and d.datname = current_database()`,
      );
      await admin.query('commit');
      await standby.says(leads);
      frozen.signal('SIGCONT');
      const parts = { store, readModels: views, logger: createLogger('silent'), clock: systemClock };
      await Promise.all([productClock(parts).pass(), productClock(parts).pass()]);
      await atRest();
      await verify();
    },
    patienceMs,
  );

  it(
    'R17 R26 are neither lost nor doubled when every connection is lost on the way',
    async () => {
      startWorker();
      for (const reached of [5, 50]) {
        await until(recorded, reached);
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
        );
      }
      await atRest();
      await verify();
    },
    patienceMs,
  );
});
