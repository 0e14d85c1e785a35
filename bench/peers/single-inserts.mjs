import { execFile } from 'node:child_process';
import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { load } from '../measure.mjs';

const run = promisify(execFile);
const pgbench = '/usr/bin/pgbench';

/** The columns and indexes of ledger.event, and nothing else of the ledger: the leaf is a column like any other here. */
export const createPlainTable = async (url, name) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create schema if not exists plain');
  await client.query(`create table plain.${name} (like ledger.event including all excluding generated)`);
  await client.query(`create sequence plain.${name}_position minvalue 0 cache 50`);
  await client.end();
};

const insert = (table, canonical) => `insert into plain.${table} (position, id, revision, stream, type, canonical, leaf)
  values (nextval('plain.${table}_position'), uuidv7(), 0, 'dossier-' || uuidv7(), 'dossier.handed-off', ${canonical},
  decode('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'hex'))`;

const withPgbench = async (url, directory, canonical) => {
  const script = join(directory, 'insert.sql');
  await writeFile(script, `${insert('single', `'${canonical.replaceAll("'", "''").replaceAll(':', '\\u003a')}'`)};\n`);
  return {
    label: 'pgbench',
    run: async (clients, ms) => {
      const seconds = String(Math.max(1, Math.round(ms / 1000)));
      const args = ['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-j', String(Math.min(clients, 2))];
      const { stdout } = await run(pgbench, [...args, '-T', seconds, url]);
      const tps = /tps = ([0-9.]+)/.exec(stdout);
      // A disk that stalls for the whole window leaves nothing to count; pgbench then prints no rate at all.
      if (/actually processed: 0\n/.test(stdout)) return 0;
      if (tps === null) throw new Error(`pgbench said nothing of tps: ${stdout}`);
      return Number(tps[1]);
    },
    close: async () => {},
  };
};

const withDriver = async (url, canonical) => {
  const pool = new pg.Pool({ connectionString: url, max: 32 });
  // A connection that breaks while idle shows in the next query, which names the reason.
  pool.on('error', () => undefined);
  const text = insert('single', '$1');
  return {
    label: 'pg driver loop (no pgbench on this machine)',
    run: (clients, ms) => load(clients, ms, () => pool.query({ name: 'insert', text, values: [canonical] })),
    close: () => pool.end(),
  };
};

/** One insert per transaction. `run(clients, ms)` gives transactions per second. */
export const openSingleInserts = async (url, directory, canonical) => {
  await createPlainTable(url, 'single');
  const found = await access(pgbench).then(
    () => true,
    () => false,
  );
  return found ? withPgbench(url, directory, canonical) : withDriver(url, canonical);
};
