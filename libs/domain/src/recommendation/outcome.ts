import type { CaseFacts } from '../kernel/aggregate.ts';
import { saidIn } from '../kernel/case-act.ts';
import type { ComputedDue } from '../kernel/citation.ts';
import type { Instant } from '../kernel/event.ts';
import type { LaterAct, SendRecommendation } from './commands.ts';
import type { OwnDelay, RecommendationEvent } from './events.ts';
import type { SentRecommendation } from './evolve.ts';
import type { Judged } from './judged.ts';
import { deadlinePassedBy } from './rules/category-holds.ts';

/** On the calendar of the body that is to act; a ministry's is not known, so the sender's stands for it. */
export const calendarOf = (
  { to, sender }: Pick<SendRecommendation, 'to' | 'sender'>,
  knownAt: Instant,
  { reference }: CaseFacts,
) => reference.calendars.for(to.level === 'province' ? to.unit : sender, knownAt);

/** From registration, limits in working time count anew; a fixed day stays, but binds nobody whom it reached after it. */
const dueFromDelivery = ({ sent }: SentRecommendation, at: Instant, facts: CaseFacts): ComputedDue | null => {
  const { term } = sent;
  if (term.kind === 'working-days' || term.kind === 'working-hours') return calendarOf(sent, at, facts).dueOf(term, at);
  return sent.due.dueAt > at ? sent.due : null;
};

const ownDelay = (state: SentRecommendation, at: Instant, facts: CaseFacts): OwnDelay | null => {
  if (state.due === null || !deadlinePassedBy(state, at)) return null;
  const calendar = facts.reference.calendars.for(state.sent.sender, at);
  return { workingDays: calendar.workingDaysBetween(state.due.dueAt, at), calendar: calendar.citation };
};

/** The event that an act, once allowed, leaves behind. */
export const outcomeOf = ({ command, state, facts }: Judged<LaterAct>): RecommendationEvent => {
  switch (command.type) {
    case 'confirm-delivery': {
      const due = dueFromDelivery(state, command.at, facts);
      return { type: 'recommendation.delivered', version: 1, data: { ...saidIn(command), due } };
    }
    case 'answer': {
      const late = deadlinePassedBy(state, command.at);
      return { type: 'recommendation.answered', version: 1, data: { ...saidIn(command), late } };
    }
    case 'submit-to-committee':
      return { type: 'recommendation.submitted-to-committee', version: 1, data: saidIn(command) };
    case 'report-unresolved': {
      const counted = { report: state.reports.length + 1, ownDelay: ownDelay(state, command.at, facts) };
      return { type: 'recommendation.unresolved-reported', version: 1, data: { ...saidIn(command), ...counted } };
    }
    case 'contest-report':
      return { type: 'recommendation.unresolved-contested', version: 1, data: saidIn(command) };
    case 'judge-report':
      return { type: 'recommendation.unresolved-judged', version: 1, data: saidIn(command) };
    case 'report-up': {
      const data = { ...saidIn(command), ownDelay: ownDelay(state, command.at, facts) };
      return { type: 'recommendation.reported-up', version: 1, data };
    }
    case 'settle':
      return { type: 'recommendation.settled', version: 1, data: saidIn(command) };
  }
};
