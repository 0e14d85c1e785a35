import type { Fact } from '../kernel/aggregate.ts';
import type { ComputedDue } from '../kernel/citation.ts';
import type { Instant, Party } from '../kernel/event.ts';
import type {
  RecommendationAnswered,
  RecommendationEvent,
  RecommendationOverdue,
  RecommendationReportedUp,
  RecommendationSent,
  RecommendationUnresolvedContested,
  RecommendationUnresolvedJudged,
  RecommendationUnresolvedReported,
} from './events.ts';

type At<Data> = Data & { readonly at: Instant };

/** A report with what the agency and the unit reported to have said about it since. */
export type UnresolvedReport = At<RecommendationUnresolvedReported['data']> & {
  readonly reporter: Party;
  readonly contest: At<RecommendationUnresolvedContested['data']> | null;
  readonly judgement: At<RecommendationUnresolvedJudged['data']> | null;
};

export type SentRecommendation = {
  readonly status: 'sent' | 'settled';
  readonly sent: At<RecommendationSent['data']>;
  readonly delivered: At<{ readonly arrivalNumber: string | null }> | null;
  /** Null while it binds nobody: not delivered to the agency, or delivered after its fixed day. */
  readonly due: ComputedDue | null;
  /** What limits in working time are counted from. */
  readonly countedFrom: Instant;
  readonly answers: readonly At<RecommendationAnswered['data']>[];
  readonly submittedAt: Instant | null;
  /** Null again when an act in time comes to be known after the clock had spoken. */
  readonly overdue: At<RecommendationOverdue['data']> | null;
  readonly reports: readonly UnresolvedReport[];
  readonly reportedUp: readonly At<RecommendationReportedUp['data']>[];
  readonly settled: At<{ readonly outcome: string }> | null;
};

export type RecommendationState = { readonly status: 'none' } | SentRecommendation;

export const initial: RecommendationState = { status: 'none' };

type Sent = Extract<Fact<RecommendationEvent>, { type: 'recommendation.sent' }>;
type Later = Exclude<Fact<RecommendationEvent>, Sent>;

const begun = ({ data, occurredAt }: Sent): SentRecommendation => ({
  status: 'sent',
  sent: { ...data, at: occurredAt },
  delivered: null,
  due: data.to.level === 'central' ? data.due : null,
  countedFrom: occurredAt,
  answers: [],
  submittedAt: null,
  overdue: null,
  reports: [],
  reportedUp: [],
  settled: null,
});

/** An act in time undoes what the clock said before the act was known. */
const unlessInTime = (
  { overdue, due }: SentRecommendation,
  category: RecommendationOverdue['data']['category'],
  at: Instant,
): SentRecommendation['overdue'] =>
  overdue?.category === category && due !== null && at <= due.dueAt ? null : overdue;

const withReport = (
  state: SentRecommendation,
  report: number,
  change: Partial<UnresolvedReport>,
): SentRecommendation => ({
  ...state,
  reports: state.reports.map((each) => (each.report === report ? { ...each, ...change } : each)),
});

const changed = (state: SentRecommendation, { occurredAt: at, actor, ...event }: Later): SentRecommendation => {
  switch (event.type) {
    case 'recommendation.delivered': {
      const { arrivalNumber, due } = event.data;
      return { ...state, delivered: { at, arrivalNumber }, due, countedFrom: at };
    }
    case 'recommendation.answered': {
      const answers = [...state.answers, { ...event.data, at }];
      return { ...state, answers, overdue: unlessInTime(state, 'no-reply', at) };
    }
    case 'recommendation.submitted-to-committee':
      return { ...state, submittedAt: at, overdue: unlessInTime(state, 'not-submitted', at) };
    case 'recommendation.overdue':
      return { ...state, overdue: { ...event.data, at } };
    case 'recommendation.rescheduled':
      return { ...state, due: event.data.due };
    case 'recommendation.unresolved-reported': {
      const report = { ...event.data, at, reporter: actor, contest: null, judgement: null };
      return { ...state, reports: [...state.reports, report] };
    }
    case 'recommendation.unresolved-contested':
      return withReport(state, event.data.report, { contest: { ...event.data, at } });
    case 'recommendation.unresolved-judged':
      return withReport(state, event.data.report, { judgement: { ...event.data, at } });
    case 'recommendation.reported-up':
      return { ...state, reportedUp: [...state.reportedUp, { ...event.data, at }] };
    case 'recommendation.settled':
      return { ...state, status: 'settled', settled: { ...event.data, at } };
  }
};

/** Throws on a history that does not begin with the sending. */
export const evolve = (state: RecommendationState, event: Fact<RecommendationEvent>): RecommendationState => {
  if (event.type === 'recommendation.sent') return begun(event);
  if (state.status === 'none') throw new Error(`impossible history: ${event.type} of a recommendation never sent`);
  return changed(state, event);
};
