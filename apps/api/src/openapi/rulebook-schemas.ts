import type {
  AuthorityView,
  BindingView,
  DelegationView,
  DisseminationCoverage,
  DisseminationCoverageList,
  InstrumentList,
  InstrumentView,
  RulesInForce,
  RuleView,
} from '#contracts/rulebook-views.ts';
import {
  contract,
  count,
  flag,
  listOf,
  moment,
  momentOrNull,
  oneOf,
  pageOf,
  ref,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

const began = '2025-06-30T17:00:00.000Z';
const asked = '2025-07-31T16:59:59.999Z';
const parameters: Schema = {
  type: 'object',
  additionalProperties: { type: ['number', 'string', 'boolean'] },
  examples: [{ returnWorkingDays: 1 }],
};
const versionOrNull: Schema = { type: ['integer', 'null'], minimum: 1, examples: [1] };

const duty = contract<InstrumentView['clauses'][number]['duties'][number]>({ obligation: text('R06'), parameters });

/** Rulebook, dissemination, authority matrix and register of delegations. */
export const rulebookSchemas: Readonly<Record<string, Schema>> = {
  RuleInForceView: contract<RuleView>({
    obligation: text('R06'),
    clause: text('§1.2'),
    instrumentId: text('an-lao-2023'),
    instrument: text('công văn …/UBND-VP (Chủ tịch UBND huyện An Lão)'),
    parameters,
    rulebookVersion: count(1),
  }),
  RulesInForce: contract<RulesInForce>({
    unit: ref('UnitRef'),
    at: moment(asked),
    rulebookVersion: versionOrNull,
    items: listOf(ref('RuleInForceView')),
  }),
  InstrumentView: contract<InstrumentView>({
    instrumentId: text('kon-tum-2024'),
    kind: text('chỉ thị'),
    number: textOrNull(null),
    symbol: textOrNull('CT-UBND'),
    issuer: text('Chủ tịch UBND tỉnh Kon Tum'),
    issuedOn: textOrNull(null),
    title: text('Tăng cường kỷ luật, kỷ cương hành chính'),
    territory: text('Sở, ban ngành, địa phương của tỉnh'),
    validFrom: text('2025-01-01'),
    validTo: textOrNull(null),
    replaces: listOf(text('ct-02-2018-kon-tum')),
    cites: listOf(text('cd-968-2023')),
    certainty: oneOf('V', 'S', 'M'),
    clauses: listOf(contract<InstrumentView['clauses'][number]>({ clause: text('§1b'), duties: listOf(duty) })),
  }),
  InstrumentList: contract<InstrumentList>({
    at: moment(asked),
    rulebookVersion: versionOrNull,
    items: listOf(ref('InstrumentView')),
  }),
  BindingView: contract<BindingView>({
    bindingId: text('ad-0001'),
    instrumentId: text('kon-tum-2024'),
    unit: ref('UnitRef'),
    withSubordinates: flag(true),
    from: moment(began),
    to: momentOrNull(null),
  }),
  DisseminationCoverage: contract<DisseminationCoverage>({
    instrumentId: text('kon-tum-2024'),
    bound: count(12),
    reached: count(9),
    units: listOf(
      contract<DisseminationCoverage['units'][number]>({
        unit: ref('UnitRef'),
        sessions: count(1),
        firstHeldAt: momentOrNull('2025-07-02T01:00:00.000Z'),
      }),
    ),
  }),
  DisseminationCoverageList: contract<DisseminationCoverageList>({
    at: moment(asked),
    items: listOf(ref('DisseminationCoverage')),
  }),
  AuthorityView: contract<AuthorityView>({
    authorityId: text('tq-0001'),
    matterKind: text('land-allocation'),
    unit: ref('UnitRef'),
    power: oneOf('decide', 'advise'),
    validFrom: moment(began),
    validTo: momentOrNull(null),
    basis: text('Quy chế làm việc của UBND tỉnh'),
    basisClause: textOrNull('Điều 8 khoản 2'),
    delegations: listOf(ref('DelegationView')),
  }),
  DelegationView: contract<DelegationView>({
    delegationId: text('uq-0001'),
    unit: ref('UnitRef'),
    delegator: ref('PartyView'),
    delegate: ref('PartyView'),
    scope: text('land-allocation'),
    document: text('12/GUQ-SNV'),
    validFrom: moment(began),
    validTo: moment('2025-12-30T17:00:00.000Z'),
    standing: oneOf('in-force', 'not-yet', 'expired', 'revoked'),
    revokedReason: textOrNull(null),
  }),
  BindingPage: pageOf('BindingView'),
  AuthorityPage: pageOf('AuthorityView'),
  DelegationPage: pageOf('DelegationView'),
};
