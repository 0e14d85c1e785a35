import type { Term } from '../calendar/term.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import type { CaseFacts } from '../kernel/aggregate.ts';
import { startOfDay, vietnamDayOf } from '../time/instant.ts';
import type { Deadline } from './events.ts';
import { reminderDaysBefore } from './rules/reminders.ts';

/** Due moment of a term and the moments of its reminders, on that calendar. */
export const deadlineOn = (
  calendar: WorkingCalendar,
  { term, from, daysBefore }: { readonly term: Term; readonly from: Instant; readonly daysBefore: number },
): Deadline => {
  const computed = calendar.dueOf(term, from);
  const day = vietnamDayOf(computed.dueAt);
  return {
    ...computed,
    remindAt: {
      before: startOfDay(calendar.workingDayBefore(day, daysBefore)),
      due: startOfDay(day),
      after: startOfDay(calendar.workingDayAfter(day, 1)),
    },
  };
};

/** The deadline as counted now: on the calendar that the requester keeps, in the version known to the ledger. */
export const deadlineOf = (requester: UnitId, term: Term, from: Instant, { reference, now }: CaseFacts): Deadline =>
  deadlineOn(reference.calendars.for(requester, now), {
    term,
    from,
    daysBefore: reminderDaysBefore(reference, requester, now),
  });

/** Only counted days and hours, and fixed days that may roll over, depend on the calendar. */
export const isMovable = (term: Term | null): boolean =>
  term !== null && (term.kind === 'day' || term.kind === 'before-day' ? term.rollOver : term.kind !== 'moment');
