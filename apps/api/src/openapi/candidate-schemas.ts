import type {
  CandidatePage,
  CandidateView,
  DetectorsView,
  DetectorView,
  DutyPage,
  DutyView,
  KindCount,
  MitigationView,
  RatesView,
  RateView,
  RuleView,
  Wording,
} from '#contracts/candidate-views.ts';
import {
  contract,
  count,
  countOrNull,
  flag,
  listOf,
  moment,
  oneOf,
  positionText,
  ref,
  refOrNull,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

const at = '2025-07-21T16:59:59.999Z';
const facts: Schema = {
  type: 'object',
  additionalProperties: { type: ['string', 'number'] },
  examples: [{ deadline: at }],
};

const threshold: Schema = {
  anyOf: [
    contract<NonNullable<DetectorView['threshold']>>({
      parameter: text('inactionWorkingDays'),
      byDefault: count(10),
      unit: text('working-days'),
    }),
    { type: 'null' },
  ],
};

const calendar: Schema = {
  anyOf: [
    contract<NonNullable<CandidateView['calendar']>>({ calendar: text('vn'), version: count(3) }),
    { type: 'null' },
  ],
};

/** Answers about signal candidates, rates and duties. */
export const candidateSchemas: Readonly<Record<string, Schema>> = {
  Wording: contract<Wording>({
    vi: text('Hết hạn giải quyết khi đang giữ hồ sơ'),
    en: text('Deadline passed while holding the dossier'),
  }),
  RuleView: contract<RuleView>({
    obligation: text('R23'),
    instrument: text('001'),
    clause: text('§1.5'),
    rulebookVersion: count(1),
  }),
  MitigationView: contract<MitigationView>({
    kind: text('upstream-delay'),
    text: ref('Wording'),
    facts,
    evidence: listOf(positionText('118')),
  }),
  CandidateView: contract<CandidateView>({
    state: oneOf('candidate'),
    line: oneOf('performer', 'head', 'unit'),
    incident: text('dossier-HS-2025-000123:1:holding'),
    kind: text('overdue-dossier'),
    text: ref('Wording'),
    rules: listOf(ref('RuleView')),
    calendar,
    subject: text('dossier-HS-2025-000123'),
    at: moment(at),
    unit: refOrNull('UnitRef'),
    performer: ref('PartyView'),
    head: refOrNull('PartyView'),
    facts,
    evidence: listOf(positionText('120')),
    mitigations: listOf(ref('MitigationView')),
    recordedLate: flag(false),
  }),
  CandidatePage: contract<CandidatePage>({
    asOf: moment(at),
    items: listOf(ref('CandidateView')),
    next: textOrNull(null),
  }),
  DetectorView: contract<DetectorView>({
    kind: text('inaction'),
    text: ref('Wording'),
    obligations: listOf(text('R64')),
    about: text('dossier'),
    threshold,
    humanFinding: flag(false),
  }),
  KindCount: contract<KindCount>({ kind: text('inaction'), candidates: count(4) }),
  DetectorsView: contract<DetectorsView>({
    asOf: moment(at),
    detectors: listOf(ref('DetectorView')),
    counts: listOf(ref('KindCount')),
    complete: flag(true),
  }),
  RateView: contract<RateView>({
    measure: text('opinions-on-time'),
    text: ref('Wording'),
    numerator: count(8),
    denominator: count(10),
    share: countOrNull(0.8),
    low: countOrNull(0.49),
    high: countOrNull(0.94),
  }),
  RatesView: contract<RatesView>({
    unit: ref('UnitRef'),
    asOf: moment(at),
    smallestShown: count(5),
    rates: listOf(ref('RateView')),
  }),
  DutyView: contract<DutyView>({
    position: positionText('120'),
    subject: text('task-NV-2025-0001'),
    revision: count(0),
    type: text('task.commitment-made'),
    part: oneOf('acted', 'named'),
    occurredAt: moment(at),
    recordedAt: moment(at),
    recordedLate: flag(false),
    unit: refOrNull('UnitRef'),
    capacity: oneOf('own', 'for-head', 'by-order', 'by-delegation', 'acting-head', 'clerk', 'system'),
    dossierId: textOrNull(null),
    data: { type: 'object', additionalProperties: true, examples: [{ milestone: at }] },
  }),
  DutyPage: contract<DutyPage>({
    officer: ref('OfficerView'),
    items: listOf(ref('DutyView')),
    next: textOrNull(null),
  }),
};
