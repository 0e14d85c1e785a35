import type { Client, Pool } from 'pg';

/** What makes one index of the serving tables on the next ones. */
type IndexStatement = { readonly table: string; readonly isKey: boolean; readonly statement: string };

/** The indexes that `views` has and `views_next` lacks, keys first. */
const missingIndexes = async (client: Client): Promise<readonly IndexStatement[]> => {
  const { rows } = await client.query<IndexStatement>(
    `select t.relname as table, x.indisprimary as "isKey",
            case when x.indisprimary
              then format('alter table views_next.%I add constraint %I %s', t.relname, i.relname, pg_get_constraintdef(c.oid))
              else replace(pg_get_indexdef(i.oid), ' ON views.', ' ON views_next.') end as statement
       from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       left join pg_constraint c on c.conindid = i.oid and c.contype = 'p'
      where t.relnamespace = 'views'::regnamespace and not exists (
              select 1 from pg_class n where n.relnamespace = 'views_next'::regnamespace and n.relname = i.relname)
      order by x.indisprimary desc, i.oid`,
  );
  return rows;
};

const tablesOf = async (client: Client, schema: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = $1 order by 1',
    [schema],
  );
  return rows.map(({ name }) => name);
};

/**
 * Tables like those that serve, with the primary keys that the fold looks rows up by, and nothing else
 * yet. `keysLater`: tables that it only appends to.
 */
export const createNext = async (client: Client, keysLater: readonly string[]): Promise<void> => {
  await dropOld(client);
  await client.query('begin; drop schema if exists views_next cascade; create schema views_next');
  for (const table of await tablesOf(client, 'views')) {
    await client.query(
      `create table views_next."${table}" (like views."${table}" including defaults including constraints)`,
    );
  }
  for (const { table, isKey, statement } of await missingIndexes(client)) {
    if (isKey && !keysLater.includes(table)) await client.query(statement);
  }
  await client.query(
    'insert into views_next.checkpoint (projection, position) select projection, -1 from views.checkpoint; commit',
  );
};

/**
 * Gives the filled tables what they still lack: indexes, made once instead of kept during the fill,
 * statistics, and the visibility map that index-only reading needs.
 */
export const buildIndexes = async (client: Client, pool: Pool): Promise<void> => {
  const missing = await missingIndexes(client);
  const finish = async (name: string): Promise<void> => {
    for (const { table, statement } of missing) if (table === name) await pool.query(statement);
    await pool.query(`vacuum (analyze) views_next."${name}"`);
  };
  await Promise.all((await tablesOf(client, 'views_next')).map(finish));
};

/** Waits for those who still read the old views; nobody new can find them. */
export const dropOld = async (client: Client): Promise<void> => {
  await client.query('drop schema if exists views_old cascade');
};
