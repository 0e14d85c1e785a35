import type {
  AddresseeSummary,
  AddresseeView,
  CitedCalendar,
  CitedRule,
  ConsultationDetail,
  ConsultationSummary,
  DeemedConsent,
  DeemedView,
  Responsiveness,
  SignatureView,
  VoidView,
} from '#contracts/consultation-views.ts';
import { answer, answeredAt, askedAt, assessment, capacity, dueAt, entry, orNull, part } from './opinion-schemas.ts';
import {
  contract,
  count,
  countOrNull,
  flag,
  listOf,
  moment,
  momentOrNull,
  oneOf,
  pageOf,
  positionText,
  ref,
  refOrNull,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

const addressee: { readonly [K in keyof AddresseeSummary]: Schema } = {
  unit: ref('UnitRef'),
  status: oneOf(
    'waiting',
    'answered',
    'answered-late',
    'returned',
    'withdrawn',
    'readdressed',
    'silent',
    'consent-deemed',
    'deemed-void',
    'lapsed',
  ),
  outcome: text('chưa trả lời'),
  dueAt: momentOrNull(dueAt),
  registeredAt: momentOrNull(askedAt),
  answeredAt: momentOrNull(null),
  lateAnsweredAt: momentOrNull(null),
  overdue: flag(false),
};

const summary: { readonly [K in keyof Omit<ConsultationSummary, 'addressees'>]: Schema } = {
  id: text('YK-2025-0001'),
  dossierId: textOrNull('HS-2025-000123'),
  requester: ref('UnitRef'),
  subject: text('Dự thảo quy hoạch chi tiết'),
  requestedAt: moment(askedAt),
  dueAt: momentOrNull(dueAt),
  defects: listOf(oneOf('questions-missing', 'deadline-missing')),
  revision: count(3),
};

const detailParts: { readonly [K in keyof Omit<AddresseeView, keyof AddresseeSummary>]: Schema } = {
  relevance: textOrNull('Quản lý giá đất'),
  legalBasis: textOrNull('Luật Đất đai (Điều 43)'),
  readdressedFrom: refOrNull('UnitRef'),
  readdressedTo: refOrNull('UnitRef'),
  arrivalNumber: textOrNull('1204'),
  drafter: refOrNull('PartyView'),
  answer: refOrNull('AnswerView'),
  lateAnswer: refOrNull('AnswerView'),
  returned: orNull(
    part<NonNullable<AddresseeView['returned']>>({
      at: moment(answeredAt),
      reason: text('Không thuộc chức năng'),
      basis: text('Quy chế làm việc'),
      rightUnit: refOrNull('UnitRef'),
    }),
  ),
  withdrawn: orNull(
    part<NonNullable<AddresseeView['withdrawn']>>({ at: moment(answeredAt), reason: text('Không còn cần ý kiến') }),
  ),
  extensions: listOf(
    part<AddresseeView['extensions'][number]>({
      at: moment(answeredAt),
      formerDueAt: moment(dueAt),
      dueAt: moment(dueAt),
      reason: text('Bổ sung hồ sơ gửi kèm'),
    }),
  ),
  reschedulings: listOf(
    part<AddresseeView['reschedulings'][number]>({
      at: moment(answeredAt),
      formerDueAt: moment(dueAt),
      formerCalendar: ref('CitedCalendar'),
      dueAt: moment(dueAt),
      calendar: ref('CitedCalendar'),
    }),
  ),
  passedDeadlines: listOf(
    part<AddresseeView['passedDeadlines'][number]>({
      dueAt: moment(dueAt),
      calendar: ref('CitedCalendar'),
      duty: oneOf('owed', 'addressee-dissolved'),
    }),
  ),
  deemed: refOrNull('DeemedView'),
  voided: refOrNull('VoidView'),
  reminders: listOf(
    part<AddresseeView['reminders'][number]>({
      at: moment(answeredAt),
      kind: oneOf('before', 'due', 'after', 'manual'),
      text: textOrNull(null),
    }),
  ),
  unrelated: orNull(
    part<NonNullable<AddresseeView['unrelated']>>({
      at: moment(answeredAt),
      reason: text('Không liên quan trực tiếp'),
      assessor: ref('PartyView'),
    }),
  ),
};

/** The answers about requests for opinions. */
export const consultationSchemas: Readonly<Record<string, Schema>> = {
  CitedRule: contract<CitedRule>({
    obligation: text('R17'),
    instrument: text('an-lao-2023'),
    clause: text('§1.3'),
    rulebookVersion: count(1),
  }),
  CitedCalendar: contract<CitedCalendar>({ calendar: text('vn'), version: count(3) }),
  SignatureView: contract<SignatureView>({
    drafter: ref('PartyView'),
    signer: ref('PartyView'),
    capacity,
    head: refOrNull('PartyView'),
  }),
  AnswerView: answer,
  DeemedView: contract<DeemedView>({
    dueAt: moment(dueAt),
    recordedAt: moment(dueAt),
    rule: ref('CitedRule'),
    calendar: ref('CitedCalendar'),
    head: refOrNull('PartyView'),
  }),
  VoidView: contract<VoidView>({
    at: moment(dueAt),
    ground: text('answered-in-time'),
    reason: text('Văn bản trả lời đã đến văn thư trước hạn'),
    by: ref('PartyView'),
  }),
  AddresseeSummary: contract<AddresseeSummary>(addressee),
  AddresseeView: contract<AddresseeView>({ ...addressee, ...detailParts }),
  AssessmentView: assessment,
  ConsultationEntry: entry,
  ConsultationSummary: contract<ConsultationSummary>({ ...summary, addressees: listOf(ref('AddresseeSummary')) }),
  ConsultationDetail: contract<ConsultationDetail>({
    ...summary,
    questions: listOf(
      part<ConsultationDetail['questions'][number]>({ questionId: text('c1'), text: text('Sự phù hợp với quy hoạch') }),
    ),
    document: textOrNull('123/SNV-TCBC'),
    signature: ref('SignatureView'),
    calendar: refOrNull('CitedCalendar'),
    addressees: listOf(ref('AddresseeView')),
    assessments: listOf(ref('AssessmentView')),
    history: listOf(ref('ConsultationEntry')),
  }),
  DeemedConsent: contract<DeemedConsent>({
    consultationId: text('YK-2025-0001'),
    dossierId: textOrNull('HS-2025-000123'),
    subject: text('Dự thảo quy hoạch chi tiết'),
    requester: ref('UnitRef'),
    unit: ref('UnitRef'),
    outcome: text('đồng ý do hết hạn'),
    deemed: ref('DeemedView'),
    lateAnsweredAt: momentOrNull(null),
    voided: refOrNull('VoidView'),
    evidence: listOf(positionText('120')),
  }),
  Responsiveness: contract<Responsiveness>({
    requester: ref('UnitRef'),
    responder: ref('UnitRef'),
    asked: count(12),
    answeredInTime: count(8),
    late: count(2),
    silent: count(1),
    returned: count(1),
    medianOfficeMs: countOrNull(86_400_000),
    inTime: part<Responsiveness['inTime']>({
      numerator: count(8),
      denominator: count(11),
      share: countOrNull(0.727),
      low: countOrNull(0.434),
      high: countOrNull(0.903),
    }),
  }),
  ConsultationPage: pageOf('ConsultationSummary'),
  DeemedConsentPage: pageOf('DeemedConsent'),
  ResponsivenessList: listOf(ref('Responsiveness')),
};
