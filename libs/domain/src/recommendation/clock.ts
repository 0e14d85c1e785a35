import type { Term } from '../calendar/term.ts';
import type { Clocked } from '../kernel/aggregate.ts';
import type { RecommendationOverdue } from './events.ts';
import type { RecommendationState, SentRecommendation } from './evolve.ts';

/**
 * What is missing when the time limit ends. A matter for the committee must be submitted there, which is its
 * handling; one incident gives one entry, so such a matter left unanswered as well is `not-submitted` alone.
 */
export const missingFrom = (state: SentRecommendation): RecommendationOverdue['data']['category'] | null => {
  if (state.sent.forCommittee) return state.submittedAt === null ? 'not-submitted' : null;
  return state.answers.length === 0 ? 'no-reply' : null;
};

const runs = (state: RecommendationState): state is SentRecommendation & { status: 'sent' } =>
  state.status === 'sent' && state.overdue === null && missingFrom(state) !== null;

/** Does another calendar version move such a term? A fixed day stays, unless a day off rolls over. */
export const movesWithCalendar = (term: Term): boolean =>
  term.kind === 'working-days' || term.kind === 'working-hours' || (term.kind !== 'moment' && term.rollOver);

export const recommendationClock: Clocked<RecommendationState> = {
  nextDue: (state) => (runs(state) ? (state.due?.dueAt ?? null) : null),
  movable: (state) => runs(state) && state.due !== null && movesWithCalendar(state.sent.term),
};
