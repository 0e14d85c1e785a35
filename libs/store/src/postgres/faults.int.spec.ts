import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openCutLine, type Cut, type CutLine } from '../contract/cut-line.ts';
import { all, eventOf, eventsOf, failureOf, idOf, newStream, numberOf } from '../contract/samples.ts';
import { StoreUnavailable, type EventStore, type StoredEvent } from '../event-store.ts';
import { leafHash } from '#evidence/leaf.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { migrateLedger } from './migrate.ts';
import { openPostgresStore, type PostgresStoreOptions } from './postgres-event-store.ts';

/** Longer than any test: what arrives within it was announced, not found by looking. */
const never = 600_000;

describe('the ledger in PostgreSQL under faults', () => {
  let database: FreshDatabase;
  let stores: EventStore[];

  const open = (options: Partial<PostgresStoreOptions> = {}): EventStore => {
    const store = openPostgresStore({ appUrl: database.appUrl, ...options });
    stores.push(store);
    return store;
  };

  /** Order, places, bytes and leaves of the whole ledger, read by a store that saw none of the faults. */
  const verified = async (): Promise<StoredEvent[]> => {
    const reader = open();
    const raw = await all(reader.readRaw());
    const heads = new Map<string, number>();
    for (const [index, event] of raw.entries()) {
      expect(event.position).toBe(BigInt(index));
      expect(event.revision).toBe((heads.get(event.stream) ?? -1) + 1);
      expect(event.leaf).toEqual(leafHash(Buffer.from(event.canonical)));
      heads.set(event.stream, event.revision);
    }
    expect(await reader.headPosition()).toBe(BigInt(raw.length) - 1n);
    return all(reader.readAll());
  };

  beforeEach(async () => {
    database = await freshDatabase();
    await migrateLedger(database.ownerUrl);
    stores = [];
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  describe('a line cut in the middle of', () => {
    let line: CutLine;
    beforeEach(async () => {
      line = await openCutLine(database.appUrl);
    });
    afterEach(() => line.close());

    const cuts: readonly Cut[] = ['before-request', 'before-answer'];

    it.each(cuts)('an append, %s: it is stored once and answered with its place', async (cut) => {
      const store = open({ appUrl: line.url });
      await store.append(newStream('dossier-a', 1));
      line.cutAt(cut, 'append_group');
      const result = await store.append({ stream: 'dossier-a', expected: 0, events: eventsOf(2, 3) });
      expect(line.cuts()).toBe(1);
      expect(result).toMatchObject({ cursor: 2n, revisions: [2] });
      expect((await verified()).map(numberOf)).toEqual([1, 2, 3]);
    });

    it.each(cuts)('the careful repeat of an append, %s', async (cut) => {
      const store = open({ appUrl: line.url });
      line.cutAt(cut, 'append_each');
      const result = await store.append({ stream: 'dossier-a', expected: 'any', events: eventsOf(1) });
      expect(line.cuts()).toBe(1);
      expect(result).toMatchObject({ cursor: 0n, revisions: [0] });
      expect((await verified()).map(numberOf)).toEqual([1]);
    });

    it.each(cuts)('a group, %s: a neighbour in conflict still fails alone', async (cut) => {
      const store = open({ appUrl: line.url });
      await store.append(newStream('dossier-taken', 1));
      line.cutAt(cut, 'append_group');
      const outcomes = await Promise.allSettled([
        store.append(newStream('dossier-a', 2)),
        store.append(newStream('dossier-taken', 3)),
        store.append(newStream('dossier-b', 4)),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await verified()).map(numberOf).toSorted((a, b) => a - b)).toEqual([1, 2, 4]);
    });

    const sealedCuts = cuts.flatMap((cut) =>
      ['append_group', 'append_each', 'import_values'].map((text) => [cut, text]),
    );

    it.each(sealedCuts as [Cut, string][])(
      '%s of %s with sealed values: event and values are stored once',
      async (cut, text) => {
        const store = open({ appUrl: line.url });
        line.cutAt(cut, text);
        const event = eventOf(1, { type: 'dossier.submitted', data: { number: 1, proposal: 'Đề nghị cấp phép' } });
        const expected = text === 'append_each' ? 'any' : 'no-stream';
        if (text === 'import_values') await store.importStreams([{ stream: 'dossier-a', events: [event] }]);
        else await store.append({ stream: 'dossier-a', expected, events: [event] });
        expect(line.cuts()).toBe(1);
        expect(await verified()).toMatchObject([{ data: event.data }]);
        expect((await all(open().readRaw()))[0]?.openings).toMatchObject([{ path: '/data/proposal' }]);
      },
    );

    it.each([
      ['before-request', 'open_import'],
      ['before-request', 'dossier.noted'],
      ['before-answer', 'dossier.noted'],
      ['before-request', 'commit'],
      ['before-answer', 'commit'],
    ] as const)('an import, %s of %s: everything is stored once', async (cut, text) => {
      const store = open({ appUrl: line.url });
      line.cutAt(cut, text);
      const streams = Array.from({ length: 40 }, (_, n) => ({
        stream: `dossier-${n}`,
        events: eventsOf(2 * n, 2 * n + 1),
      }));
      const result = await store.importStreams(streams);
      expect(line.cuts()).toBe(1);
      expect(result.streams + result.repeatedStreams).toBe(40);
      expect((await verified()).map(numberOf)).toEqual(Array.from({ length: 80 }, (_, n) => n));
    });

    it('a read: the reader does not notice', async () => {
      const store = open({ appUrl: line.url });
      await store.append(newStream('dossier-a', 1, 2));
      line.cutAt('before-answer', 'stream_forward');
      expect((await all(store.readStream('dossier-a'))).map(numberOf)).toEqual([1, 2]);
      expect(line.cuts()).toBe(1);
    });
  });

  it('loses nothing that was answered and invents nothing while every connection is killed again and again', async () => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const store = open();
    const answered = new Map<string, bigint>();
    let kills = 0;
    const killEvery = async (): Promise<void> => {
      const { rows } = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_app' and datname = current_database()`,
      );
      kills += rows.length;
    };
    const writer = async (w: number): Promise<void> => {
      for (let n = 0; n < 60; n += 1) {
        const number = w * 1_000 + n;
        const stream = n % 4 === 0 ? 'dossier-shared' : `dossier-${number}`;
        const expected = n % 4 === 0 ? 'any' : 'no-stream';
        const appending = store.append({ stream, expected, events: eventsOf(number) });
        if (w === 0 && n % 3 === 0) await killEvery();
        answered.set(idOf(number), (await appending).cursor);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, w) => writer(w)));
    await admin.end();
    expect(kills).toBeGreaterThan(10);
    const stored = new Map((await verified()).map(({ id, position }) => [id, position]));
    expect(stored).toEqual(answered);
  });

  it('answers a retry by the caller with the first result', async () => {
    const request = newStream('dossier-a', 1, 2);
    const first = await open().append(request);
    const second = await open().append(request);
    expect(second).toEqual({ ...first, repeated: true });
    expect(await verified()).toHaveLength(2);
  });

  it('says that it cannot be reached, and that the outcome is not known', async () => {
    const line = await openCutLine(database.appUrl);
    await line.close();
    const store = open({ appUrl: line.url, patienceMs: 30 });
    expect(await failureOf(store.append(newStream('dossier-a', 1)))).toBeInstanceOf(StoreUnavailable);
    expect(await failureOf(all(store.readAll()))).toBeInstanceOf(StoreUnavailable);
    expect(await failureOf(store.importStreams([{ stream: 'dossier-a', events: eventsOf(1) }]))).toBeInstanceOf(
      StoreUnavailable,
    );
  });

  describe('a subscriber', () => {
    it('is woken by another process, not by its own looking', async () => {
      const live = open({ pollMs: never }).subscribe({ fromPosition: 0n });
      const reading = live[Symbol.asyncIterator]();
      expect((await reading.next()).value).toEqual([]);
      await open().append(newStream('dossier-a', 1));
      const batch = await reading.next();
      expect(batch.value).toMatchObject([{ position: 0n }]);
    });

    it('goes on after its connections were killed, without loss or repetition', async () => {
      const admin = new pg.Client({ connectionString: database.adminUrl });
      await admin.connect();
      const live = open({ pollMs: 20 }).subscribe({ fromPosition: 0n });
      const reading = live[Symbol.asyncIterator]();
      await reading.next();
      const seen: number[] = [];
      for (let n = 0; n < 10; n += 1) {
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_app' and datname = current_database()`,
        );
        await open().append(newStream(`dossier-${n}`, n));
        const batch = await reading.next();
        seen.push(...(batch.value as StoredEvent[]).map(numberOf));
      }
      await admin.end();
      expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });
  });

  it('makes appends of one moment durable in one transaction', async () => {
    const store = open();
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.append(newStream(`dossier-${n}`, n))));
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query('select count(distinct xmin::text)::integer as transactions from ledger.event');
    await owner.end();
    expect(rows).toEqual([{ transactions: 1 }]);
  });
});
