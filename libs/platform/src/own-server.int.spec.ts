import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/support/postgres.ts';
import { acquirePostgres } from './embedded-postgres.ts';

describe('a PostgreSQL of the operator’s own', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  it('lets the application work under the restricted role when it has no login of its own', async () => {
    const acquired = await acquirePostgres({ dataDir: '', databaseUrl: database.adminUrl, appDatabaseUrl: null });
    const client = new pg.Client({ connectionString: acquired.appUrl });
    await client.connect();
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    await client.end();
    await acquired.release();
    expect(acquired.ownerUrl).toBe(database.adminUrl);
    expect(rows).toEqual([{ role: 'ledger_app' }]);
  });

  it('uses the application’s own login where one is named', async () => {
    const { ownerUrl, appUrl } = database;
    const acquired = await acquirePostgres({ dataDir: '', databaseUrl: ownerUrl, appDatabaseUrl: appUrl });
    expect([acquired.ownerUrl, acquired.appUrl]).toEqual([ownerUrl, appUrl]);
  });
});
