import { objection } from '../../kernel/rule.ts';
import { dayNumberOf, weekdayOf } from '../../time/instant.ts';
import type { PublishCalendar } from '../commands.ts';
import type { ExceptionalDay } from '../events.ts';

type Case = { readonly command: PublishCalendar };

/** Labour Code 2019 art. 111–112, R23: every exceptional day changes the week, once, inside the years the version speaks of. */
export const realExceptions = ({ command: { days, weekdays, knownFrom, knownTo } }: Case) => {
  if (knownTo < knownFrom) return objection('calendar.known-range-empty', { from: knownFrom, to: knownTo });
  const named = new Map<string, ExceptionalDay>();
  for (const exception of days) {
    const { day, off } = exception;
    if (day < knownFrom || day > knownTo) {
      return objection('calendar.day-outside-range', { day, from: knownFrom, to: knownTo });
    }
    if (named.has(day)) return objection('calendar.day-repeated', { day });
    if (off !== weekdays.includes(weekdayOf(dayNumberOf(day))))
      return objection('calendar.day-not-exceptional', { day });
    named.set(day, exception);
  }
  const lonely = days.find(({ day, off, swappedWith }) => {
    const other = swappedWith === null ? null : named.get(swappedWith);
    return other !== null && (other?.swappedWith !== day || other.off === off);
  });
  return lonely ? objection('calendar.swap-one-sided', { day: lonely.day, with: lonely.swappedWith ?? '' }) : null;
};
