import pg from 'pg';

const asked = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

type Column = { readonly table: string; readonly column: string };

const everyColumn = `
  select format('%I.%I', n.nspname, c.relname) as table, a.attname as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
   where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
     and n.nspname not in ('information_schema')
   order by 1, 2`;

/**
 * Every column of every table whose rows say the text somewhere, in any schema: the catalogues with the statistics of
 * the planner are among them, as `sampled` leaves them. Needs a superuser.
 */
export const columnsHolding = (adminUrl: string, text: string): Promise<readonly string[]> =>
  asked(adminUrl, async (client) => {
    const { rows } = await client.query<Column>(everyColumn);
    const found: string[] = [];
    for (const { table, column } of rows) {
      const { rowCount } = await client.query(
        `select from ${table} as t where strpos(t.${pg.escapeIdentifier(column)}::text, $1) > 0 limit 1`,
        [text],
      );
      if (rowCount !== 0) found.push(`${table}.${column}`);
    }
    return found;
  });

/** Lets the planner sample every table, as it does by itself now and then. */
export const sampled = (adminUrl: string): Promise<unknown> => asked(adminUrl, (client) => client.query('analyze'));

/** Every row of every table of the schema, as text, in an order of its own. */
export const everyRow = (adminUrl: string, schema: string): Promise<Readonly<Record<string, readonly string[]>>> =>
  asked(adminUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = $1 order by 1',
      [schema],
    );
    const found: Record<string, readonly string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)} t order by 1`,
      );
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
