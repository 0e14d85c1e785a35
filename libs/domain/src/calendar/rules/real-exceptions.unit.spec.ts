import { expect, it } from '@jest/globals';
import { publishCalendar, type CalendarVersion } from '../../../../../test/fixtures/domain/calendar.ts';
import { realExceptions } from './real-exceptions.ts';

const refused = (changes: Partial<CalendarVersion>) => realExceptions({ command: publishCalendar(changes) })?.code;
const day = (text: string, off: boolean, swappedWith: string | null = null) => ({
  day: text,
  off,
  name: 'ngày',
  certainty: 'V' as const,
  swappedWith,
});

it('R23 takes working days off and other days worked, on the first and the last day known, swapped both ways', () => {
  expect(refused({})).toBeUndefined();
  expect(refused({ days: [day('2024-01-01', true), day('2024-12-31', true)] })).toBeUndefined();
});

it('R23 refuses days of years it does not know, and a range that ends before it begins', () => {
  expect(refused({ days: [day('2023-12-29', true)] })).toBe('calendar.day-outside-range');
  expect(refused({ days: [day('2025-01-01', true)] })).toBe('calendar.day-outside-range');
  expect(refused({ knownTo: '2023-12-31' })).toBe('calendar.known-range-empty');
});

it('R23 refuses a day named twice, or for what the week says anyway', () => {
  expect(refused({ days: [day('2024-02-08', true), day('2024-02-08', true)] })).toBe('calendar.day-repeated');
  expect(refused({ days: [day('2024-02-10', true)] })).toBe('calendar.day-not-exceptional');
  expect(refused({ days: [day('2024-02-08', false)] })).toBe('calendar.day-not-exceptional');
});

it('R23 refuses a swap of which the other day knows nothing, or is of the same sort', () => {
  expect(refused({ days: [day('2024-04-29', true, '2024-05-04')] })).toBe('calendar.swap-one-sided');
  const unanswered = [day('2024-04-29', true, '2024-05-04'), day('2024-05-04', false)];
  expect(refused({ days: unanswered })).toBe('calendar.swap-one-sided');
  const bothOff = [day('2024-04-29', true, '2024-05-06'), day('2024-05-06', true, '2024-04-29')];
  expect(refused({ days: bothOff })).toBe('calendar.swap-one-sided');
});
