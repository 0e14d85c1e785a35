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

const valueOf = (row: Row, column: Column | undefined): string =>
  column === undefined ? '' : String((row as Record<string, unknown>)[column.property]);

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
          keyOf: (row) => key.map((column) => valueOf(row, column)).join('\0'),
          groupOf: (row) => valueOf(row, key[0]),
        };
        return [table.name, table] as const;
      }),
  );
