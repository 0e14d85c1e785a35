import { objection } from '../../kernel/rule.ts';
import type { PublishCalendar } from '../commands.ts';
import type { CalendarPublished } from '../events.ts';

type Case = {
  readonly command: PublishCalendar;
  readonly state: { readonly versions: readonly CalendarPublished['data'][] };
  readonly facts: { readonly now: string };
};

/**
 * R23: a deadline cites the version it was computed on, so versions follow one another without a gap and
 * stay as published. Which of them counts is told by when each was announced: that runs forward, too.
 */
export const nextVersion = ({ command: { calendarId, version, announcedAt }, state: { versions }, facts }: Case) => {
  const expected = versions.length + 1;
  if (Number.isInteger(version) && version >= 1 && version < expected) {
    return objection('calendar.version-published', { calendar: calendarId, version });
  }
  if (version !== expected) return objection('calendar.version-not-next', { calendar: calendarId, version, expected });
  if (announcedAt > facts.now) return objection('calendar.announced-in-future', { announcedAt });
  const before = versions.at(-1)?.announcedAt;
  return before !== undefined && announcedAt < before
    ? objection('calendar.announced-before-last', { announcedAt, before })
    : null;
};
