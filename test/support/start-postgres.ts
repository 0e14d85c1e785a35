import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinCluster } from '#platform/postgres/cluster.ts';

/** Jest's global set-up: one embedded PostgreSQL for the run; every test makes a database of its own in it. */
const startPostgres = async (): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-test-'));
  const cluster = await joinCluster(directory);
  process.env['LEDGER_TEST_CLUSTER'] = JSON.stringify({
    admin: cluster.adminUrl,
    owner: cluster.urlOf('ledger_owner', 'DATABASE'),
    app: cluster.urlOf('ledger_app', 'DATABASE'),
  });
  Object.assign(globalThis, { ledgerTestCluster: { cluster, directory } });
};

export default startPostgres;
