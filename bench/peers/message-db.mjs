import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { act, metadata, nextId } from '../events.mjs';

const installed = dirname(createRequire(import.meta.url).resolve('@eventide/message-db/package.json'));

/** The order of install.sh, less its roles, grants and views, and less pgcrypto, whose uuid function the server has. */
const install = async (client) => {
  const sql = async (path) => client.query(await readFile(join(installed, 'database', path), 'utf8'));
  await client.query('set client_min_messages = warning');
  await sql('schema/message-store.sql');
  await client.query('set search_path = message_store, public');
  await sql('tables/messages.sql');
  await sql('types/message.sql');
  for (const name of await readdir(join(installed, 'database', 'functions'))) await sql(`functions/${name}`);
  for (const name of await readdir(join(installed, 'database', 'indexes'))) {
    // Every index is made concurrently, which a statement of several cannot do.
    const text = await readFile(join(installed, 'database', 'indexes', name), 'utf8');
    for (const statement of text.split(';').filter((part) => part.trim() !== '')) await client.query(statement);
  }
};

export const openMessageDb = async (url) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await install(client);
  await client.end();
  const pool = new pg.Pool({ connectionString: url, max: 32, options: '-c search_path=message_store,public' });
  // A connection that breaks while idle shows in the next query, which names the reason.
  pool.on('error', () => undefined);
  return {
    append: () => {
      const id = nextId();
      return pool.query({
        name: 'write_message',
        text: 'select message_store.write_message($1, $2, $3, $4, $5, $6)',
        values: [id, `dossier-${id}`, act.type, JSON.stringify(act.data), JSON.stringify(metadata(id)), -1],
      });
    },
    close: () => pool.end(),
  };
};
