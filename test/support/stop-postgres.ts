import { rm } from 'node:fs/promises';
import type { Cluster } from '#platform/postgres/cluster.ts';

const stopPostgres = async (): Promise<void> => {
  const { ledgerTestCluster } = globalThis as unknown as {
    ledgerTestCluster: { cluster: Cluster; directory: string };
  };
  await ledgerTestCluster.cluster.release();
  await rm(ledgerTestCluster.directory, { recursive: true, force: true });
};

export default stopPostgres;
