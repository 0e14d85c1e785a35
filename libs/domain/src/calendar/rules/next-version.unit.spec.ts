import { expect, it } from '@jest/globals';
import {
  calendarVersion,
  publishCalendar,
  type CalendarVersion,
} from '../../../../../test/fixtures/domain/calendar.ts';
import { nextVersion } from './next-version.ts';

const now = '2024-06-01T00:00:00.000Z';
const first = calendarVersion();
const refused = (changes: Partial<CalendarVersion>, versions: readonly CalendarVersion[] = [first]) =>
  nextVersion({ command: publishCalendar(changes), state: { versions }, facts: { now } })?.code;

it('R23 takes the next version, announced when the one before was or later', () => {
  expect(refused({}, [])).toBeUndefined();
  expect(refused({ version: 2 })).toBeUndefined();
  expect(refused({ version: 2, announcedAt: now })).toBeUndefined();
});

it('R23 refuses to change a published version, to leave one out, and what is no number of one', () => {
  expect(refused({ source: 'khác' })).toBe('calendar.version-published');
  expect(refused({ version: 3 })).toBe('calendar.version-not-next');
  expect(refused({ version: 0 })).toBe('calendar.version-not-next');
  expect(refused({ version: 1.5 })).toBe('calendar.version-not-next');
});

it('R23 refuses an announcement still to come, or before the one preceding it', () => {
  expect(refused({ version: 2, announcedAt: '2024-06-01T00:00:00.001Z' })).toBe('calendar.announced-in-future');
  expect(refused({ version: 2, announcedAt: '2023-11-30T00:00:00.000Z' })).toBe('calendar.announced-before-last');
});
