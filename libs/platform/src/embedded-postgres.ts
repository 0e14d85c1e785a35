import pg from 'pg';
import type { LedgerConfig } from './config.ts';
import type { PostgresConnection } from './postgres-connection.ts';
import { ensureDatabase, joinCluster } from './postgres/cluster.ts';

export type AcquiredPostgres = PostgresConnection & {
  /** Lets go of the server; the embedded one stops with its last user. */
  release(): Promise<void>;
};

/** On an operator's server: the restricted role is there and may keep its views in this database. */
const prepareApplicationRole = async (client: pg.Client): Promise<void> => {
  const found = await client.query(`select 1 from pg_roles where rolname = 'ledger_app'`);
  if (found.rowCount === 0) await client.query('create role ledger_app nologin');
  const { rows } = await client.query<{ name: string; ready: boolean }>(
    `select quote_ident(current_database()) as name,
            has_database_privilege('ledger_app', current_database(), 'create')
              and has_database_privilege('ledger_app', current_database(), 'temporary') as ready`,
  );
  // Only where it is missing: two processes granting at once would meet in the database's catalogue row.
  if (rows[0]?.ready === false) {
    await client.query(`grant create, connect, temporary on database ${rows[0].name} to ledger_app`);
  }
};

const asOwner = async (databaseUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

/**
 * An operator's server without a separate application login: the owner works under the restricted
 * role. Weaker, since the session could leave the role again; `ledger doctor` says so.
 */
const underApplicationRole = async (databaseUrl: string): Promise<string> => {
  await asOwner(databaseUrl, (client) => client.query('grant ledger_app to current_user'));
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c role=ledger_app');
  return url.href;
};

/**
 * The PostgreSQL of this ledger: the operator's where `DATABASE_URL` names one, else the embedded one
 * in the data directory, started when it is not up and shared when it is.
 */
export const acquirePostgres = async (
  config: Pick<LedgerConfig, 'dataDir' | 'databaseUrl' | 'appDatabaseUrl'>,
): Promise<AcquiredPostgres> => {
  if (config.databaseUrl !== null) {
    await asOwner(config.databaseUrl, prepareApplicationRole);
    const appUrl = config.appDatabaseUrl ?? (await underApplicationRole(config.databaseUrl));
    return { ownerUrl: config.databaseUrl, appUrl, release: async () => {} };
  }
  const cluster = await joinCluster(config.dataDir);
  await ensureDatabase(cluster, 'ledger');
  return {
    ownerUrl: cluster.urlOf('ledger_owner', 'ledger'),
    appUrl: cluster.urlOf('ledger_app', 'ledger'),
    release: () => cluster.release(),
  };
};
