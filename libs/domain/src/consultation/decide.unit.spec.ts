import { describe, expect, it } from '@jest/globals';
import {
  answer,
  assess,
  assignDrafter,
  contest,
  deliver,
  dueAt,
  extend,
  giveBack,
  judge,
  lateAnswer,
  remind,
  request,
  settle,
  story,
  tick,
  typesOf,
  unrelated,
  voidConsent,
  withdraw,
  type Story,
  type Told,
} from '../../../../test/fixtures/domain/consultation.ts';
import {
  account,
  actor,
  dissolved,
  hour,
  machine,
  nobody,
  officer,
} from '../../../../test/fixtures/domain/organisation.ts';
import { refusesInOrder, type Row } from '../../../../test/fixtures/domain/refusal-table.ts';
import { caseRefusalCodes } from '../kernel/case-refusals.ts';
import type { ConsultationCommand } from './commands.ts';
import type { ConsultationCode } from './decision.ts';
import { consultationRefusalCodes } from './refusals.ts';

type Breach = Row<Story, ConsultationCode>;

const saying =
  (fields: object) =>
  (given: Story): Story => ({ ...given, command: { ...given.command, ...fields } as ConsultationCommand });
const after =
  (...before: readonly Told[]) =>
  (given: Story): Story => ({ ...given, before });

const seen = new Set<string>();
const table = (sound: Story, rows: readonly Breach[]): void => refusesInOrder({ sound, judge, seen }, rows);

const malformed: Breach = ['act.moment-malformed', saying({ at: '01/07/2025' })];
const inFuture: Breach = ['act.in-future', saying({ at: hour(3000) })];
const blank = (fields: object): Breach => ['act.text-blank', saying(fields)];
const common = (text: object): readonly Breach[] => [
  malformed,
  blank(text),
  inFuture,
  ['actor.unknown', saying({ actor: { party: nobody, unit: 'stc', capacity: 'own' } })],
  ['actor.not-a-person', saying({ actor: machine('portal', 'stc') })],
  ['actor.capacity-not-held', saying({ actor: actor('bursar', 'stc', 'for-head') })],
];
const later = (text: object): readonly Breach[] => [...common(text), ['case.unknown', after()]];
const stranger: Breach = ['case.not-yours', saying({ actor: actor('chief', 'vp') })];
const notAddressed: Breach = ['consultation.not-addressed', saying({ unit: 'vp' })];
const returned: Breach = ['consultation.closed', after(request, giveBack)];
const answered: Breach = ['consultation.already-answered', after(request, { ...answer, at: hour(4) })];
const tooEarly: Breach = ['consultation.before-request', saying({ at: hour(-1) })];
const deemed: readonly Told[] = [request, deliver, tick(dueAt)];

describe('R13 request opinions', () => {
  const asking = (...units: readonly string[]) =>
    saying({ addressees: units.map((unit) => ({ unit, relevance: null, legalBasis: null })) });
  const [question] = request.questions;
  table(story(request), [
    ...common({ subject: ' ' }),
    ['case.id-taken', after({ ...request, subject: 'Việc khác' })],
    ['case.not-yours', saying({ requester: 'stc' })],
    ['consultation.addressee-missing', asking()],
    ['consultation.addressee-twice', asking('stc', 'stc')],
    ['consultation.addressed-to-itself', asking('sxd')],
    ['unit.unknown', asking('nowhere')],
    ['unit.not-in-office', asking('former')],
    ['consultation.question-twice', saying({ questions: [question, question] })],
    ['consultation.questions-missing', saying({ questions: [] })],
    ['consultation.deadline-missing', saying({ term: null })],
    ['consultation.due-not-ahead', saying({ term: { kind: 'moment', at: hour(0) } })],
    ['case.officer-unknown', saying({ signature: { ...request.signature, drafter: officer('stranger') } })],
    ['consultation.signer-not-entitled', saying({ signature: { ...request.signature, signer: officer('member') } })],
  ]);
});

describe('R15 confirm delivery and registration', () => {
  table(story(deliver, request), [
    ...later({ arrivalNumber: '' }),
    notAddressed,
    stranger,
    returned,
    ['consultation.already-delivered', after(request, { ...deliver, arrivalNumber: '44' })],
    ['consultation.registered-outside', saying({ registeredAt: hour(-1) })],
    ['consultation.registered-outside', saying({ registeredAt: hour(3) })],
  ]);
});

