import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from './copy-text.ts';
import type { TableState } from './fold-batch.ts';
import type { Row } from './projection.ts';
import type { ViewTable } from './view-tables.ts';

const names = (columns: ViewTable['columns']): string => columns.map(({ name }) => `"${name}"`).join(', ');

/** The latest row of each group: highest remaining key column, where the key has one. */
export const loadLatest = async (
  client: PoolClient,
  schema: string,
  table: ViewTable,
  groups: ReadonlySet<string>,
): Promise<readonly Row[]> => {
  const [group, ordinal] = table.key;
  const order = ordinal === undefined ? '' : `order by "${ordinal.name}" desc`;
  const columns = table.columns.map(({ property, name }) => `t."${name}" as "${property}"`).join(', ');
  const { rows } = await client.query<Row>(
    `select ${columns} from unnest($1::text[]) as wanted (id) cross join lateral
       (select * from ${schema}."${table.name}" where "${group?.name ?? ''}" = wanted.id ${order} limit 1) as t`,
    [[...groups]],
  );
  return rows;
};

const removeReplaced = async (client: PoolClient, schema: string, state: TableState): Promise<void> => {
  const replaced = state.replaced();
  if (replaced.length === 0) return;
  const { name, key } = state.table;
  const arrays = key.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  await client.query(
    `delete from ${schema}."${name}" where (${names(key)}) in (select * from unnest(${arrays}))`,
    key.map(({ property }) => replaced.map((row) => (row as Record<string, unknown>)[property])),
  );
};

/** Writes what the batch changed: old versions out, new ones in by one COPY per table. */
export const writeRows = async (client: PoolClient, schema: string, state: TableState): Promise<void> => {
  const rows = state.rows();
  if (rows.length === 0) return;
  await removeReplaced(client, schema, state);
  const target = client.query(
    copyFrom(`copy ${schema}."${state.table.name}" (${names(state.table.columns)}) from stdin`),
  );
  target.end(copyText(state.table, rows));
  await finished(target);
};
