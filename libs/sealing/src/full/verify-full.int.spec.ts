import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { StoreUnavailable, type EventStore } from '#store/event-store.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { appendSamples, SealedLedger } from '../../../../test/support/sealed-ledger.ts';
import { verifyFull, type FullParts } from './verify-full.ts';

let database: FreshDatabase;
let store: EventStore;
let sealed: SealedLedger;
beforeEach(async () => {
  database = await freshDatabase();
  await migrateLedger(database.ownerUrl);
  store = openPostgresStore({ appUrl: database.appUrl });
  sealed = await SealedLedger.in();
  await appendSamples(store, 0, 5);
  await sealed.seal(store);
});
afterEach(async () => {
  await store.close();
  await database.drop();
  await sealed.dispose();
});

const verify = (changes: Partial<FullParts> = {}) =>
  verifyFull({
    store,
    appUrl: database.appUrl,
    folder: sealed.settings.folder,
    policy: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    views: null,
    ...changes,
  });

/** A store whose events cannot be read any more after so many. */
const breakingAfter = (events: number, fault: Error): EventStore =>
  new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (name !== 'readRaw') return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      return async function* (options: Parameters<EventStore['readRaw']>[0]) {
        let left = events;
        for await (const raw of target.readRaw(options)) {
          if (left === 0) throw fault;
          left -= 1;
          yield raw;
        }
      };
    },
  });

it('is intact, and says what it did not look at', async () => {
  const verdict = await verify();
  expect(verdict).toMatchObject({ verdict: 'intact', findings: [], covered: 7n });
  expect(verdict.unchecked.map(({ code }) => code)).toEqual(['times-not-judged', 'views-not-checked']);
});

it.each([
  [new StoreUnavailable('gone'), 'store-unavailable'],
  [new Error('Connection terminated unexpectedly'), 'store-unavailable'],
  [new TypeError('a defect'), 'broken-off'],
])('a reading that breaks off with %s is neither intact nor tampered', async (fault, code) => {
  expect(await verify({ store: breakingAfter(3, fault) })).toMatchObject({
    verdict: 'unverifiable',
    findings: [{ code }],
  });
});

it('stops when it is told to, without a verdict', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  await expect(verify({ signal: stop.signal })).rejects.toThrow('enough');
});
