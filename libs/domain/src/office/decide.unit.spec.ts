import { describe, expect, it } from '@jest/globals';
import {
  acceptAssignment,
  acceptReason,
  answerObstacle,
  assignStep,
  claimReason,
  decideAssignment,
  decideReview,
  issueReport,
  judgeOffice,
  layDown,
  officeScenario as scenario,
  proposeReview,
  recordFinding,
  recordLeave,
  refuseAssignment,
  rejectReason,
  reportObstacle,
  reviewBacklog,
  reviewRegulation,
  secondReview,
  type OfficeScenario,
} from '../../../../test/fixtures/domain/office.ts';
import { actor, hour, machine, nobody, officer } from '../../../../test/fixtures/domain/organisation.ts';
import { refusesInOrder, type Row } from '../../../../test/fixtures/domain/refusal-table.ts';
import { clockActor } from '../kernel/case-actor.ts';
import type { OfficeCommand } from './commands.ts';
import type { Code } from './judged.ts';
import { officeRefusalCodes } from './refusals.ts';

type Breach = Row<OfficeScenario, Code>;
const saying =
  (fields: object) =>
  (given: OfficeScenario): OfficeScenario => ({ ...given, command: { ...given.command, ...fields } });
const history =
  (...before: readonly OfficeCommand[]) =>
  (given: OfficeScenario): OfficeScenario => ({ ...given, before });

const seen = new Set<string>();
const table = (sound: OfficeScenario, rows: readonly Breach[]): void =>
  refusesInOrder({ sound, judge: judgeOffice, seen }, rows);

const common: readonly Breach[] = [
  ['act.moment-malformed', saying({ at: '1/7/2025' })],
  ['act.in-future', saying({ at: hour(3000) })],
  ['actor.unknown', saying({ actor: { party: nobody, unit: 'sxd', capacity: 'own' } })],
  ['actor.not-a-person', saying({ actor: machine('portal', 'sxd') })],
  ['actor.capacity-not-held', saying({ actor: actor('member', 'sxd', 'for-head') })],
];
const taken: Breach = ['case.id-taken', history({ ...layDown, procedure: 'Việc khác' })];
const units = (field: string): readonly Breach[] => [
  ['unit.unknown', saying({ [field]: 'nowhere' })],
  ['unit.not-in-office', saying({ [field]: 'former' })],
];
const follower: Breach = ['office.not-a-leader', saying({ actor: actor('member', 'sxd') })];
const stranger: Breach = ['case.not-yours', saying({ actor: actor('bursar', 'stc') })];
const unknown: Breach = ['case.unknown', history()];
const tooEarly: Breach = ['office.before-beginning', saying({ at: hour(-1) })];

describe('R08 report and answer an obstacle', () => {
  table(scenario(reportObstacle), [
    ...common,
    taken,
    ...units('unit'),
    ...units('channel'),
    stranger,
    ['obstacle.channel-not-above', saying({ channel: 'sxd-qh' })],
    ['obstacle.concern-malformed', saying({ concerns: ['nv-1'] })],
  ]);
  table(scenario(answerObstacle, reportObstacle), [
    ...common,
    unknown,
    ['case.unknown', history(layDown)],
    tooEarly,
    stranger,
    ['case.not-yours', saying({ unit: 'stc' })],
    ['office.already-answered', history(reportObstacle, { ...answerObstacle, answer: 'Đã trả lời' })],
  ]);
});

describe('R33 procedures and their steps', () => {
  table(scenario(layDown), [
    ...common,
    taken,
    ...units('unit'),
    follower,
    ['procedure.step-repeated', saying({ steps: ['Thẩm định', 'Thẩm định'] })],
  ]);
  table(scenario(assignStep), [
    ...common,
    taken,
    ...units('unit'),
    follower,
    ['act.moment-malformed', saying({ from: '1/7/2025' })],
    ['office.period-empty', saying({ to: hour(0) })],
    ['case.officer-unknown', saying({ officer: 'stranger' })],
    ['step.officer-not-in-unit', saying({ officer: 'bursar' })],
  ]);
});

describe('R34 review a regulation', () => {
  table(scenario(reviewRegulation), [
    ...common,
    taken,
    ...units('unit'),
    follower,
    ['regulation.amendment-without-document', saying({ amended: true, document: null })],
    ['regulation.steps-half-counted', saying({ stepsBefore: null })],
    ['regulation.steps-without-amendment', saying({ amended: false })],
  ]);
});

describe('R23 review the backlog', () => {
  table(scenario(reviewBacklog), [...common, taken, ...units('unit'), follower]);
});

describe('R36 assignments', () => {
  table(scenario(decideAssignment), [
    ...common,
    taken,
    ...units('unit'),
    follower,
    ['act.moment-malformed', saying({ effectiveFrom: 'mai' })],
    ['case.officer-unknown', saying({ officer: 'stranger' })],
  ]);
  for (const response of [acceptAssignment, refuseAssignment]) {
    table(scenario(response, decideAssignment), [
      ...common,
      unknown,
      tooEarly,
      ['assignment.not-the-officer', saying({ actor: actor('head', 'sxd') })],
      ['office.already-answered', history(decideAssignment, { ...acceptAssignment, at: hour(12) })],
    ]);
  }
});

