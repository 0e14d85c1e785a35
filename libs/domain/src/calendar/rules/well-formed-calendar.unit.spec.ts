import { expect, it } from '@jest/globals';
import {
  calendarVersion,
  publishCalendar,
  type CalendarVersion,
} from '../../../../../test/fixtures/domain/calendar.ts';
import { wellFormedCalendar } from './well-formed-calendar.ts';

const wrongIn = (changes: Partial<CalendarVersion>) =>
  wellFormedCalendar({ command: publishCalendar(changes) })?.facts['field'];
const [day] = calendarVersion().days;
const withDay = (changes: object) => ({ days: [{ ...day, ...changes }] as CalendarVersion['days'] });

it('R23 takes days that exist and hours up to midnight', () => {
  expect(wrongIn({})).toBeUndefined();
  expect(wrongIn({ officeHours: [{ from: '00:00', to: '24:00' }] })).toBeUndefined();
});

it('R23 refuses what is no moment, no day, no hour, no certainty', () => {
  expect(wrongIn({ announcedAt: '2023-12-01' })).toBe('announcedAt');
  expect(wrongIn({ knownFrom: '2023-02-29' })).toBe('knownFrom');
  expect(wrongIn({ knownTo: '31/12/2024' })).toBe('knownTo');
  expect(wrongIn({ officeHours: [{ from: '7:30', to: '11:30' }] })).toBe('officeHours');
  expect(wrongIn({ officeHours: [{ from: '07:30', to: '24:01' }] })).toBe('officeHours');
  expect(wrongIn(withDay({ day: '2024-02-30' }))).toBe('day');
  expect(wrongIn(withDay({ swappedWith: 'sau' }))).toBe('swappedWith');
  expect(wrongIn(withDay({ certainty: 'X' }))).toBe('certainty');
});
