import pg from 'pg';
import { ledger } from './migrations/0001-ledger.ts';
import { sealedValues } from './migrations/0002-sealed-values.ts';
import { unsampledValues } from './migrations/0003-unsampled-values.ts';

export type Schema = {
  readonly name: string;
  /** In order; one that has run anywhere is never edited, the next one is added. */
  readonly migrations: readonly string[];
};

/** Two processes starting at once migrate one after the other. Any constant of our own does. */
const migrationLock = 7_315_002;

const applyNext = async (client: pg.Client, { name, migrations }: Schema, version: number): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(migrations[version - 1] ?? '');
    await client.query(`insert into ${name}.schema_version (version) values ($1)`, [version]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/** Brings a schema to its newest version, as its owner. Does nothing when it is there already. */
export const migrateSchema = async (ownerUrl: string, schema: Schema): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: settings } = await client.query<{ encoding: string }>(
      `select current_setting('server_encoding') as encoding`,
    );
    if (settings[0]?.encoding !== 'UTF8') throw new Error(`the database must be in UTF8: ${settings[0]?.encoding}`);
    // Held by the session: released at its end, whichever way it ends.
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(`create schema if not exists ${schema.name}`);
    await client.query(
      `create table if not exists ${schema.name}.schema_version ` +
        '(version integer primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ version: number }>(
      `select coalesce(max(version), 0) as version from ${schema.name}.schema_version`,
    );
    const done = rows[0]?.version ?? 0;
    for (let version = done + 1; version <= schema.migrations.length; version += 1) {
      await applyNext(client, schema, version);
    }
  } finally {
    await client.end();
  }
};

/**
 * Brings the schema `ledger` to the newest version, as its owner. Does nothing when it is there already.
 * The role `ledger_app` MUST exist; it gets the right to read and to append, and no other.
 */
export const migrateLedger = (ownerUrl: string): Promise<void> =>
  migrateSchema(ownerUrl, { name: 'ledger', migrations: [ledger, sealedValues, unsampledValues] });
