import { describe, expect, it } from '@jest/globals';
import { actor, hour, machine, nobody, officer } from '../../../../test/fixtures/domain/organisation.ts';
import {
  answer,
  confirmDelivery,
  contest,
  forCommittee,
  judgeIt,
  judgeRecommendation,
  recommendationScenario as scenario,
  reportGeneric,
  reportNoReply,
  reportUp,
  send,
  settle,
  submitIt,
  toCentral,
  type RecommendationScenario,
} from '../../../../test/fixtures/domain/recommendation.ts';
import { refusesInOrder, type Row } from '../../../../test/fixtures/domain/refusal-table.ts';
import type { RecommendationCommand } from './commands.ts';
import type { Code } from './judged.ts';
import { recommendationRefusalCodes } from './refusals.ts';

type Breach = Row<RecommendationScenario, Code>;
const saying =
  (fields: object) =>
  (given: RecommendationScenario): RecommendationScenario => ({
    ...given,
    command: { ...given.command, ...fields },
  });
const history =
  (...before: readonly RecommendationCommand[]) =>
  (given: RecommendationScenario): RecommendationScenario => ({ ...given, before });

const seen = new Set<string>();
const table = (sound: RecommendationScenario, rows: readonly Breach[]): void =>
  refusesInOrder({ sound, judge: judgeRecommendation, seen }, rows);

const first: readonly Breach[] = [
  ['act.moment-malformed', saying({ at: '1/7/2025' })],
  ['act.in-future', saying({ at: hour(3000) })],
  ['actor.unknown', saying({ actor: { party: nobody, unit: 'sxd', capacity: 'own' } })],
  ['actor.not-a-person', saying({ actor: machine('portal', 'sxd') })],
  ['actor.capacity-not-held', saying({ actor: actor('member', 'sxd', 'for-head') })],
];
const later: readonly Breach[] = [...first, ['case.unknown', history()]];
const tooEarly: Breach = ['recommendation.before-sending', saying({ at: hour(-1) })];
const stranger: Breach = ['case.not-yours', saying({ actor: actor('chief', 'vp') })];
const settled = (...before: readonly RecommendationCommand[]): Breach => [
  'recommendation.settled',
  history(...before, { ...settle, at: hour(2) }),
];
const elsewhere = (field: string): readonly Breach[] => [
  ['unit.unknown', saying({ [field]: 'nowhere' })],
  ['unit.not-in-office', saying({ [field]: 'former' })],
];

describe('R03 send', () => {
  table(scenario(toCentral), [
    ...first,
    ['case.id-taken', history({ ...send, content: 'Đề nghị khác' })],
    stranger,
    ['unit.unknown', saying({ to: { level: 'province', unit: 'nowhere' } })],
    ['unit.not-in-office', saying({ to: { level: 'province', unit: 'former' } })],
    ['recommendation.to-itself', saying({ to: { level: 'province', unit: 'sxd' } })],
    ['recommendation.committee-matter-to-central', saying({ forCommittee: true })],
    ['recommendation.central-without-ground', saying({ obstacle: null })],
    ['recommendation.central-without-ground', saying({ beyondAuthorityBasis: null })],
    ['recommendation.due-before-sending', saying({ term: { kind: 'day', day: '2025-06-30', rollOver: false } })],
    ['case.officer-unknown', saying({ signature: { ...send.signature, drafter: officer('stranger') } })],
    ['recommendation.signature-not-held', saying({ signature: { ...send.signature, capacity: 'acting-head' } })],
  ]);
});

describe('R73 confirm delivery', () => {
  table(scenario(confirmDelivery, send), [
    ...later,
    tooEarly,
    stranger,
    settled(send),
    ['recommendation.already-delivered', history(send, { ...confirmDelivery, arrivalNumber: '78' })],
  ]);
});

describe('R73 answer', () => {
  table(scenario(answer, send), [...later, tooEarly, stranger, settled(send)]);
});

describe('R75 submit to the committee', () => {
  table(scenario(submitIt, forCommittee), [
    ...later,
    tooEarly,
    stranger,
    settled(forCommittee),
    ...elsewhere('committee'),
    ['recommendation.not-for-committee', history(send)],
    ['recommendation.already-submitted', history(forCommittee, { ...submitIt, at: hour(3) })],
    ['recommendation.not-a-committee-above', saying({ committee: 'vp' })],
  ]);
});

