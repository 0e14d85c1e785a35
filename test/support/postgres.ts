import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { PostgresConnection } from '#platform/postgres-connection.ts';

export type FreshDatabase = PostgresConnection & {
  /** Superuser connection to this database, for faults that need one. */
  readonly adminUrl: string;
  drop(): Promise<void>;
};

const asAdmin = async (url: string, ...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

/** An empty database of this test's own on the run's PostgreSQL. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const cluster = JSON.parse(process.env['LEDGER_TEST_CLUSTER'] ?? '{}') as Record<'admin' | 'owner' | 'app', string>;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(
    cluster.admin,
    `create database ${name} owner ledger_owner`,
    `grant create, connect, temporary on database ${name} to ledger_app`,
  );
  return {
    ownerUrl: cluster.owner.replace('DATABASE', name),
    appUrl: cluster.app.replace('DATABASE', name),
    adminUrl: cluster.admin.replace(/\/postgres$/, `/${name}`),
    drop: () => asAdmin(cluster.admin, `drop database ${name} with (force)`),
  };
};