describe('R15 assign the drafter', () => {
  table(story(assignDrafter, request, deliver), [
    ...later({ consultationId: '' }),
    notAddressed,
    stranger,
    returned,
    answered,
    ['consultation.drafter-not-in-unit', saying({ responsible: officer('member') })],
    ['consultation.drafter-not-in-unit', saying({ responsible: nobody })],
  ]);
});

describe('R16 answer', () => {
  const [first, second] = answer.answers;
  table(story(answer, request, deliver), [
    ...later({ answers: [{ ...first, grounds: ' ' }] }),
    notAddressed,
    stranger,
    tooEarly,
    returned,
    answered,
    ['consultation.question-unknown', saying({ answers: [first, second, { ...first, questionId: 'c9' }] })],
    ['consultation.answered-twice', saying({ answers: [first, first, second] })],
    ['consultation.stance-missing', saying({ answers: [first] })],
    ['consultation.stance-missing', saying({ answers: [first, { ...second, stance: null }] })],
    ['consultation.grounds-missing', saying({ answers: [first, { ...second, grounds: null }] })],
    ['consultation.conditions-missing', saying({ answers: [first, { ...second, stance: 'agree-with-conditions' }] })],
    ['case.officer-unknown', saying({ signature: { ...answer.signature, drafter: officer('stranger') } })],
    ['consultation.signer-not-entitled', saying({ signature: { ...answer.signature, signer: account('portal') } })],
  ]);
});

describe('R06 return as not in function', () => {
  table(story(giveBack, request, deliver), [
    ...later({ reason: '' }),
    notAddressed,
    stranger,
    tooEarly,
    ['consultation.closed', after(request, { ...giveBack, reason: 'Khác' })],
    answered,
    ['consultation.right-unit-is-own', saying({ rightUnit: 'stc' })],
    ['unit.unknown', saying({ rightUnit: 'nowhere' })],
  ]);
});

describe('R15 extend', () => {
  table(story(extend, request, deliver), [
    ...later({ reason: '' }),
    notAddressed,
    stranger,
    ['consultation.no-deadline', after({ command: { ...request, term: null }, imported: true })],
    ['consultation.closed', after(...deemed)],
    ['consultation.deadline-over', saying({ at: hour(200) })],
    ['consultation.extension-not-longer', saying({ term: { kind: 'working-days', days: 1 } })],
  ]);
});

describe('R13 withdraw', () => {
  table(story(withdraw, request), [
    ...later({ reason: '' }),
    stranger,
    notAddressed,
    ['consultation.nothing-to-withdraw', after(request, deliver, { ...answer, at: hour(4) })],
  ]);
});

describe('R17 readdress to a successor', () => {
  const merged = dissolved('stc', hour(10), 'vp');
  const toVp = {
    type: 'readdress',
    at: hour(12),
    actor: actor('head', 'sxd'),
    consultationId: 'yk-1',
    from: 'stc',
    to: 'vp',
    term: null,
    reason: 'Sáp nhập sở',
  } as const;
  const sound = { ...story(toVp, request), known: [merged] };
  table(sound, [
    ...common({ reason: '' }).filter(([code]) => code !== 'actor.capacity-not-held'),
    ['case.unknown', after()],
    ['case.not-yours', saying({ actor: actor('chair', 'ubnd') })],
    ['consultation.not-addressed', saying({ from: 'sxd-qh' })],
    [
      'consultation.no-deadline',
      (given) => saying({ term: null })(after({ command: { ...request, term: null }, imported: true })(given)),
    ],
    ['consultation.closed', after(request, giveBack)],
    ['consultation.addressee-twice', saying({ to: 'stc' })],
    ['consultation.addressed-to-itself', saying({ to: 'sxd' })],
    ['consultation.addressee-in-office', (given) => ({ ...given, known: [] })],
    ['consultation.not-successor', saying({ to: 'sxd-qh' })],
    ['unit.not-in-office', (given) => ({ ...given, known: [merged, dissolved('vp', hour(11), 'ubnd')] })],
    ['consultation.due-not-ahead', saying({ term: { kind: 'moment', at: hour(12) } })],
  ]);
});

