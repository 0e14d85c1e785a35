import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendars } from '#domain/calendar/calendars.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { OrganisationDirectory } from '#domain/organisation/directory.ts';
import { endOfDay } from '#domain/time/instant.ts';
import { packagedCalendars } from './packaged-calendars.ts';

const hour = 3_600_000;
const at = (day: string, time = '09:00'): string => new Date(`${day}T${time}:00+07:00`).toISOString();

let calendars: Calendars;
/** The calendar as it was known at that day's end. */
const knownOn = (day: string): WorkingCalendar => calendars.for(null, endOfDay(day));

beforeAll(async () => {
  calendars = new Calendars(new OrganisationDirectory());
  for (const data of await packagedCalendars()) calendars.apply({ type: 'calendar.published', version: 1, data });
});

describe('R23 the office calendar of Vietnam', () => {
  const due = (calendar: WorkingCalendar, from: string, days: number): string => calendar.addWorkingDays(from, days);

  it('R23 counts 29 February 2024, a leap day, as the Thursday it is', () => {
    expect(due(knownOn('2024-02-01'), at('2024-02-28'), 1)).toBe(endOfDay('2024-02-29'));
    expect(due(knownOn('2024-02-01'), at('2024-02-28'), 2)).toBe(endOfDay('2024-03-01'));
  });

  it('R23 stands still through Tết 2024: from Wednesday 7 February to Thursday 15 February is one working day', () => {
    expect(due(knownOn('2024-02-01'), at('2024-02-07'), 1)).toBe(endOfDay('2024-02-15'));
    expect(knownOn('2024-02-01').workingMs(at('2024-02-07', '17:30'), at('2024-02-15', '07:30'))).toBe(0);
  });

  it('R23 stands still through Tết 2026: the working day after Friday 13 February is Monday 23 February', () => {
    expect(due(knownOn('2026-02-01'), at('2026-02-13'), 1)).toBe(endOfDay('2026-02-23'));
    expect(knownOn('2026-02-01').workingMs(at('2026-02-14', '00:00'), at('2026-02-23', '00:00'))).toBe(0);
  });

  it('R23 has Monday 29/4/2024 off for Saturday 4/5/2024, from the announcement of 12/4/2024 on and not before', () => {
    const [before, after] = [knownOn('2024-04-11'), knownOn('2024-04-12')];
    const worked = (calendar: WorkingCalendar) => ['2024-04-29', '2024-05-04'].map((day) => calendar.isWorkingDay(day));
    expect([worked(before), worked(after)]).toEqual([
      [true, false],
      [false, true],
    ]);
    // Friday 26/4: one working day ends on Monday 29/4, as then known; on Thursday 2/5 with the swap.
    expect(due(before, at('2024-04-26'), 1)).toBe(endOfDay('2024-04-29'));
    expect(due(after, at('2024-04-26'), 1)).toBe(endOfDay('2024-05-02'));
    expect(due(after, at('2024-05-03'), 1)).toBe(endOfDay('2024-05-04'));
    expect(after.workingMs(at('2024-05-04', '00:00'), at('2024-05-05', '00:00'))).toBe(8 * hour);
    expect([before.citation.version, after.citation.version]).toEqual([2, 3]);
  });

  it('R23 has Friday 2/1/2026 off for Saturday 10/1/2026, from the announcement of 25/12/2025 on and not before', () => {
    const [before, after] = [knownOn('2025-12-24'), knownOn('2025-12-25')];
    expect(due(before, at('2025-12-31'), 1)).toBe(endOfDay('2026-01-02'));
    expect(due(after, at('2025-12-31'), 1)).toBe(endOfDay('2026-01-05'));
    expect(due(after, at('2026-01-09'), 1)).toBe(endOfDay('2026-01-10'));
    expect(after.exceptionOn('2026-01-02')).toMatchObject({ certainty: 'V', swappedWith: '2026-01-10' });
  });

  it('R23 keeps an old computation explainable: its version says what it said', () => {
    const { calendar, dueAt } = knownOn('2024-04-11').dueOf({ kind: 'working-days', days: 1 }, at('2024-04-26'));
    expect(calendars.cited(calendar)?.addWorkingDays(at('2024-04-26'), 1)).toBe(dueAt);
  });

  it('R23 does not count the day a term begins on and includes its last day to 24:00', () => {
    const calendar = knownOn('2024-03-01');
    expect(due(calendar, at('2024-03-04', '00:00'), 1)).toBe('2024-03-05T16:59:59.999Z');
    expect(due(calendar, at('2024-03-04', '23:59'), 1)).toBe(endOfDay('2024-03-05'));
  });

  it('R23 keeps how sure each day is, and does not pretend beyond the years it knows', () => {
    const newest = knownOn('2026-11-01');
    const sure = ['2023-01-24', '2024-02-12', '2025-01-29', '2026-08-22', '2026-08-31', '2026-11-24', '2027-01-01'];
    expect(sure.map((day) => newest.certaintyOf(day))).toEqual(['M', 'V', 'S', 'M', 'S', 'V', null]);
  });
});
