import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { leafHash } from '#evidence/leaf.ts';
import { all, eventOf, eventsOf, failureOf, newStream, numberOf } from '../contract/samples.ts';
import {
  EventIdReused,
  EventRefused,
  maxEventBytes,
  RevisionConflict,
  StoreUnavailable,
  type EventStore,
  type StoredEvent,
} from '../event-store.ts';
import {
  startEventStoreDbServer,
  type AppendFault,
  type EventStoreDbServer,
} from '../../../../test/support/eventstoredb/server.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { LedgerDiverged } from './eventstoredb-reader.ts';
import { openEventStoreDbStore, type EventStoreDbOptions } from './eventstoredb-event-store.ts';
import { migrateLedgerOrder } from './migrate.ts';

/** Longer than any test: what arrives within it was announced, not found by looking. */
const never = 600_000;

describe('the ledger in EventStoreDB under faults', () => {
  let database: FreshDatabase;
  let server: EventStoreDbServer;
  let stores: EventStore[];

  const open = (options: Partial<EventStoreDbOptions> = {}): EventStore => {
    const store = openEventStoreDbStore({
      connectionString: server.connectionString,
      credentials: { username: 'admin', password: 'changeit' },
      appUrl: database.appUrl,
      ...options,
    });
    stores.push(store);
    return store;
  };

  /** Resolves when the server has been called so often. */
  const called = async (method: string, times: number): Promise<void> => {
    while (server.calls.filter((call) => call === method).length < times) await new Promise(setImmediate);
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
    await migrateLedgerOrder(database.ownerUrl);
    server = await startEventStoreDbServer();
    stores = [];
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.stop();
    await database.drop();
  });

  describe('an append whose outcome is not known', () => {
    const faults: readonly AppendFault[] = [
      'cut-before-storing',
      'cut-after-storing',
      'hold-before-storing',
      'hold-after-storing',
      'not-leader',
    ];
    const modes = [0, 'any', 'stream-exists'] as const;
    const cases = faults.flatMap((fault) => modes.map((expected) => [fault, expected] as const));

    it.each(cases)('(%s, expected %p) is stored once and answered with its place', async (fault, expected) => {
      const store = open({ deadlineMs: 300 });
      await store.append(newStream('dossier-a', 1));
      server.failNextAppends(fault);
      const { cursor, ...result } = await store.append({ stream: 'dossier-a', expected, events: eventsOf(2, 3) });
      // What was held comes through only now, after the repeat.
      server.releaseHeld();
      expect(result).toEqual({ revisions: [2], repeated: false });
      expect(await store.positionOf(cursor)).toBe(2n);
      expect((await verified()).map(numberOf)).toEqual([1, 2, 3]);
    });

    it.each(['cut-before-storing', 'cut-after-storing'] as const)('(%s) may be of a new stream', async (fault) => {
      server.failNextAppends(fault);
      expect(await open().append(newStream('dossier-a', 1))).toMatchObject({ revisions: [0], repeated: false });
      expect((await verified()).map(numberOf)).toEqual([1]);
    });

    it('stays a conflict when it was one', async () => {
      const store = open();
      await store.append(newStream('dossier-a', 1));
      server.failNextAppends('cut-before-storing');
      const error = await failureOf(store.append(newStream('dossier-a', 2)));
      expect(error).toBeInstanceOf(RevisionConflict);
      expect(error).toMatchObject({ actual: 0 });
      expect(await verified()).toHaveLength(1);
    });

    it('is told as such when patience ends, and its repeat gives the first result', async () => {
      const store = open({ deadlineMs: 300, patienceMs: 500 });
      server.failNextAppends('hold-after-storing');
      const request = newStream('dossier-a', 1);
      const unanswered = failureOf(store.append(request));
      await called('append', 1);
      server.holdNextReads(Infinity);
      expect(await unanswered).toBeInstanceOf(StoreUnavailable);
      server.holdNextReads(0);
      expect(await open().append(request)).toMatchObject({ revisions: [0], repeated: true });
      expect(await verified()).toHaveLength(1);
    });

    it('ends in StoreUnavailable when nobody is there', async () => {
      const store = open({ connectionString: 'esdb://127.0.0.1:1?tls=false', patienceMs: 50 });
      expect(await failureOf(store.append(newStream('dossier-a', 1)))).toBeInstanceOf(StoreUnavailable);
      expect(await failureOf(all(store.readAll()))).toBeInstanceOf(StoreUnavailable);
    });
  });

  it('answers neighbours while one append gets no answer', async () => {
    const store = open({ deadlineMs: 2_000 });
    server.failNextAppends('hold-before-storing');
    let answered = false;
    const stuck = store.append(newStream('dossier-stuck', 1)).finally(() => {
      answered = true;
    });
    await called('append', 1);
    await Promise.all([store.append(newStream('dossier-a', 2)), store.append(newStream('dossier-b', 3))]);
    expect(answered).toBe(false);
    await stuck;
    expect((await verified()).map(numberOf).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  it('keeps no more appends on their way than allowed, and imports within the same bound', async () => {
    const store = open({ maxInFlight: 3, deadlineMs: 500 });
    server.failNextAppends('hold-before-storing', 'hold-before-storing', 'hold-before-storing');
    const appends = Array.from({ length: 10 }, (_, n) => store.append(newStream(`dossier-${n}`, n)));
    await called('append', 3);
    await open().headPosition();
    expect(server.calls.filter((call) => call === 'append')).toHaveLength(3);
    await Promise.all(appends);
    expect(await verified()).toHaveLength(10);
  });

  it('imports over faults: everything is stored once', async () => {
    const store = open({ deadlineMs: 300 });
    server.failNextAppends('cut-before-storing', 'cut-after-storing', 'hold-after-storing');
    const streams = Array.from({ length: 40 }, (_, n) => ({
      stream: `dossier-${n}`,
      events: eventsOf(2 * n, 2 * n + 1),
    }));
    expect(await store.importStreams(streams)).toMatchObject({ streams: 40, events: 80, repeatedStreams: 0 });
    expect(await verified()).toHaveLength(80);
  });

  describe('ids that the cluster itself would let pass', () => {
    it('are refused with other content although the cluster says that they are stored', async () => {
      await open().append(newStream('dossier-a', 1));
      // Another process stores the same id between the look and the append of this one.
      const [one, two] = [open(), open()];
      const outcomes = await Promise.allSettled([
        one.append({ stream: 'dossier-a', expected: 0, events: [eventOf(2)] }),
        two.append({ stream: 'dossier-a', expected: 0, events: [eventOf(2, { data: 'khác' })] }),
      ]);
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      expect(refused).toHaveLength(1);
      expect(refused[0]).toBeInstanceOf(EventIdReused);
      expect(refused[0]).toMatchObject({ why: 'other-content' });
      expect(await verified()).toHaveLength(2);
    });

    it('are refused where the expected revision holds', async () => {
      const store = open();
      await store.append(newStream('dossier-a', 1));
      const error = await failureOf(store.append({ stream: 'dossier-a', expected: 0, events: eventsOf(1, 2) }));
      expect(error).toMatchObject({ why: 'partly-known' });
    });
  });

  it('refuses what the cluster has no room for, and names of its own', async () => {
    const store = open();
    const data = 'a'.repeat(maxEventBytes - 1_000);
    const large = { ...newStream('dossier-a'), events: [1, 2, 3, 4, 5].map((n) => eventOf(n, { data })) };
    for (const [request, why] of [
      [large, 'too-large'],
      [newStream('$settings', 1), 'malformed-stream'],
      [{ ...newStream('dossier-a'), events: [eventOf(1, { type: '$>' })] }, 'malformed-type'],
    ] as const) {
      const error = await failureOf(store.append(request));
      expect(error).toBeInstanceOf(EventRefused);
      expect(error).toMatchObject({ why });
    }
    expect(await verified()).toEqual([]);
  });

  describe('a read', () => {
    const prepare = async (): Promise<void> => {
      await open().importStreams([
        { stream: 'dossier-a', events: eventsOf(...Array.from({ length: 60 }, (_, n) => n)) },
      ]);
    };
    const numbers = Array.from({ length: 60 }, (_, n) => n);

    it('goes on after its connection was cut in the middle', async () => {
      await prepare();
      const store = open();
      await store.headPosition();
      server.cutNextReadAfter(20);
      expect((await all(store.readStream('dossier-a'))).map(numberOf)).toEqual(numbers);
      server.cutNextReadAfter(20);
      expect((await all(store.readAll())).map(numberOf)).toEqual(numbers);
    });

    it('is asked for again when no answer comes', async () => {
      await prepare();
      const store = open({ deadlineMs: 200 });
      server.holdNextReads(2);
      expect((await all(store.readAll())).map(numberOf)).toEqual(numbers);
    });

    it('passes over what others keep in the same cluster', async () => {
      await prepare();
      const data = Buffer.from('{"invoice":1}');
      const foreign = { id: eventOf(9_000).id, type: 'invoiced', contentType: 'application/json', data };
      server.log.write('invoice-1', 'any', [{ ...foreign, metadata: new Uint8Array() }]);
      for (let n = 0; n < 2_500; n += 1) server.log.systemEvent();
      await open().append(newStream('dossier-b', 60));
      expect((await verified()).map(numberOf)).toEqual([...numbers, 60]);
    });

    it.each([
      ['is gone', (): void => void server.log.records.splice(0)],
      [
        'has other bytes',
        (): void => {
          const at = server.log.records.findIndex(({ stream }) => stream === 'dossier-a');
          const record = server.log.records[at];
          if (record === undefined) throw new Error('nothing to change');
          server.log.records[at] = {
            ...record,
            data: Buffer.from(Buffer.from(record.data).toString().replace('officer-1', 'officer-2')),
          };
        },
      ],
    ])('says so when what was numbered %s', async (_, tamper) => {
      await prepare();
      await open().headPosition();
      tamper();
      expect(await failureOf(all(open().readRaw()))).toBeInstanceOf(LedgerDiverged);
    });
  });

  describe('a subscriber', () => {
    it('is told by the cluster, not by its own looking', async () => {
      const reading = open({ pollMs: never }).subscribe({ fromPosition: 0n })[Symbol.asyncIterator]();
      expect((await reading.next()).value).toEqual([]);
      await open().append(newStream('dossier-a', 1));
      expect((await reading.next()).value).toMatchObject([{ position: 0n }]);
    });

    it.each([
      ['dropped', (): void => server.dropSubscriptions()],
      ['cut off', (): void => server.cut()],
    ])('goes on after it was %s again and again, without loss or repetition', async (_, interrupt) => {
      const reading = open({ pollMs: never }).subscribe({ fromPosition: 0n, batchSize: 3 })[Symbol.asyncIterator]();
      await reading.next();
      const seen: number[] = [];
      for (let n = 0; n < 10; n += 1) {
        interrupt();
        await open().append(newStream(`dossier-${n}`, 2 * n, 2 * n + 1));
        while (seen.length < 2 * n + 2) seen.push(...((await reading.next()).value as StoredEvent[]).map(numberOf));
      }
      expect(seen).toEqual(Array.from({ length: 20 }, (__, n) => n));
      expect(server.calls.filter((call) => call === 'subscribe').length).toBeGreaterThan(1);
    });
  });

  describe('the order of the ledger', () => {
    const asApp = async (statement: string): Promise<unknown> => {
      const client = new pg.Client({ connectionString: database.appUrl });
      await client.connect();
      try {
        return await client.query(statement);
      } finally {
        await client.end();
      }
    };
    const asOwner = async (statement: string): Promise<unknown> => {
      const client = new pg.Client({ connectionString: database.ownerUrl });
      await client.connect();
      try {
        return await client.query(statement);
      } finally {
        await client.end();
      }
    };

    it.each([
      'update ledger_order.place set position = 7',
      'delete from ledger_order.place',
      'truncate ledger_order.place',
      'update ledger_order.counter set next_position = 0',
      "insert into ledger_order.place select 9, 9, 9, id, 9, 'dossier-z', type, leaf from ledger_order.place",
    ])('cannot be changed by the application: %s', async (statement) => {
      await open().append(newStream('dossier-a', 1));
      expect(await failureOf(asApp(statement))).toMatchObject({ code: '42501' });
    });

    it.each([
      'update ledger_order.place set position = 7',
      'delete from ledger_order.place',
      'truncate ledger_order.place',
      'delete from ledger_order.counter',
    ])('is not changed by its owner either: %s', async (statement) => {
      await open().append(newStream('dossier-a', 1));
      await open().headPosition();
      expect(await failureOf(asOwner(statement))).toMatchObject({ code: 'LG002' });
    });

    it('comes out the same when it is made again from the cluster', async () => {
      const write = async (w: number): Promise<void> => {
        const store = open();
        for (let n = w; n < 40; n += 4) {
          await store.append({ stream: `dossier-${n % 7}`, expected: 'any', events: eventsOf(2 * n, 2 * n + 1) });
        }
      };
      await Promise.all([0, 1, 2, 3].map(write));
      const first = await verified();
      const other = await freshDatabase();
      try {
        await migrateLedgerOrder(other.ownerUrl);
        const store = open({ appUrl: other.appUrl });
        expect(await all(store.readAll())).toEqual(first);
        await store.close();
      } finally {
        await other.drop();
      }
    });
  });
});
