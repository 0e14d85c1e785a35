import { expect, it } from '@jest/globals';
import { calendarVersion } from '../../../../test/fixtures/domain/calendar.ts';
import { certaintyOfDays, daysOfTerm } from './term-days.ts';
import { WorkingCalendar } from './working-calendar.ts';

const calendar = new WorkingCalendar(calendarVersion());
const friday = '2024-04-26T02:00:00.000Z';
const daysOf = (term: Parameters<typeof daysOfTerm>[1], from = friday): string[] =>
  daysOfTerm(calendar, term, from).map(({ day, working }) => `${day} ${working ? 'worked' : 'off'}`);

it('R23 shows every day that a term of working days went through, the day it began on left out', () => {
  expect(daysOf({ kind: 'working-days', days: 1 })).toEqual([
    '2024-04-27 off',
    '2024-04-28 off',
    '2024-04-29 off',
    '2024-04-30 off',
    '2024-05-01 worked',
  ]);
  expect(daysOf({ kind: 'working-days', days: 0 })).toEqual(['2024-04-26 worked']);
});

it('R23 shows what makes a day exceptional and with which it was swapped', () => {
  const [monday] = daysOfTerm(calendar, { kind: 'day', day: '2024-04-29', rollOver: false }, friday);
  expect(monday).toEqual({
    day: '2024-04-29',
    working: false,
    name: 'Hoán đổi',
    certainty: 'V',
    swappedWith: '2024-05-04',
  });
});

it('shows the days a fixed date rolled over, and the day of a moment alone', () => {
  expect(daysOf({ kind: 'before-day', day: '2024-04-29', rollOver: true })).toHaveLength(4);
  expect(daysOf({ kind: 'moment', at: friday })).toEqual(['2024-04-26 worked']);
  expect(daysOf({ kind: 'working-hours', hours: 8 })).toHaveLength(6);
});

it('R23 is as sure as its least sure day, and says nothing where a year is not known', () => {
  const sure = (from: string) => certaintyOfDays(daysOfTerm(calendar, { kind: 'working-days', days: 2 }, from));
  expect(sure('2024-07-01T02:00:00.000Z')).toBe('V');
  expect(sure('2024-02-07T02:00:00.000Z')).toBe('M');
  expect(sure('2024-12-31T02:00:00.000Z')).toBeNull();
});
