import type {
  AgencyUnresolved,
  OwnDelayView,
  RecommendationAnswerView,
  RecommendationDetail,
  RecommendationReportView,
  RecommendationView,
  ReportedUpView,
} from '#contracts/recommendation-views.ts';
import {
  contract,
  count,
  countOrNull,
  flag,
  listOf,
  moment,
  momentOrNull,
  oneOf,
  oneOfOrNull,
  pageOf,
  ref,
  refOrNull,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

const sentAt = '2025-07-01T01:00:00.000Z';
const dueAt = '2025-07-15T16:59:59.999Z';
const categories = ['no-reply', 'generic', 'no-stance', 'deflected', 'not-submitted'] as const;

const recommendation: { readonly [K in keyof RecommendationView]: Schema } = {
  id: text('KN-2025-0001'),
  dossierId: textOrNull(null),
  sender: ref('UnitRef'),
  level: oneOf('province', 'central'),
  unit: refOrNull('UnitRef'),
  body: textOrNull(null),
  content: text('Đề nghị hướng dẫn định mức'),
  forCommittee: flag(false),
  status: oneOf('open', 'settled'),
  sentAt: moment(sentAt),
  deliveredAt: momentOrNull(sentAt),
  dueAt: momentOrNull(dueAt),
  answeredAt: momentOrNull(null),
  submittedAt: momentOrNull(null),
  missing: oneOfOrNull('no-reply', 'not-submitted'),
  overdue: flag(false),
  unresolved: listOf(oneOf(...categories)),
  confirmed: listOf(oneOf(...categories)),
  reportedUpAt: momentOrNull(null),
  revision: count(1),
};

const delay: Schema = {
  anyOf: [
    contract<OwnDelayView>({ workingDays: count(3), calendar: text('vn'), calendarVersion: count(1) }),
    { type: 'null' },
  ],
};

/** Answers about recommendations, under the names of their types in libs/contracts. */
export const recommendationSchemas: Readonly<Record<string, Schema>> = {
  RecommendationView: contract<RecommendationView>(recommendation),
  RecommendationPage: pageOf('RecommendationView'),
  RecommendationDetail: contract<RecommendationDetail>({
    ...recommendation,
    obstacle: textOrNull(null),
    beyondAuthorityBasis: textOrNull(null),
    drafter: ref('PartyView'),
    signer: ref('PartyView'),
    calendar: textOrNull('vn'),
    calendarVersion: countOrNull(1),
    answers: listOf(
      contract<RecommendationAnswerView>({
        at: moment(sentAt),
        stance: oneOfOrNull('agree', 'disagree', 'agree-with-conditions', 'not-in-function'),
        content: text('Thống nhất với đề nghị.'),
        late: flag(false),
      }),
    ),
    reports: listOf(
      contract<RecommendationReportView>({
        report: count(1),
        at: moment(dueAt),
        category: oneOf(...categories),
        quotedSentence: textOrNull(null),
        reason: text('Đã quá thời hạn, chưa có văn bản trả lời'),
        reporter: ref('PartyView'),
        to: ref('UnitRef'),
        ownDelay: delay,
        contested: textOrNull(null),
        outcome: oneOfOrNull('confirmed', 'set-aside'),
        grounds: textOrNull(null),
      }),
    ),
    reportedUp: listOf(
      contract<ReportedUpView>({
        at: moment(dueAt),
        unit: refOrNull('UnitRef'),
        body: textOrNull(null),
        ownDelay: delay,
      }),
    ),
    outcome: textOrNull(null),
  }),
  AgencyUnresolvedList: listOf(
    contract<AgencyUnresolved>({
      unit: ref('UnitRef'),
      noReply: count(2),
      genericOrNoStance: count(1),
      deflected: count(0),
      notSubmitted: count(1),
      confirmed: count(1),
      oldestDueAt: momentOrNull(dueAt),
    }),
  ),
};
