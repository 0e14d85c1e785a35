import pg from 'pg';
import { ledger } from './migrations/0001-ledger.ts';

/** In order; one that has run anywhere is never edited, the next one is added. */
const migrations: readonly string[] = [ledger];

/** Two processes starting at once migrate one after the other. Any constant of our own does. */
const migrationLock = 7_315_002;

const applyNext = async (client: pg.Client, version: number, sql: string): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into ledger.schema_version (version) values ($1)', [version]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/**
 * Brings the schema `ledger` to the newest version, as its owner. Does nothing when it is there already.
 * The role `ledger_app` MUST exist; it gets the right to read and to append, and no other.
 */
export const migrateLedger = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Held by the session: released at its end, whichever way it ends.
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query('create schema if not exists ledger');
    await client.query(
      'create table if not exists ledger.schema_version ' +
        '(version integer primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ version: number }>(
      'select coalesce(max(version), 0) as version from ledger.schema_version',
    );
    const done = rows[0]?.version ?? 0;
    for (const [index, sql] of migrations.entries()) {
      if (index + 1 > done) await applyNext(client, index + 1, sql);
    }
  } finally {
    await client.end();
  }
};
