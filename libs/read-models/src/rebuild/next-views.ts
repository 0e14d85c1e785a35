import type { Client, Pool } from 'pg';

type Named = { name: string };

/** Tables like those that serve, with primary keys (the fold looks rows up by them) and nothing else yet. */
export const createNext = async (client: Client): Promise<void> => {
  await dropOld(client);
  await client.query('begin; drop schema if exists views_next cascade; create schema views_next');
  const tables = await client.query<Named>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'views' order by tablename`,
  );
  for (const { name } of tables.rows) {
    await client.query(`create table views_next.${name} (like views.${name} including defaults including constraints)`);
  }
  const keys = await client.query<Named & { table: string; definition: string }>(
    `select quote_ident(c.conname) as name, quote_ident(t.relname) as table, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_class t on t.oid = c.conrelid
      where c.contype = 'p' and t.relnamespace = 'views'::regnamespace`,
  );
  for (const { name, table, definition } of keys.rows) {
    await client.query(`alter table views_next.${table} add constraint ${name} ${definition}`);
  }
  await client.query(
    'insert into views_next.checkpoint (projection, position) select projection, -1 from views.checkpoint',
  );
  await client.query('commit');
};

/** The indexes that the serving tables have, built once over filled tables instead of kept during the fill. */
export const buildIndexes = async (client: Client, pool: Pool): Promise<void> => {
  const { rows } = await client.query<{ table: string; definitions: string[] }>(
    `select t.relname as table, array_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid) as definitions
       from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'views'::regnamespace and not i.indisprimary group by 1`,
  );
  await Promise.all(
    rows.map(async ({ definitions }) => {
      for (const definition of definitions) await pool.query(definition.replace(' ON views.', ' ON views_next.'));
    }),
  );
  const tables = await client.query<Named>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'views_next'`,
  );
  for (const { name } of tables.rows) await client.query(`vacuum (analyze) views_next.${name}`);
};

/** Waits for those who still read the old views; nobody new can find them. */
export const dropOld = async (client: Client): Promise<void> => {
  await client.query('drop schema if exists views_old cascade');
};
