import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { leafHash } from '#evidence/leaf.ts';
import { acquirePostgres, type AcquiredPostgres } from '#platform/embedded-postgres.ts';
import { all, eventsOf, failureOf, newStream } from '#store/contract/samples.ts';
import { StoreUnavailable, type EventStore, type StreamAppend } from '#store/event-store.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { freshDatabase } from '../support/postgres.ts';

/** Ids and positions of the whole ledger, after its order, revisions and leaves were found right. */
const verified = async (store: EventStore): Promise<ReadonlyMap<string, bigint>> => {
  const raw = await all(store.readRaw());
  const heads = new Map<string, number>();
  for (const [index, event] of raw.entries()) {
    expect(event.position).toBe(BigInt(index));
    expect(event.revision).toBe((heads.get(event.stream) ?? -1) + 1);
    expect(event.leaf).toEqual(leafHash(Buffer.from(event.canonical)));
    heads.set(event.stream, event.revision);
  }
  expect(await store.headPosition()).toBe(BigInt(raw.length) - 1n);
  return new Map(raw.map(({ id, position }) => [id, position]));
};

describe('a server killed while 16 writers append', () => {
  let dataDir: string;
  let server: AcquiredPostgres;
  const acquire = (): Promise<AcquiredPostgres> =>
    acquirePostgres({ dataDir, databaseUrl: null, appDatabaseUrl: null });

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ledger-killed-'));
    server = await acquire();
    await migrateLedger(server.ownerUrl);
  });
  afterEach(async () => {
    await server.release();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('has every event that was answered, at the place of the answer, and each retry once', async () => {
    const store = openPostgresStore({ appUrl: server.appUrl, patienceMs: 200 });
    const answered = new Map<string, bigint>();
    const unanswered: StreamAppend[] = [];
    const kill = async (): Promise<void> => {
      const [pid] = (await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    };
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; ; n += 1) {
        const request = newStream(`dossier-${writer}-${n}`, writer * 10_000 + n);
        if (writer === 0 && n === 100) await kill();
        const result = await store.append(request).catch((error: unknown) => error);
        if (result instanceof Error) {
          expect(result).toBeInstanceOf(StoreUnavailable);
          unanswered.push(request);
          return;
        }
        const [event] = request.events;
        answered.set(event?.id ?? '', (result as { cursor: bigint }).cursor);
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
    await store.close();

    server = await acquire();
    const again = openPostgresStore({ appUrl: server.appUrl });
    const stored = await verified(again);
    expect(answered.size).toBeGreaterThanOrEqual(100);
    for (const [id, position] of answered) expect(stored.get(id)).toBe(position);
    await Promise.all(unanswered.map((request) => again.append(request)));
    expect((await verified(again)).size).toBe(answered.size + unanswered.length);
    await again.close();
  });
});

describe('a server whose disk is full', () => {
  it('refuses the append and keeps what it had; with room again the same append is stored once', async () => {
    const database = await freshDatabase();
    await migrateLedger(database.ownerUrl);
    const store = openPostgresStore({ appUrl: database.appUrl });
    await store.append(newStream('dossier-a', 1));
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(
      `create function no_space() returns trigger language plpgsql as
         $$ begin raise exception using errcode = '53100', message = 'No space left on device'; end $$;
       create trigger no_space after insert on ledger.event for each statement execute function no_space();
       alter table ledger.event enable always trigger no_space`,
    );
    const request: StreamAppend = { stream: 'dossier-a', expected: 0, events: eventsOf(2, 3) };
    expect(await failureOf(store.append(request))).toMatchObject({ code: '53100' });
    expect((await verified(store)).size).toBe(1);
    await admin.query('drop function no_space cascade');
    await admin.end();
    expect(await store.append(request)).toMatchObject({ cursor: 2n, revisions: [2] });
    expect((await verified(store)).size).toBe(3);
    await store.close();
    await database.drop();
  });
});
