import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { acquirePostgres, type AcquiredPostgres } from './embedded-postgres.ts';

const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0]?.['answer'];
  } finally {
    await client.end();
  }
};

describe('the embedded PostgreSQL', () => {
  let dataDir = '';
  const open = (): Promise<AcquiredPostgres> => acquirePostgres({ dataDir, databaseUrl: null, appDatabaseUrl: null });

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ledger-embedded-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('is made once and shared when several processes ask for it at the same moment', async () => {
    const users = await Promise.all([open(), open(), open()]);
    expect(new Set(users.map((user) => user.ownerUrl)).size).toBe(1);
    expect(await ask(users[0].appUrl, 'select current_user as answer')).toBe('ledger_app');
    await Promise.all(users.map((user) => user.release()));
  });

  it('keeps running while anyone uses it, stops with the last, and keeps its data', async () => {
    const [first, second] = [await open(), await open()];
    await ask(first.ownerUrl, 'create table kept as select 7 as answer');
    await first.release();
    expect(await ask(second.ownerUrl, 'select answer from kept')).toBe(7);
    await second.release();
    await expect(ask(second.ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const again = await open();
    expect(await ask(again.ownerUrl, 'select answer from kept')).toBe(7);
    await again.release();
  });

  it('keeps a committed row through a kill of the server', async () => {
    const first = await open();
    await ask(first.ownerUrl, 'create table kept as select 7 as answer');
    const { readFile } = await import('node:fs/promises');
    const pid = Number((await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const again = await open();
    expect(await ask(again.ownerUrl, 'select answer from kept')).toBe(7);
    await again.release();
  });

  it('syncs to disk', async () => {
    const user = await open();
    expect(
      await ask(user.ownerUrl, `select current_setting('fsync') || current_setting('synchronous_commit') as answer`),
    ).toBe('onon');
    await user.release();
  });
});