describe('R17 void a deemed consent', () => {
  table(story(voidConsent, ...deemed), [
    ...later({ reason: '' }),
    notAddressed,
    ['consultation.no-deemed-consent', after(request, deliver)],
    ['consultation.not-entitled', saying({ actor: actor('member', 'sxd') })],
    ['consultation.own-void', saying({ actor: actor('financier', 'stc') })],
    ['consultation.ground-not-shown', saying({ ground: 'answered-in-time' })],
  ]);
});

describe('R15 remind', () => {
  table(story(remind, request, deliver), [
    ...later({ text: '' }),
    notAddressed,
    ['consultation.not-entitled', saying({ actor: actor('bursar', 'stc') })],
    answered,
    returned,
  ]);
});

describe('R14 mark as unrelated', () => {
  table(story(unrelated, request, deliver), [
    ...later({ reason: '' }),
    notAddressed,
    ['consultation.not-entitled', saying({ actor: actor('head', 'sxd') })],
  ]);
});

describe('R16 R74 assess quality', () => {
  table(story(assess, request, deliver, answer), [
    ...later({ reason: '' }),
    notAddressed,
    stranger,
    ['consultation.nothing-to-assess', after(request, deliver)],
    ['consultation.assessor-involved', saying({ actor: actor('member', 'sxd') })],
    ['consultation.question-unknown', saying({ questionId: 'c9' })],
    ['consultation.quote-missing', saying({ quotedSentence: null })],
    ['consultation.quote-not-found', saying({ quotedSentence: 'Không có câu này' })],
  ]);
});

describe('R16 R74 contest an assessment', () => {
  const assessed = [request, deliver, answer, assess] as const;
  table(story(contest, ...assessed), [
    ...later({ statement: '' }),
    ['consultation.assessment-unknown', saying({ assessmentId: '9' })],
    stranger,
    ['consultation.assessment-settled', after(...assessed, { ...settle, at: hour(45), outcome: 'set-aside' })],
    ['consultation.assessment-contested', after(...assessed, { ...contest, statement: 'Khác' })],
  ]);
});

describe('R16 R74 settle an assessment', () => {
  const contested = [request, deliver, answer, assess, contest] as const;
  table(story(settle, ...contested), [
    ...later({ reason: '' }),
    ['consultation.assessment-unknown', saying({ assessmentId: '9' })],
    ['consultation.assessment-settled', after(...contested, { ...settle, outcome: 'set-aside' })],
    ['consultation.settler-assessed', saying({ actor: actor('deputy', 'sxd') })],
    ['consultation.not-entitled', saying({ actor: actor('head', 'sxd') })],
    ['consultation.time-to-contest', after(request, deliver, answer, assess)],
  ]);
});

describe('acts sent again', () => {
  const stories: readonly (readonly [Told, readonly Told[]])[] = [
    [request, [request]],
    [deliver, [request, deliver]],
    [assignDrafter, [request, assignDrafter]],
    [answer, [request, deliver, answer]],
    [lateAnswer, [...deemed, lateAnswer]],
    [giveBack, [request, giveBack]],
    [extend, [request, deliver, extend]],
    [withdraw, [request, withdraw]],
    [voidConsent, [...deemed, voidConsent]],
    [remind, [request, remind]],
    [unrelated, [request, unrelated]],
    [assess, [request, deliver, answer, assess]],
    [contest, [request, deliver, answer, assess, contest]],
    [settle, [request, deliver, answer, assess, contest, settle]],
    [tick(dueAt), deemed],
  ];
  it.each(stories)('are accepted as nothing: $type', (again, before) => {
    const command = 'command' in again ? again.command : again;
    expect(typesOf(judge(story(command, ...before)))).toEqual([]);
  });
});

it('R17 refuses that anybody but the clock says that time has passed', () => {
  for (const by of [actor('head', 'sxd'), { ...tick(dueAt).actor, unit: 'sxd' }]) {
    const decision = judge(story({ ...tick(dueAt), actor: by }, request, deliver));
    expect(typesOf(decision)).toEqual([by.party.kind === 'officer' ? 'case.not-yours' : 'actor.not-a-person']);
  }
  expect(typesOf(judge(story(tick(dueAt))))).toEqual([]);
});

it('every refusal of a consultation is shown above', () => {
  const elsewhere = new Set<string>(caseRefusalCodes);
  expect(consultationRefusalCodes.filter((code) => !seen.has(code) && !elsewhere.has(code))).toEqual([]);
});
