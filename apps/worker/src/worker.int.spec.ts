import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Logger, createLogger } from '#platform/logging.ts';
import type { Projection } from '#read-models/apply/projection.ts';
import { productProjections } from '#read-models/projections.ts';
import { ReadModels } from '#read-models/read-models.ts';
import type { EventStore } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { History, by, day, officer } from '../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../test/support/open-views.ts';
import { appendAll } from '../../../test/support/store-of.ts';
import { type Worker, type WorkerMetrics, startWorker } from './worker.ts';

const an = by(officer('an'), 'u');
const binh = by(officer('binh'), 'u');
const history = new History().officers('an', 'binh').register('d1', an).handOff('d1', an, binh, day(1));
const head = BigInt(history.events.length - 1);
const logger: Logger = createLogger('silent');

let open: OpenViews;
let store: EventStore;
let running: Worker[];
const started = async (
  readModels: ReadModels = open.views,
  onMetrics?: (metrics: WorkerMetrics) => void,
): Promise<Worker> => {
  const worker = await startWorker({ store, readModels, logger, ...(onMetrics && { onMetrics }) });
  running.push(worker);
  return worker;
};

beforeEach(async () => {
  open = await openViews(null, day(10));
  store = new MemoryEventStore();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((worker) => worker.stop()));
  await store.close();
  await open.close();
});

const terminateAll = async (): Promise<void> => {
  const admin = new pg.Client({ connectionString: open.db.adminUrl });
  await admin.connect();
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await admin.end();
};

describe('the worker', () => {
  it('catches up with what is there and follows what comes', async () => {
    await appendAll(store, history.events.slice(0, 3));
    const worker = await started();
    await worker.caughtUp(2n);
    await appendAll(store, history.events.slice(3));
    await worker.caughtUp(head);
    expect((await open.views.queries.custody({})).items[0]?.holder.id).toBe('binh');
  });

  it('exposes its lag', async () => {
    await appendAll(store, history.events);
    const seen: WorkerMetrics[] = [];
    const worker = await started(open.views, (metrics) => seen.push(metrics));
    await worker.caughtUp(head);
    await worker.stop();
    expect(seen.at(-1)?.leading).toBe(true);
    expect(new Set(seen.at(-1)?.projections.map(({ lag }) => lag))).toEqual(new Set(['0']));
  });

  it('goes on after every connection was lost', async () => {
    const worker = await started();
    await appendAll(store, history.events.slice(0, 3));
    await worker.caughtUp(2n);
    await terminateAll();
    await appendAll(store, history.events.slice(3));
    await worker.caughtUp(head);
    expect(await open.views.queries.stats()).toMatchObject({ cases: 1, handoffs: 1 });
  });

  it('has one leader; a standby takes over when it dies, and nothing is folded twice', async () => {
    const elsewhere = await ReadModels.open({ appUrl: open.db.appUrl, poolSize: 2 });
    const standing: boolean[] = [];
    const leader = await started();
    const standby = await started(elsewhere, ({ leading }) => standing.push(leading));
    await appendAll(store, history.events.slice(0, 3));
    await standby.caughtUp(2n);
    expect(standing).not.toContain(true);
    await leader.stop();
    await appendAll(store, history.events.slice(3));
    await standby.caughtUp(head);
    await standby.stop();
    expect(standing.at(-1)).toBe(true);
    await elsewhere.close();
    expect(await open.views.queries.stats()).toMatchObject({ cases: 1, handoffs: 1 });
  });
});

describe('a parked projection', () => {
  it('is retried when the worker is told to resume, and when one is started', async () => {
    let poisoned = true;
    const timeline: Projection = {
      name: 'timeline',
      tables: [],
      reads: () => null,
      project: ({ position }) => {
        if (position === 1n && poisoned) throw new Error('cannot follow this');
        return [];
      },
    };
    const projections = [...productProjections.filter(({ name }) => name !== 'timeline'), timeline];
    const views = await ReadModels.open({ appUrl: open.db.appUrl, poolSize: 2, projections });
    await appendAll(store, history.events);
    const first = await started(views);
    await expect(first.caughtUp(head)).rejects.toThrow('timeline 0');
    await first.stop();
    const second = await started(views);
    await expect(second.caughtUp(head)).rejects.toThrow('timeline 0');
    poisoned = false;
    await second.resume();
    await second.caughtUp(head);
    await second.stop();
    await views.close();
  });
});
