import type { Day, Instant } from '../kernel/event.ts';
import { dayNumberOf, dayOfNumber, vietnamDayOf } from '../time/instant.ts';
import type { Certainty } from './events.ts';
import type { Term } from './term.ts';
import { leastSure, type WorkingCalendar } from './working-calendar.ts';

/** A day that a computation looked at. `name`: what makes it exceptional; null for an ordinary day of the week. */
export type TermDay = {
  readonly day: Day;
  readonly working: boolean;
  readonly name: string | null;
  /** Null: outside the years that the calendar knows. */
  readonly certainty: Certainty | null;
  readonly swappedWith: Day | null;
};

/** The first day the computation asks about: the one after the start for a count of days, else the day named. */
const firstDayOf = (term: Term, from: Instant): number => {
  const start = dayNumberOf(vietnamDayOf(from));
  switch (term.kind) {
    case 'day':
      return dayNumberOf(term.day);
    case 'before-day':
      return dayNumberOf(term.day) - 1;
    case 'moment':
      return dayNumberOf(vietnamDayOf(term.at));
    case 'working-days':
      return term.days > 0 ? start + 1 : start;
    case 'working-hours':
      return start;
  }
};

/** Every day the due moment of the term depends on, in order, ending with the day it falls on. */
export const daysOfTerm = (calendar: WorkingCalendar, term: Term, from: Instant): readonly TermDay[] => {
  const last = dayNumberOf(vietnamDayOf(calendar.dueOf(term, from).dueAt));
  const days: TermDay[] = [];
  for (let number = firstDayOf(term, from); number <= last; number += 1) {
    const day = dayOfNumber(number);
    const exception = calendar.exceptionOn(day);
    days.push({
      day,
      working: calendar.isWorkingDay(day),
      name: exception?.name ?? null,
      certainty: calendar.certaintyOf(day),
      swappedWith: exception?.swappedWith ?? null,
    });
  }
  return days;
};

/** How sure the whole computation is: as sure as its least sure day; null when a day lies outside the known years. */
export const certaintyOfDays = (days: readonly TermDay[]): Certainty | null => {
  const known = days.flatMap(({ certainty }) => certainty ?? []);
  return known.length < days.length ? null : leastSure(known);
};
