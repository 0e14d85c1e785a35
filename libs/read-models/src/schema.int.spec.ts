import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts';
import { openViewDatabase } from './database.ts';

let db: FreshDatabase;
let source: DataSource;
beforeAll(async () => {
  db = await freshDatabase();
  source = await openViewDatabase(db.appUrl, 2);
});
afterAll(async () => {
  await source.destroy();
  await db.drop();
});

describe('the tables of the views', () => {
  it.each(['views', 'directory', 'read_models'])(
    'of schema %s have exactly the columns their entities name',
    async (schema) => {
      const found = await source.query<{ table: string; column: string; type: string; nullable: boolean }[]>(
        `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
         from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = $1::regnamespace and c.relkind = 'r' and a.attnum > 0 and c.relname <> 'migrations'`,
        [schema],
      );
      const declared = source.entityMetadatas
        .filter((metadata) => metadata.schema === schema)
        .flatMap((metadata) =>
          metadata.columns.map((column) => ({
            table: metadata.tableName,
            column: column.databaseName,
            type: `${source.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
            nullable: column.isNullable,
          })),
        );
      const text = (columns: typeof declared): string[] => columns.map((column) => JSON.stringify(column)).sort();
      const types = { timestamptz: 'timestamp with time zone' } as Record<string, string>;
      expect(text(found)).toEqual(
        text(declared.map((column) => ({ ...column, type: types[column.type] ?? column.type }))),
      );
    },
  );

  it('may be opened by several processes at once', async () => {
    const fresh = await freshDatabase();
    const sources = await Promise.all([1, 2, 3].map(() => openViewDatabase(fresh.appUrl, 1)));
    const migrations = await sources[0]?.query<unknown[]>('select * from read_models.migrations');
    expect(migrations).toHaveLength(source.migrations.length);
    await Promise.all(sources.map((one) => one.destroy()));
    await fresh.drop();
  });
});