describe('Fairness 6 leave', () => {
  table(scenario(recordLeave), [
    ...common,
    taken,
    ...units('unit'),
    stranger,
    ['office.period-empty', saying({ to: hour(24) })],
    ['case.officer-unknown', saying({ officer: 'stranger' })],
    ['leave.recorded-by-oneself', saying({ actor: actor('member', 'sxd'), officer: 'member' })],
    ['leave.officer-not-in-unit', saying({ officer: 'bursar' })],
  ]);
});

describe('R38 reasons', () => {
  table(scenario(claimReason), [
    ...common,
    taken,
    ['reason.not-the-officer', saying({ actor: actor('head', 'sxd') })],
    ['office.evidence-malformed', saying({ evidence: ['#12'] })],
  ]);
  for (const decision of [acceptReason, rejectReason]) {
    table(scenario(decision, claimReason), [
      ...common,
      unknown,
      tooEarly,
      ['reason.decided-by-claimant', saying({ actor: actor('member', 'sxd') })],
      ['reason.decider-not-competent', saying({ actor: actor('financier', 'stc') })],
      ['office.already-answered', history(claimReason, { ...rejectReason, at: hour(12) })],
    ]);
  }
});

describe('R37 findings', () => {
  table(scenario(recordFinding), [
    ...common,
    taken,
    ['finding.source-missing', saying({ source: { number: null, symbol: null, issuedOn: null, title: null } })],
    ['finding.on-oneself', saying({ actor: actor('member', 'sxd'), officer: 'member' })],
    ['case.officer-unknown', saying({ officer: 'stranger' })],
    ['finding.not-competent', saying({ actor: actor('financier', 'stc') })],
  ]);

  it('takes none from a machine, not even from another system’s log', () => {
    const foreign = { ...recordFinding, actor: machine('portal', 'sxd') };
    const decision = judgeOffice({ ...scenario(foreign), imported: true });
    expect(decision).toMatchObject({ accepted: false, refusal: { code: 'finding.human-only' } });
    seen.add('finding.human-only');
  });
});

describe('R29 R30 reports', () => {
  table(scenario(issueReport), [
    ...common,
    taken,
    ...units('unit'),
    ...units('to'),
    stranger,
    ['report.not-upward', saying({ to: 'stc' })],
    ['act.moment-malformed', saying({ periodFrom: '30/6/2025' })],
    ['office.period-empty', saying({ periodTo: '2025-05-31' })],
    ['report.names-nobody', saying({ named: [] })],
  ]);
});

describe('R31 reviews', () => {
  table(scenario(proposeReview), [
    ...common,
    taken,
    ['unit.unknown', saying({ subject: { unit: 'nowhere', officer: null } })],
    ['review.human-only', saying({ coProposer: nobody })],
    ['review.without-evidence', saying({ evidence: [] })],
    ['review.one-proposer', saying({ coProposer: officer('chief') })],
    ['review.proposer-is-subject', saying({ subject: { unit: 'vp', officer: 'chief' } })],
    ['case.officer-unknown', saying({ coProposer: officer('stranger') })],
    ['review.proposers-of-one-unit', saying({ coProposer: officer('idle') })],
    ['office.evidence-malformed', saying({ evidence: ['x'] })],
  ]);
  table(scenario(secondReview, proposeReview), [
    ...common,
    unknown,
    tooEarly,
    ['review.not-the-second', saying({ actor: actor('chair', 'ubnd') })],
    ['office.already-answered', history(proposeReview, { ...secondReview, at: hour(12) })],
  ]);
  table(scenario(decideReview, proposeReview, secondReview), [
    ...common,
    unknown,
    tooEarly,
    ['review.not-seconded', history(proposeReview)],
    ['review.decided-by-party', saying({ actor: actor('chief', 'vp') })],
    ['review.decider-not-competent', saying({ actor: actor('head', 'sxd') })],
    ['office.already-answered', history(proposeReview, secondReview, { ...decideReview, outcome: 'declined' })],
  ]);
});

describe('an office record', () => {
  it.each([
    [layDown, []],
    [answerObstacle, [reportObstacle]],
    [acceptAssignment, [decideAssignment]],
    [refuseAssignment, [decideAssignment]],
    [acceptReason, [claimReason]],
    [rejectReason, [claimReason]],
    [secondReview, [proposeReview]],
    [decideReview, [proposeReview, secondReview]],
  ] as const)('takes the same act again without a second entry: %j', (command, before) => {
    expect(judgeOffice(scenario(command, ...before, command))).toEqual({ accepted: true, events: [] });
  });

  it('R38 does not take a yes for the no that was said in the same words', () => {
    const yes = scenario(acceptReason, claimReason, rejectReason);
    expect(judgeOffice(yes)).toMatchObject({ accepted: false, refusal: { code: 'office.already-answered' } });
  });

  it('is never written by the deadline clock', () => {
    expect(judgeOffice(scenario({ ...recordFinding, actor: clockActor }))).toMatchObject({
      refusal: { code: 'actor.not-a-person' },
    });
  });

  it('has a table row for every refusal', () => {
    expect(officeRefusalCodes.filter((code) => !seen.has(code))).toEqual([]);
  });
});
