import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { productFile } from './product.mjs';

/** An embedded PostgreSQL of this run's own, with its defaults for durability, gone when the run ends. */
export const startCluster = async () => {
  const { joinCluster } = await productFile('libs/platform/src/postgres/cluster.js');
  const { migrateLedger } = await productFile('libs/store/src/postgres/migrate.js');
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bench-'));
  const cluster = await joinCluster(directory);
  const admin = async (url, ...statements) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const answers = [];
    for (const statement of statements) answers.push((await client.query(statement)).rows[0]);
    await client.end();
    return answers;
  };
  return {
    directory,
    /** A database with an empty ledger in it. */
    database: async (name) => {
      await admin(cluster.adminUrl, `create database ${name} owner ledger_owner`);
      const urls = { ownerUrl: cluster.urlOf('ledger_owner', name), appUrl: cluster.urlOf('ledger_app', name) };
      await migrateLedger(urls.ownerUrl);
      return { ...urls, adminUrl: cluster.adminUrl.replace(/\/postgres$/, `/${name}`) };
    },
    drop: (name) => admin(cluster.adminUrl, `drop database ${name} with (force)`),
    /** Evens out what earlier work left behind. */
    settle: () => admin(cluster.adminUrl, 'checkpoint'),
    describe: async () => {
      const names = ['server_version', 'fsync', 'synchronous_commit'];
      const answers = await admin(cluster.adminUrl, ...names.map((name) => `show ${name}`));
      return answers.map((answer) => Object.entries(answer).flat().join('=')).join(', ');
    },
    stop: async () => {
      await cluster.release();
      await rm(directory, { recursive: true, force: true });
    },
  };
};
