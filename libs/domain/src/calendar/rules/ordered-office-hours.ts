import { objection } from '../../kernel/rule.ts';
import type { PublishCalendar } from '../commands.ts';

type Case = { readonly command: PublishCalendar };

/** R23: a week without working days or a day without office hours would never let a deadline end. */
export const orderedOfficeHours = ({ command: { weekdays, officeHours } }: Case) => {
  const distinct = new Set(weekdays.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7));
  if (distinct.size === 0 || distinct.size < weekdays.length) return objection('calendar.week-empty');
  if (officeHours.length === 0) return objection('calendar.hours-missing');
  const wrong = officeHours.find(({ from, to }, index) => from >= to || from < (officeHours[index - 1]?.to ?? from));
  return wrong ? objection('calendar.hours-overlap', wrong) : null;
};
