import type { Refusal } from '../../kernel/decision.ts';
import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';
import type { ReportUnresolved } from '../commands.ts';
import type { SentRecommendation } from '../evolve.ts';
import type { Code, Judged } from '../judged.ts';

/** The time limit had ended by the moment. A recommendation that binds nobody yet has none. */
export const deadlinePassedBy = ({ due }: SentRecommendation, at: Instant): boolean => due !== null && at > due.dueAt;

const notPassed = ({ due }: SentRecommendation): Refusal<Code> =>
  objection('recommendation.deadline-not-passed', { dueAt: due?.dueAt ?? '–' });

/** R73: no reply is one only after the limit, and only while there is none. */
const noReply = (state: SentRecommendation, at: Instant): Refusal<Code> | null => {
  const [first] = state.answers;
  if (first !== undefined && first.at <= at) return objection('recommendation.was-answered', { at: first.at });
  return deadlinePassedBy(state, at) ? null : notPassed(state);
};

/** R75: only of a matter for the committee, after the limit, and only while it is not submitted. */
const notSubmitted = (state: SentRecommendation, at: Instant): Refusal<Code> | null => {
  const { sent, submittedAt } = state;
  if (!sent.forCommittee) {
    return objection('recommendation.not-for-committee', { recommendation: sent.recommendationId });
  }
  if (submittedAt !== null && submittedAt <= at) return objection('recommendation.was-submitted', { at: submittedAt });
  return deadlinePassedBy(state, at) ? null : notPassed(state);
};

/** Letter 3239 of 12/9/2024: the categories of what is unresolved, each with what must be true to report it. */
export const categoryHolds = ({ command: { category, at }, state }: Judged<ReportUnresolved>) => {
  switch (category) {
    case 'no-reply':
      return noReply(state, at);
    case 'not-submitted':
      return notSubmitted(state, at);
    case 'generic':
    case 'no-stance':
    case 'deflected':
      return state.answers.some((answer) => answer.at <= at) ? null : objection('recommendation.not-answered');
  }
};
