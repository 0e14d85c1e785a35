import type { DataSource } from 'typeorm';
import type { Row } from './projection.ts';

type Column = { readonly property: string; readonly name: string; readonly type: string };

/** A table of the views as the writer needs it: columns in order, primary key first to last. */
export type ViewTable = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly Column[];
  keyOf(row: Row): string;
  groupOf(row: Row): string;
};

const field =
  (column: Column | undefined) =>
  (row: Row): string =>
    column === undefined ? '' : String((row as Record<string, unknown>)[column.property]);

/** The values of the key columns as one text; most keys have one or two, and are asked for at every event. */
const keyText = ([first, ...rest]: readonly Column[]): ((row: Row) => string) => {
  const head = field(first);
  if (rest.length === 0) return head;
  const tail = keyText(rest);
  return (row) => `${head(row)}\0${tail(row)}`;
};

/** The tables of schema `views` by name, read from the entities. */
export const viewTables = (source: DataSource): ReadonlyMap<string, ViewTable> =>
  new Map(
    source.entityMetadatas
      .filter((metadata) => metadata.schema === 'views')
      .map((metadata) => {
        const columns = metadata.columns.map((column) => ({
          property: column.propertyName,
          name: column.databaseName,
          type: source.driver.normalizeType(column),
        }));
        const key = columns.filter((_, index) => metadata.columns[index]?.isPrimary);
        const table: ViewTable = {
          name: metadata.tableName,
          columns,
          key,
          keyOf: keyText(key),
          groupOf: field(key[0]),
        };
        return [table.name, table] as const;
      }),
  );
