import type { Term } from '../calendar/term.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CaseFacts } from '../kernel/aggregate.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import { startOfDay, vietnamDayOf } from '../time/instant.ts';
import type { DueReminder, TaskDue } from './events.ts';

/** Reminders go out this many working days before and after the due day, where no rule says otherwise (R15, R25). */
const defaultReminderWorkingDays = 1;

const daysBefore = ({ reference }: CaseFacts, lead: UnitId, at: Instant): number => {
  const stated = reference.rulebook.rule('R25', lead, at)?.parameters['reminderWorkingDaysBefore'];
  return typeof stated === 'number' ? stated : defaultReminderWorkingDays;
};

const remindersOf = (calendar: WorkingCalendar, dueAt: Instant, days: number): readonly DueReminder[] => {
  const dueDay = vietnamDayOf(dueAt);
  return [
    { kind: 'before', at: startOfDay(calendar.workingDayBefore(dueDay, days)) },
    { kind: 'due', at: startOfDay(dueDay) },
    { kind: 'after', at: startOfDay(calendar.workingDayAfter(dueDay, defaultReminderWorkingDays)) },
  ];
};

/**
 * When the term ends on the lead's calendar as it is known now (`facts.now`), and when the clock reminds of
 * it: at the beginning of the working day before, of the due day, and of the working day after.
 */
export const taskDue = (
  facts: CaseFacts,
  lead: UnitId,
  { term, countedFrom, setAt }: { readonly term: Term; readonly countedFrom: Instant; readonly setAt: Instant },
): TaskDue => {
  const calendar = facts.reference.calendars.for(lead, facts.now);
  const due = calendar.dueOf(term, countedFrom);
  const reminders = remindersOf(calendar, due.dueAt, daysBefore(facts, lead, countedFrom));
  return { ...due, reminders: reminders.filter(({ at }) => at > setAt) };
};
