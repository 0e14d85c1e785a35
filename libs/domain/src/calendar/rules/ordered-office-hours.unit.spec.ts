import { expect, it } from '@jest/globals';
import { publishCalendar, type CalendarVersion } from '../../../../../test/fixtures/domain/calendar.ts';
import { orderedOfficeHours } from './ordered-office-hours.ts';

const refused = (changes: Partial<CalendarVersion>) => orderedOfficeHours({ command: publishCalendar(changes) })?.code;
const hours = (...times: readonly string[]) => ({
  officeHours: times.map((time) => ({ from: time.slice(0, 5), to: time.slice(6) })),
});

it('R23 takes a week of any days and hours with or without a break', () => {
  expect(refused({})).toBeUndefined();
  expect(refused({ weekdays: [7], ...hours('08:00-12:00', '12:00-16:00') })).toBeUndefined();
});

it('R23 refuses a week in which no time runs, or a weekday that is none', () => {
  expect(refused({ weekdays: [] })).toBe('calendar.week-empty');
  expect(refused({ weekdays: [1, 1] })).toBe('calendar.week-empty');
  expect(refused({ weekdays: [0] })).toBe('calendar.week-empty');
  expect(refused({ weekdays: [1, 8] })).toBe('calendar.week-empty');
  expect(refused(hours())).toBe('calendar.hours-missing');
});

it('R23 refuses hours that run backwards or into one another', () => {
  expect(refused(hours('11:30-07:30'))).toBe('calendar.hours-overlap');
  expect(refused(hours('07:30-07:30'))).toBe('calendar.hours-overlap');
  expect(refused(hours('07:30-11:30', '11:29-17:00'))).toBe('calendar.hours-overlap');
  expect(refused(hours('13:30-17:30', '07:30-11:30'))).toBe('calendar.hours-overlap');
});
