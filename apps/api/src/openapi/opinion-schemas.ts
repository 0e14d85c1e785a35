import type { AnswerView, AssessmentView, ConsultationEntry } from '#contracts/consultation-views.ts';
import {
  contract,
  count,
  flag,
  listOf,
  moment,
  oneOf,
  oneOfOrNull,
  positionText,
  ref,
  refOrNull,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

export const askedAt = '2025-07-01T01:00:00.000Z';
export const answeredAt = '2025-07-08T02:30:00.000Z';
export const dueAt = '2025-07-15T16:59:59.999Z';

export const capacity = oneOf('own', 'for-head', 'by-order', 'by-delegation', 'acting-head', 'clerk', 'system');
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
/** Part of one answer, without a name of its own. */
export const part = <T extends object>(members: { readonly [K in keyof T]-?: Schema }): Schema => contract<T>(members);

export const assessment = contract<AssessmentView>({
  assessmentId: text('1'),
  unit: ref('UnitRef'),
  at: moment(answeredAt),
  assessor: ref('PartyView'),
  questionId: textOrNull('c1'),
  quality: oneOf('adequate', 'generic', 'no-stance', 'deflecting'),
  quotedSentence: textOrNull('Cơ bản thống nhất theo quy định'),
  reason: text('Không nêu rõ chính kiến'),
  contested: orNull(
    part<NonNullable<AssessmentView['contested']>>({ at: moment(answeredAt), statement: text('Đã nêu rõ chính kiến') }),
  ),
  settled: orNull(
    part<NonNullable<AssessmentView['settled']>>({
      at: moment(answeredAt),
      outcome: oneOf('confirmed', 'set-aside'),
      reason: text('Câu trích không trả lời nội dung được hỏi'),
      by: ref('PartyView'),
    }),
  ),
});

export const answer = contract<AnswerView>({
  at: moment(answeredAt),
  recordedAt: moment(answeredAt),
  recordedAfterDeadline: flag(false),
  answers: listOf(
    part<AnswerView['answers'][number]>({
      questionId: text('c1'),
      stance: oneOfOrNull('agree', 'disagree', 'agree-with-conditions', 'not-in-function'),
      grounds: textOrNull('Phù hợp quy hoạch đã duyệt'),
      conditions: textOrNull(null),
    }),
  ),
  withoutStance: listOf(text('c2')),
  signature: ref('SignatureView'),
  document: textOrNull('45/STC-QLG'),
});

export const entry = contract<ConsultationEntry>({
  position: positionText('120'),
  revision: count(0),
  type: text('consultation.requested'),
  unit: refOrNull('UnitRef'),
  occurredAt: moment(askedAt),
  recordedAt: moment(askedAt),
  recordedLate: flag(false),
  actor: ref('PartyView'),
  actingUnit: refOrNull('UnitRef'),
  capacity,
});
