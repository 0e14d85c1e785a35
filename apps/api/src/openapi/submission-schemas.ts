import type {
  CirculationView,
  FirstPassView,
  PingPongView,
  ReviewDepthView,
  ShareView,
  SubmissionView,
} from '#contracts/submission-views.ts';
import {
  contract,
  count,
  countOrNull,
  flag,
  listOf,
  milliseconds,
  moment,
  momentOrNull,
  oneOf,
  oneOfOrNull,
  pageOf,
  positionOrNull,
  positionText,
  ref,
  refOrNull,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

const submittedAt = '2025-07-01T01:00:00.000Z';
const answeredAt = '2025-07-02T02:30:00.000Z';
const subject = 'Đề nghị phê duyệt quy hoạch chi tiết';

/** The flag of a check that may not have taken place. */
const flagOrNull: Schema = { type: ['boolean', 'null'], examples: [true] };

export const submissionSchemas: Readonly<Record<string, Schema>> = {
  SubmissionView: contract<SubmissionView>({
    dossierId: text('HS-2025-000123'),
    ordinal: count(0),
    subject: textOrNull(subject),
    secretReference: textOrNull(null),
    dossierType: text('land-allocation'),
    by: oneOf('submit', 'hand-off'),
    submitter: ref('UnitRef'),
    submittedBy: ref('PartyView'),
    receiver: ref('UnitRef'),
    at: moment(submittedAt),
    position: positionText('120'),
    ground: oneOfOrNull('beyond-authority', 'no-consensus', 'direction', 'delegation'),
    explanation: textOrNull('Vượt hạn mức được phân cấp'),
    openDissents: count(0),
    status: oneOf('refused', 'pending', 'accepted', 'returned', 'forwarded'),
    answeredAt: momentOrNull(answeredAt),
    answeredBy: refOrNull('UnitRef'),
    answeredPosition: positionOrNull('164'),
    reason: textOrNull('Việc thuộc thẩm quyền của sở'),
    basis: textOrNull('Quy chế làm việc (Điều 8 khoản 2)'),
    gate: refOrNull('UnitRef'),
    checkedAt: momentOrNull(answeredAt),
    conforming: flagOrNull,
    gateOutcome: oneOfOrNull('forwarded', 'returned'),
    defects: listOf(text('Thiếu ý kiến của Sở Tài chính')),
  }),
  ShareView: contract<ShareView>({
    numerator: count(8),
    denominator: count(10),
    share: countOrNull(0.8),
    interval: {
      anyOf: [
        contract<NonNullable<ShareView['interval']>>({ low: countOrNull(0.49), high: countOrNull(0.94) }),
        { type: 'null' },
      ],
    },
  }),
  FirstPassView: contract<FirstPassView>({
    submitter: ref('UnitRef'),
    firstPass: ref('ShareView'),
    returns: count(2),
    forwardedDefective: count(0),
  }),
  ReviewDepthView: contract<ReviewDepthView>({
    unit: ref('UnitRef'),
    documents: count(12),
    levels: count(31),
    deepest: count(4),
    valueFree: ref('ShareView'),
  }),
  CirculationView: contract<CirculationView>({
    dossierId: text('HS-2025-000123'),
    subject: textOrNull(subject),
    secretReference: textOrNull(null),
    dossierType: text('land-allocation'),
    holderUnit: refOrNull('UnitRef'),
    hops: count(3),
    visited: listOf(ref('UnitRef')),
    circular: flag(true),
    since: moment(submittedAt),
    workingMs: milliseconds(172_800_000),
  }),
  PingPongView: contract<PingPongView>({
    from: ref('UnitRef'),
    via: ref('UnitRef'),
    times: count(4),
    withoutSubstance: count(3),
    byReturn: count(2),
    dossiers: count(4),
  }),
  SubmissionPage: pageOf('SubmissionView'),
  CirculationPage: pageOf('CirculationView'),
  FirstPassList: listOf(ref('FirstPassView')),
  ReviewDepthList: listOf(ref('ReviewDepthView')),
  PingPongList: listOf(ref('PingPongView')),
};
