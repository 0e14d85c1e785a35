import { expect, it } from '@jest/globals';
import {
  calendarVersion,
  publishCalendar,
  type CalendarVersion,
} from '../../../../../test/fixtures/domain/calendar.ts';
import { Reference } from '../../reference.ts';
import { oneCalendarPerUnit } from './one-calendar-per-unit.ts';

const beside = (known: Partial<CalendarVersion>, asked: Partial<CalendarVersion>) => {
  const reference = new Reference();
  reference.apply({ type: 'calendar.published', version: 1, data: calendarVersion(known) });
  return oneCalendarPerUnit({ command: publishCalendar(asked), facts: { reference } })?.facts['units'];
};

it('R23 takes a calendar for units that keep none of their own, beside the one for everyone', () => {
  expect(beside({}, { calendarId: 'bien-gioi', units: ['xa-1'] })).toBeUndefined();
  expect(beside({ units: ['xa-2'] }, { calendarId: 'bien-gioi', units: ['xa-1'] })).toBeUndefined();
  expect(beside({}, { version: 2 })).toBeUndefined();
});

it('R23 refuses a second calendar for a unit, and a second one for everyone', () => {
  expect(beside({ units: ['xa-1', 'xa-2'] }, { calendarId: 'khac', units: ['xa-2', 'xa-3'] })).toEqual(['xa-2']);
  expect(beside({}, { calendarId: 'khac' })).toEqual(['*']);
});
