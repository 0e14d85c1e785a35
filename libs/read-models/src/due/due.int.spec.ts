import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { day } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';
import type { CaseKey, DueCase } from './queries.ts';

let open: OpenViews;
let client: pg.Client;

/** Rows with what the clock reads in them; every other column has its type's plainest value. */
const insert = async (table: string, id: string, due: string | null, movable: boolean): Promise<void> => {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attnotnull`,
    [`views.${table}`],
  );
  const plain: Record<string, string> = { text: '', integer: '0', bigint: '0', boolean: 'f', 'text[]': '{}' };
  const known: Record<string, string> = { [`${table}_id`]: id, movable: String(movable) };
  const values = rows.map(({ name, type }) => known[name] ?? plain[type] ?? (type.startsWith('time') ? day(0) : '{}'));
  const columns = rows.map(({ name }) => name);
  await client.query(
    `insert into views.${table} (${[...columns, 'next_due'].join(', ')})
     values (${[...columns, 'next_due'].map((_, index) => `$${index + 1}`).join(', ')})`,
    [...values, due],
  );
};

beforeAll(async () => {
  open = await openViews(null, day(4));
  client = new pg.Client({ connectionString: open.db.appUrl });
  await client.connect();
  await insert('task', 'b', day(1), true);
  await insert('task', 'a', day(3), false);
  await insert('consultation', 'z', day(1), false);
  await insert('recommendation', 'r', day(2), true);
  await insert('consultation', 'later', day(9), true);
  await insert('task', 'never', null, true);
});
afterAll(async () => {
  await client.end();
  await open.close();
});

const keys = (rows: readonly CaseKey[]): string[] => rows.map(({ category, id }) => `${category}-${id}`);
const due = ['consultation-z', 'task-b', 'recommendation-r', 'task-a'];

describe('what is due', () => {
  it('comes from all subjects in the order of its moments', async () => {
    const rows = await open.views.queries.dueCases({ until: day(3), after: null, limit: 10 });
    expect(keys(rows)).toEqual(due);
    expect(rows.map(({ dueAt }) => dueAt)).toEqual([day(1), day(1), day(2), day(3)]);
  });

  it('comes in pages without gap or repetition', async () => {
    const found: DueCase[] = [];
    for (let page = 0; page < 5; page += 1) {
      const after = found.at(-1) ?? null;
      found.push(...(await open.views.queries.dueCases({ until: day(3), after, limit: 1 })));
    }
    expect(keys(found)).toEqual(due);
  });

  it('is followed by the next moment beyond', async () => {
    expect(await open.views.queries.nextDue(day(1))).toBe(day(2));
    expect(await open.views.queries.nextDue(day(3))).toBe(day(9));
    expect(await open.views.queries.nextDue(day(9))).toBeNull();
  });
});

it('what a calendar can move comes in pages, each once', async () => {
  const found: CaseKey[] = [];
  for (let page = 0; page < 6; page += 1) {
    const after = found.at(-1) ?? null;
    found.push(...(await open.views.queries.movableCases({ after, limit: 1 })));
  }
  expect(keys(found)).toEqual(['consultation-later', 'recommendation-r', 'task-b', 'task-never']);
});

it('the health of the clock says when it last ran, what waits and what fails', async () => {
  expect(await open.views.clockStatus.health()).toEqual({ lastRunAt: null, due: 4, failing: [] });
  const failing = [{ stream: 'task-a', since: day(3), attempts: 2, retryAt: day(4), error: 'nghẽn' }];
  for (const ranAt of [day(3), day(4)]) await open.views.clockStatus.ran({ ranAt, failing });
  expect(await open.views.clockStatus.health()).toEqual({ lastRunAt: day(4), due: 4, failing });
});