describe('R73 R75 report what is missing', () => {
  table(scenario(reportNoReply, send, confirmDelivery), [
    ...later,
    tooEarly,
    stranger,
    settled(send),
    ...elsewhere('to'),
    ['recommendation.report-not-upward', saying({ to: 'stc' })],
    ['recommendation.was-answered', history(send, confirmDelivery, answer)],
    ['recommendation.deadline-not-passed', history(send)],
  ]);
  table(scenario({ ...reportNoReply, category: 'not-submitted' }, forCommittee, confirmDelivery), [
    ['recommendation.not-for-committee', history(send, confirmDelivery)],
    ['recommendation.was-submitted', history(forCommittee, confirmDelivery, { ...submitIt, at: hour(20) })],
    ['recommendation.deadline-not-passed', saying({ at: hour(24) })],
  ]);
});

describe('R74 report a reply that says nothing', () => {
  table(scenario(reportGeneric, send, answer), [
    ['recommendation.not-answered', history(send)],
    ['recommendation.quote-missing', saying({ quotedSentence: null })],
    ['recommendation.quote-not-in-reply', saying({ quotedSentence: 'để nghiên cứu thêm' })],
    [
      'recommendation.stance-was-given',
      (given) => saying({ category: 'no-stance' })(history(send, { ...answer, stance: 'agree' })(given)),
    ],
  ]);
});

describe('R74 contest and judge a report', () => {
  table(scenario(contest, send, answer, reportGeneric), [
    ...later,
    tooEarly,
    stranger,
    ['recommendation.report-unknown', saying({ report: 2 })],
    [
      'recommendation.report-contested-already',
      history(send, answer, reportGeneric, { ...contest, statement: 'Ý kiến khác' }),
    ],
  ]);
  table(scenario(judgeIt, send, answer, reportGeneric), [
    ...later,
    tooEarly,
    stranger,
    [
      'recommendation.report-judged-already',
      history(send, answer, reportGeneric, { ...judgeIt, outcome: 'set-aside' }),
    ],
  ]);
});

describe('R72 report up', () => {
  table(scenario(reportUp, send, confirmDelivery), [
    ...later,
    tooEarly,
    stranger,
    settled(send),
    ['unit.unknown', saying({ to: { level: 'province', unit: 'nowhere' } })],
    [
      'recommendation.central-report-not-by-committee',
      saying({ to: { level: 'central', body: 'Thủ tướng Chính phủ' } }),
    ],
    ['recommendation.not-unsettled', saying({ at: hour(24) })],
  ]);
});

describe('R72 settle', () => {
  table(scenario(settle, send), [...later, tooEarly, stranger, settled(send)]);
});

describe('a recommendation', () => {
  it.each([
    ['send', scenario(send, send)],
    ['confirm-delivery', scenario(confirmDelivery, send, confirmDelivery)],
    ['answer', scenario(answer, send, answer)],
    ['submit-to-committee', scenario(submitIt, forCommittee, submitIt)],
    ['report-unresolved', scenario(reportGeneric, send, answer, reportGeneric)],
    ['contest-report', scenario(contest, send, answer, reportGeneric, contest)],
    ['judge-report', scenario(judgeIt, send, answer, reportGeneric, judgeIt)],
    ['report-up', scenario(reportUp, send, confirmDelivery, reportUp)],
    ['settle', scenario(settle, send, settle)],
  ])('takes the same %s again without a second entry', (_act, given) => {
    expect(judgeRecommendation(given)).toEqual({ accepted: true, events: [] });
  });

  it('R74 may still be contested and judged when the matter is settled: the right outlives it', () => {
    const story = [send, answer, reportGeneric, { ...settle, at: hour(24 * 10) }] as const;
    expect(judgeRecommendation(scenario(contest, ...story))).toMatchObject({ accepted: true });
    expect(judgeRecommendation(scenario(judgeIt, ...story))).toMatchObject({ accepted: true });
  });

  it('R72 counts the working days the sender let pass itself, and says on which calendar', () => {
    const decision = judgeRecommendation(scenario(reportUp, send, confirmDelivery));
    expect(decision).toMatchObject({
      events: [{ data: { ownDelay: { workingDays: 3, calendar: { calendar: 'vn', version: 0 } } } }],
    });
  });

  it('takes what another system recorded without asking who was in office', () => {
    const foreign = { ...toCentral, obstacle: null, actor: { party: nobody, unit: null, capacity: 'system' } } as const;
    expect(judgeRecommendation({ ...scenario(foreign), imported: true })).toMatchObject({ accepted: true });
  });

  it('has a table row for every refusal but those of the rules that are proved beside them', () => {
    const elsewhereProved = ['recommendation.judged-by-reporter', 'recommendation.not-a-leader'];
    expect(recommendationRefusalCodes.filter((code) => !seen.has(code))).toEqual(elsewhereProved);
  });
});
