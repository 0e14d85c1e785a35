import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createLogger } from '#platform/logging.ts';
import type { EventStore } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { erasedText } from '#store/revealed.ts';
import { columnsHolding } from '../../../../test/support/database-search.ts';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';
import { appendAll } from '../../../../test/support/store-of.ts';
import { type Worker, startWorker } from '../worker.ts';

const [an, binh] = [by(officer('an'), 'u'), by(officer('binh'), 'u')];
const word = 'chuyển xử lý';
const ground = { text: 'Yêu cầu của chủ thể dữ liệu', clause: 'Điều 14 khoản 1' };

/** Three moves of a dossier whose reasons hold the word, and an erasure of each. */
const moved = (): History =>
  new History()
    .officers('an', 'binh')
    .register('d1', an)
    .handOff('d1', an, binh, day(1))
    .handOff('d1', binh, an, day(2))
    .handOff('d1', an, binh, day(3));
const erase = (history: History, positions: readonly number[]): History => {
  for (const position of positions) {
    const eventId = history.events[position]?.id ?? '';
    const data = { eventId, paths: ['/data/reason'], subjects: [], ground, document: null };
    history.add({ type: 'sealed-field.erased', version: 1, data }, `erasure-${eventId}`, day(9), { actor: an.party });
  }
  return history;
};
const moves = [3, 4, 5];

let open: OpenViews;
let store: EventStore;
let worker: Worker | null;
let log: string;
const logger = createLogger(
  'info',
  new Writable({
    write: (chunk, _encoding, done) => {
      log += String(chunk);
      done();
    },
  }),
);
const rebuilds = (): number => log.split('making the views anew').length - 1;

beforeEach(async () => {
  open = await openViews(null, day(100));
  store = new MemoryEventStore();
  [log, worker] = ['', null];
});
afterEach(async () => {
  await worker?.stop();
  await store.close();
  await open.close();
});

const start = async (): Promise<void> => {
  worker = await startWorker({ store, readModels: open.views, logger, cleansViews: true });
  await worker.caughtUp(await store.headPosition());
};
const untilClean = async (): Promise<void> => {
  while ((await open.views.queries.uncleaned()) !== null);
};
const reasons = async (): Promise<readonly unknown[]> =>
  (await open.views.queries.timeline('d1')).items.slice(1).map(({ data }) => data['reason']);
const kept = async (): Promise<number> => {
  let openings = 0;
  for await (const raw of store.readRaw()) openings += raw.openings.filter(({ value }) => value === word).length;
  return openings;
};

describe('views that hold erased text', () => {
  it('R59 are made anew once for all erasures until then, while they serve', async () => {
    await open.views.apply(await appendAll(store, moved().events));
    expect(await reasons()).toEqual([word, word, word]);
    expect(await columnsHolding(open.db.adminUrl, word)).toEqual(['views.custody.reason', 'views.timeline.data']);
    await appendAll(store, erase(moved(), moves).events.slice(-3));
    await start();
    await untilClean();
    expect(await reasons()).toEqual([erasedText, erasedText, erasedText]);
    expect(await columnsHolding(open.db.adminUrl, word)).toEqual([]);
    expect([await kept(), rebuilds()]).toEqual([0, 1]);
    expect(log).not.toContain(word);
  });

  it('R59 follow each erasure that comes later, and rest when there is none', async () => {
    await appendAll(store, moved().events);
    await start();
    expect([await open.views.queries.uncleaned(), rebuilds()]).toEqual([null, 0]);
    const erased = erase(moved(), moves).events.slice(-3);
    for (const [nth, erasure] of erased.entries()) {
      await appendAll(store, [erasure]);
      await worker?.caughtUp(await store.headPosition());
      await untilClean();
      expect(await kept()).toBe(moves.length - nth - 1);
    }
    expect(await reasons()).toEqual([erasedText, erasedText, erasedText]);
  });

  it('R59 are shown as such until they are clean, for as long as another rebuild is running', async () => {
    await appendAll(store, moved().events);
    const other = await open.views.beginRebuild();
    await appendAll(store, erase(moved(), [3]).events.slice(-1));
    await start();
    expect((await open.views.queries.erasures()).items).toMatchObject([{ paths: ['/data/reason'], views: 'cleaning' }]);
    while (!log.includes('not cleaned of erased text yet')) await open.views.queries.uncleaned();
    expect(await kept()).toBe(2);
    await other.close();
    await untilClean();
    expect((await open.views.queries.erasures()).items).toMatchObject([{ views: 'clean' }]);
    expect(await reasons()).toEqual([erasedText, word, word]);
  });
});

describe('a process that dies', () => {
  it('R59 after the switch, before the old tables are gone, leads to another rebuild', async () => {
    const events = await appendAll(store, erase(moved(), [3]).events);
    await open.views.apply(events);
    const erasure = BigInt(events.length - 1);
    await store.erase(erasure);
    const dying = await open.views.beginRebuild({ erasedUpTo: erasure });
    const left: unknown[] = [];
    for await (const event of store.readAll()) left.push(event);
    await dying.apply(left as typeof events);
    await dying.settled();
    await dying.buildIndexes();
    await dying.switch(async () => undefined);
    const admin = new pg.Client({ connectionString: open.db.adminUrl });
    await admin.connect();
    await admin.query(
      `select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and objid = 7203 and database = (select oid from pg_database where datname = current_database())`,
    );
    await expect(dying.close()).rejects.toThrow();
    expect(await open.views.queries.uncleaned()).toBe(erasure);
    expect((await admin.query(`select from pg_tables where schemaname = 'views_old'`)).rowCount).toBeGreaterThan(0);
    await start();
    await untilClean();
    expect((await admin.query(`select from pg_tables where schemaname = 'views_old'`)).rowCount).toBe(0);
    await admin.end();
    expect([await open.views.queries.cleaned(), rebuilds()]).toEqual([erasure, 1]);
  });

  it('R59 before the values were deleted is made up for by whoever leads next', async () => {
    await open.views.apply(await appendAll(store, erase(moved(), moves).events));
    expect(await kept()).toBe(3);
    await start();
    await untilClean();
    expect(await kept()).toBe(0);
    expect(await reasons()).toEqual([erasedText, erasedText, erasedText]);
  });
});
