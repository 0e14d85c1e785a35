import { objection } from '../../kernel/rule.ts';
import type { Reference } from '../../reference.ts';
import type { PublishCalendar } from '../commands.ts';

type Case = { readonly command: PublishCalendar; readonly facts: { readonly reference: Reference } };

/** R23: of two calendars for one unit nobody could say which a deadline ran on; the same holds for two for everyone. */
export const oneCalendarPerUnit = ({ command: { calendarId, units }, facts }: Case) => {
  for (const other of facts.reference.calendars.newest()) {
    if (other.calendarId === calendarId) continue;
    const both = units.length === 0 && other.units.length === 0;
    const shared = units.filter((unit) => other.units.includes(unit));
    if (both || shared.length > 0) {
      return objection('calendar.units-taken', { calendar: other.calendarId, units: both ? ['*'] : shared });
    }
  }
  return null;
};
