import pg from 'pg';
import type { LedgerConfig } from './config.ts';
import type { PostgresConnection } from './postgres-connection.ts';
import { ensureDatabase, joinCluster } from './postgres/cluster.ts';

export type AcquiredPostgres = PostgresConnection & {
  /** Lets go of the server; the embedded one stops with its last user. */
  release(): Promise<void>;
};

/**
 * An operator's server without a separate application login: the owner works under the restricted
 * role. Weaker, since the session could leave the role again; `ledger doctor` says so.
 */
const underApplicationRole = async (databaseUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = await client.query(`select 1 from pg_roles where rolname = 'ledger_app'`);
    if (found.rowCount === 0) await client.query('create role ledger_app nologin');
    await client.query('grant ledger_app to current_user');
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
    await client.query(`grant create, connect, temporary on database ${rows[0]?.name ?? ''} to ledger_app`);
  } finally {
    await client.end();
  }
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
