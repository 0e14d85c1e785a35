import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { plainWeek, WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { calendarVersion, type CalendarVersion } from '../../../../test/fixtures/domain/calendar.ts';
import { History } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';
import { openViewDatabase } from '../database.ts';
import { officeCalendar, workingMs } from './working-ms.ts';

const now = '2026-01-01T00:00:00.000Z';
let open: OpenViews;
let source: DataSource;
let history: History;
let told = 0;
beforeAll(async () => {
  open = await openViews(null, now);
  source = await openViewDatabase(open.db.appUrl, 2);
  history = new History();
});
afterAll(async () => {
  await source.destroy();
  await open.close();
});

const publish = async (...versions: readonly CalendarVersion[]): Promise<void> => {
  for (const data of versions) {
    history.add({ type: 'calendar.published', version: 1, data }, `calendar-${data.calendarId}`, now);
  }
  await open.views.apply(history.events.slice(told));
  told = history.events.length;
};

type Span = readonly [from: string, to: string];
const measured = async (spans: readonly Span[]): Promise<readonly number[]> => {
  const rows = await source.query<{ ms: number }[]>(
    `select ${workingMs('f::timestamptz', 't::timestamptz')} as ms
       from unnest($1::text[], $2::text[]) with ordinality as span (f, t, n) cross join ${officeCalendar} order by n`,
    [spans.map(([from]) => from), spans.map(([, to]) => to)],
  );
  return rows.map(({ ms }) => ms);
};

/** Anywhere in a century, near the exceptional days, and on the very edges of days and office hours. */
const moment = fc
  .oneof(
    fc.integer({ min: Date.UTC(1976, 0), max: Date.UTC(2076, 0) }),
    fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2025, 0) }),
    fc.integer({ min: 0, max: 366 * 48 }).map((halfHours) => Date.UTC(2024, 0) + halfHours * 1_800_000),
  )
  .map((ms) => new Date(ms).toISOString());
const spans: readonly Span[] = fc.sample(fc.tuple(moment, moment), { numRuns: 2_000, seed: 60 });
const inDomain = (version: CalendarVersion): readonly number[] => {
  const calendar = new WorkingCalendar(version);
  return spans.map(([from, to]) => calendar.workingMs(from, to));
};

describe('R23 working time in the database is the working time of the domain', () => {
  it('on the plain week, before any calendar is published', async () => {
    expect(await measured(spans)).toEqual(inDomain(plainWeek));
  });

  it('on the newest version of the common calendar, whatever those of single units say', async () => {
    const newest = calendarVersion({ version: 2, days: [...calendarVersion().days] });
    await publish(calendarVersion({ days: [] }), newest);
    await publish(calendarVersion({ calendarId: 'xa', units: ['xa-1'], weekdays: [7] }));
    expect(await measured(spans)).toEqual(inDomain(newest));
  });

  it('on a week of six days without a break, with days worked besides and hours to midnight', async () => {
    const strange = calendarVersion({
      version: 3,
      weekdays: [6, 1, 2, 3, 4, 7],
      officeHours: [
        { from: '00:00', to: '12:00' },
        { from: '12:00', to: '24:00' },
      ],
      days: ['2024-02-29', '2024-03-01', '2024-03-02', '2024-03-08'].map((day) => ({
        day,
        off: day === '2024-02-29' || day === '2024-03-02',
        name: 'x',
        certainty: 'V',
        swappedWith: null,
      })),
    });
    await publish(strange);
    expect(await measured(spans)).toEqual(inDomain(strange));
  });

  it('is computed inside the asking statement, not by a call for every row', async () => {
    const plan = await source.query<{ 'QUERY PLAN': string }[]>(
      `explain (verbose) select ${workingMs('c.began_at', 'c.ended_at')} from views.custody c cross join ${officeCalendar}`,
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('width_bucket');
    expect(text).not.toContain('office_seconds');
  });
});

it('R23 a rebuild carries the calendar along', async () => {
  const before = await measured(spans.slice(0, 50));
  const next = await open.views.beginRebuild();
  await next.apply(history.events);
  await next.settled();
  await next.buildIndexes();
  await next.switch(async () => undefined);
  await next.close();
  expect(await measured(spans.slice(0, 50))).toEqual(before);
});
