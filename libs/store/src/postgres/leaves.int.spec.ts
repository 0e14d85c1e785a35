import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { all, newStream } from '../contract/samples.ts';
import type { EventStore } from '../event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { migrateLedger } from './migrate.ts';
import { openPostgresStore } from './postgres-event-store.ts';

let database: FreshDatabase;
let store: EventStore;
let admin: pg.Client;

beforeEach(async () => {
  database = await freshDatabase();
  await migrateLedger(database.ownerUrl);
  store = openPostgresStore({ appUrl: database.appUrl });
  await store.append(newStream('dossier-a', 0, 1, 2, 3, 4, 5));
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query('alter table ledger.event disable trigger user');
});
afterEach(async () => {
  await Promise.all([admin.end(), store.close()]);
  await database.drop();
});

/** What an administrator of the server can do, and must not be able to hide. */
describe('leaves of a table that somebody has tampered with', () => {
  it.each([
    ['in the middle', 2, 2],
    ['at the first place', 0, 0],
    ['at the end', 5, 5],
  ])('end where an event was removed: %s', async (_, position, left) => {
    const events = await all(store.readRaw());
    await admin.query('delete from ledger.event where position = $1', [position]);
    const leaves = await store.readLeaves({ fromPosition: 0n, limit: 6 });
    expect(leaves).toEqual(events.slice(0, left).map(({ leaf }) => leaf));
  });

  it('are never shifted by one of another length', async () => {
    await admin.query(`create or replace function ledger.leaf_of(canonical text) returns bytea
      language sql immutable strict parallel safe as $$ select '\\x00'::bytea $$`);
    await admin.query('update ledger.event set canonical = canonical where position = 1');
    const events = await all(store.readRaw());
    expect(await store.readLeaves({ fromPosition: 0n, limit: 6 })).toEqual(events.map(({ leaf }) => leaf));
  });
});
