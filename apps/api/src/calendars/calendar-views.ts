import type { CalendarSummary, CalendarView, DueView } from '#contracts/calendar-views.ts';
import type { CalendarPublished } from '#domain/calendar/events.ts';
import { certaintyOfDays, daysOfTerm } from '#domain/calendar/term-days.ts';
import type { Term } from '#domain/calendar/term.ts';
import type { Instant, UnitId } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';

type Version = CalendarPublished['data'];

export const calendarSummary = ({
  calendarId,
  version,
  announcedAt,
  units,
  knownFrom,
  knownTo,
  source,
}: Version): CalendarSummary => ({ calendar: calendarId, version, announcedAt, units, knownFrom, knownTo, source });

export const calendarView = (version: Version): CalendarView => {
  const { weekdays, officeHours, days } = version;
  return { ...calendarSummary(version), weekdays, officeHours, days };
};

/** Whose term, from when, as it was known when. */
export type DueQuestion = {
  readonly unit: UnitId | null;
  readonly term: Term;
  readonly from: Instant;
  readonly knownAt: Instant;
};

/**
 * R15, R23: when a term ends, on the calendar the unit kept as it was known at that moment, with every day
 * it went through. Throws RangeError where it would end after the year 9999.
 */
export const dueView = ({ calendars }: Reference, { unit, term, from, knownAt }: DueQuestion): DueView => {
  const calendar = calendars.for(unit, knownAt);
  const { dueAt, calendar: citation } = calendar.dueOf(term, from);
  const days = daysOfTerm(calendar, term, from);
  const { announcedAt, source } = calendar.version;
  return { from, dueAt, calendar: citation, announcedAt, source, knownAt, certainty: certaintyOfDays(days), days };
};
