import type { CaseFacts } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/event.ts';
import { missingFrom, recommendationClock } from './clock.ts';
import type { RecommendationEvent, RecommendationOverdue } from './events.ts';
import type { RecommendationState } from './evolve.ts';
import { calendarOf } from './outcome.ts';

/** R73, R75: what was missing at the end of the limit, if it has ended by `at`; nothing the second time. */
export const fallenDue = (state: RecommendationState, at: Instant): readonly RecommendationOverdue[] => {
  const dueAt = recommendationClock.nextDue(state);
  if (dueAt === null || at < dueAt || state.status === 'none' || state.due === null) return [];
  const category = missingFrom(state);
  if (category === null) return [];
  const { calendar } = state.due;
  return [{ type: 'recommendation.overdue', version: 1, data: { category, dueAt, calendar } }];
};

/** The limit on the calendar known now. One that has ended stays as it was: nobody is late, or in time, afterwards. */
export const rescheduled = (
  state: RecommendationState,
  at: Instant,
  facts: CaseFacts,
): readonly RecommendationEvent[] => {
  if (state.status === 'none' || !recommendationClock.movable(state) || state.due === null) return [];
  const { dueAt: formerDueAt, calendar: formerCalendar } = state.due;
  if (at > formerDueAt) return [];
  const due = calendarOf(state.sent, facts.now, facts).dueOf(state.sent.term, state.countedFrom);
  if (due.dueAt === formerDueAt || facts.reference.calendars.isOlder(due.calendar, formerCalendar)) return [];
  return [{ type: 'recommendation.rescheduled', version: 1, data: { formerDueAt, formerCalendar, due } }];
};
