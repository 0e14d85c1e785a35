import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarSummary, CalendarView, DueView } from '#contracts/calendar-views.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { ensureCalendars } from '../calendars/ensure-calendars.ts';
import { runCli } from '../program.ts';

let database: FreshDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledger-calendar-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const cli = async (...args: readonly string[]) => {
  const said: string[] = [];
  let answer: unknown;
  const code = await runCli(['calendar', ...args], {
    output: {
      line: (text = '') => void said.push(text),
      json: (value) => (answer = value),
      note: (text) => void said.push(text),
      progress: () => ({ advance: () => undefined, end: () => undefined }),
    },
    env: { DATABASE_URL: database.ownerUrl, LEDGER_APP_DATABASE_URL: database.appUrl, LEDGER_DATA_DIR: folder },
    stop: new AbortController().signal,
  });
  return { code, text: said.join('\n'), answer };
};

const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};
const own = (changes: Record<string, string> = {}): string => {
  const text = `calendar: bien-gioi
units: [xa-1]
weekdays: [1, 2, 3, 4, 5]
officeHours: [{ from: '07:00', to: '11:00' }]
versions:
  - version: 1
    announced: { day: 2024-01-01, certainty: V }
    source: Quyết định 1
    knows: { from: 2024-01-01, to: 2024-12-31 }
    off: [{ day: 2024-04-30, name: Lễ, certainty: V }]
  - version: 2
    announced: { day: 2024-02-01, certainty: V }
    source: Quyết định 2
    knows: { from: 2024-01-01, to: 2024-12-31 }
    off: [{ day: 2024-05-01, name: Lễ, certainty: V }]
`;
  return Object.entries(changes).reduce((before, [from, to]) => before.replace(from, to), text);
};

describe('the calendar on the command line', () => {
  it('says that there is none yet, and computes on the plain week', async () => {
    expect((await cli('show')).text).toContain('ledger calendar publish');
    const { text } = await cli('due', '--days', '1', '--from', '2024-04-26T02:00:00Z');
    expect(text).toMatch(/29\/04\/2024 23:59[^]*bản 0[^]*ngoài các năm đã biết/);
  });

  it('R23 publishes the packaged versions once', async () => {
    expect((await cli('publish', '--json')).answer).toEqual({ versions: 7, added: 7 });
    expect((await cli('publish', '--json')).answer).toEqual({ versions: 7, added: 0 });
    expect((await cli('publish')).text).toContain('7 bản đã có sẵn');
  });

  it('R23 shows a version with its days, swaps, and how sure each is', async () => {
    const { text } = await cli('show', 'vn', '--edition', '3');
    expect(text).toMatch(/29\/04\/2024 +nghỉ +Hoán đổi dịp 30\/4 và 1\/5 +04\/05\/2024 +V/);
    expect(text).toMatch(/04\/05\/2024 +làm bù/);
    expect((await cli('show')).text).toMatch(/vn +7 +01\/07\/2026 00:00/);
    expect((await cli('show', '--json')).answer as CalendarSummary[]).toHaveLength(1);
    expect(((await cli('show', 'vn', '--json')).answer as CalendarView).version).toBe(7);
    expect((await cli('show', 'vn', '--edition', '8')).code).toBe(2);
  });

  it('R15 R23 computes a due moment, as the calendar is known now and as it was known then', async () => {
    const asked = ['due', '--days', '1', '--from', '2024-04-26T02:00:00Z', '--json'];
    const now = (await cli(...asked)).answer as DueView;
    const then = (await cli(...asked, '--known-at', '2024-04-11')).answer as DueView;
    expect([now.dueAt, now.calendar.version]).toEqual(['2024-05-02T16:59:59.999Z', 7]);
    expect([then.dueAt, then.calendar.version]).toEqual(['2024-04-29T16:59:59.999Z', 2]);
    const shown = await cli('due', '--before', '2024-11-10', '--roll-over');
    expect(shown.text).toMatch(/11\/11\/2024 23:59/);
    expect((await cli('due', '--on', '2024-11-10')).text).toMatch(/10\/11\/2024 23:59/);
    expect((await cli('due', '--hours', '8', '--from', '2026-01-09T10:00:00Z')).text).toMatch(/làm bù|10\/01\/2026/);
  });

  it('asks for one measure of the term, and for days that exist', async () => {
    expect(await cli('due')).toMatchObject({ code: 2 });
    expect(await cli('due', '--days', '1', '--hours', '2')).toMatchObject({ code: 2 });
    expect(await cli('due', '--on', '2024-02-30')).toMatchObject({ code: 2 });
  });
});

describe('a calendar of one’s own', () => {
  it('R23 is refused whole, with every fault, when anything is wrong in it', async () => {
    const wrong = own({ '2024-04-30': '2024-04-28', '2024-02-01': '2023-02-01' });
    const { code, text } = await cli('publish', '--file', await file('wrong.yaml', wrong));
    expect(code).toBe(2);
    expect(text).toContain('versions[0]: Ngày 2024-04-28');
    expect(text).toMatch(/versions\[0\]: The weekly pattern[^]*versions\[1\]: This version was announced/);
    expect((await cli('publish', '--file', await file('odd.yaml', 'calendar: 1'))).text).toContain(
      'versions: must be a list',
    );
    expect((await cli('publish', '--file', join(folder, 'none.yaml'))).text).toContain('Cannot read the calendar');
    expect((await cli('show', '--json')).answer as CalendarSummary[]).toHaveLength(1);
  });

  it('R23 is not taken for units that the ledger does not have, nor beside another one for everyone', async () => {
    expect((await cli('publish', '--file', await file('unknown.yaml', own()))).text).toContain('xa-1');
    const common = own({ '[xa-1]': '[]' });
    expect((await cli('publish', '--file', await file('common.yaml', common))).text).toContain('already applies to *');
  });
});

it('R23 comes with the product into a ledger that has none, once, even when two processes start at the same time', async () => {
  const fresh = await freshDatabase();
  await migrateLedger(fresh.ownerUrl);
  const store = openPostgresStore({ appUrl: fresh.appUrl });
  expect(await Promise.all([ensureCalendars({ store }), ensureCalendars({ store })])).toEqual([7, 7]);
  expect(await ensureCalendars({ store })).toBe(7);
  expect(await store.headPosition()).toBe(6n);
  await store.close();
  await fresh.drop();
});
