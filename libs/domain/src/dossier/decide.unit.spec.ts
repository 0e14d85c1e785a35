import { describe, expect, it } from '@jest/globals';
import {
  archive,
  assign,
  byMember,
  complete,
  confirm,
  correct,
  decideIt,
  giveBack,
  handOff,
  noProduct,
  performStep,
  product,
  reopen,
  submit,
  toBursar,
} from '../../../../test/fixtures/domain/commands.ts';
import { judge, registerDossier, scenario, type Scenario } from '../../../../test/fixtures/domain/dossier.ts';
import { account, actor, hour, machine, nobody, officer } from '../../../../test/fixtures/domain/organisation.ts';
import { refusesInOrder, type Row } from '../../../../test/fixtures/domain/refusal-table.ts';
import { dossierRefusalCodes, type DossierRefusalCode } from '../refusals.ts';
import type { DossierCommand } from './commands.ts';

type Breach = Row<Scenario, DossierRefusalCode>;

/** The same command with other fields; a field that the command does not have makes the row fail, not pass. */
const saying =
  (fields: object) =>
  (given: Scenario): Scenario => ({ ...given, command: { ...given.command, ...fields } });
const history =
  (...before: readonly DossierCommand[]) =>
  (given: Scenario): Scenario => ({ ...given, before });
const secret = (given: Scenario): Scenario => ({
  ...given,
  before: given.before.map((command) =>
    command.type === 'register'
      ? { ...command, secrecy: 'secret' as const, subject: null, secretReference: 'M-07' }
      : command,
  ),
});

const malformed: Breach = ['act.moment-malformed', saying({ at: '01/07/2025' })];
const inFuture: Breach = ['act.in-future', saying({ at: hour(3000) })];
const blank = (fields: object): Breach => ['act.text-blank', saying(fields)];
const person: Breach = ['actor.not-a-person', saying({ actor: machine('portal', 'sxd') })];
const unknownActor: Breach = ['actor.unknown', saying({ actor: { party: nobody, unit: 'sxd', capacity: 'own' } })];
const capacity: Breach = ['actor.capacity-not-held', saying({ actor: actor('member', 'sxd', 'for-head') })];
const unregistered: Breach = ['dossier.not-registered', history()];
const completed: Breach = ['dossier.completed', history(registerDossier, { ...complete, at: hour(0) })];
const archived: Breach = [
  'dossier.archived',
  history(registerDossier, { ...complete, at: hour(0) }, { ...archive, at: hour(0) }),
];
const stranger: Breach = ['dossier.not-holder', saying({ actor: actor('financier', 'stc') })];
const bystander: Breach = ['dossier.not-competent', saying({ actor: actor('financier', 'stc') })];
const tooEarly: Breach = ['act.before-custody', saying({ at: hour(-1) })];
const beforeClosing: Breach = ['act.before-closing', saying({ at: hour(-1) })];
const recipient = (field: 'to' | 'holder'): readonly Breach[] => [
  ['unit.unknown', saying({ [field]: { party: nobody, unit: 'nowhere' } })],
  ['unit.not-in-office', saying({ [field]: { party: nobody, unit: 'former' } })],
  ['unit.not-in-office', saying({ [field]: { party: nobody, unit: 'later' } })],
  ['recipient.unit-missing', saying({ [field]: { party: nobody, unit: null } })],
  ['recipient.account', saying({ [field]: { party: account('counter'), unit: 'stc' } })],
  ['recipient.officer-unknown', saying({ [field]: { party: officer('stranger'), unit: 'stc' } })],
  ['recipient.not-in-unit', saying({ [field]: { party: officer('idle'), unit: 'stc' } })],
];
const common = (text: object): readonly Breach[] => [
  malformed,
  blank(text),
  inFuture,
  unknownActor,
  person,
  capacity,
  unregistered,
];

const seen = new Set<string>();
const table = (sound: Scenario, rows: readonly Breach[]): void => refusesInOrder({ sound, judge, seen }, rows);

describe('R21 register', () => {
  table(scenario(registerDossier), [
    ['act.moment-malformed', saying({ receivedAt: '2025-02-30T00:00:00.000Z' })],
    blank({ issuer: ' ' }),
    ['act.in-future', saying({ receivedAt: hour(3000) })],
    unknownActor,
    ['actor.capacity-not-held', saying({ actor: machine('trial') })],
    ['dossier.already-registered', history({ ...registerDossier, number: '1205' })],
    ...recipient('holder'),
    ['secrecy.subject-forbidden', saying({ secrecy: 'secret', subject: 'Vị trí kho' })],
    ['secrecy.reference-missing', saying({ secrecy: 'secret', subject: null, secretReference: null })],
    ['secrecy.reference-needless', saying({ secrecy: 'none', secretReference: 'M-07' })],
    ['registration.subject-missing', saying({ subject: null })],
    ['deadline.before-received', saying({ deadline: hour(-1) })],
  ]);
});

describe('R33 assign', () => {
  table(scenario(assign, registerDossier), [
    ...common({ step: '' }),
    completed,
    archived,
    bystander,
    ['unit.unknown', saying({ leadUnit: 'nowhere' })],
    ['unit.not-in-office', saying({ coordinators: ['former'] })],
    ['assignment.responsible-not-a-person', saying({ responsible: account('counter') })],
    ['assignment.responsible-not-a-person', saying({ responsible: nobody })],
    ['assignment.responsible-not-in-unit', saying({ responsible: officer('idle') })],
    ['due.before-act', saying({ dueAt: hour(0) })],
  ]);
});

describe('R04 hand off', () => {
  table(scenario(handOff, registerDossier), [
    ...common({ reason: '\t' }),
    completed,
    archived,
    stranger,
    tooEarly,
    ...recipient('to'),
    ['recipient.same-holder', saying({ to: registerDossier.holder })],
    ['due.before-act', saying({ dueAt: hour(-2) })],
  ]);
});

describe('R21 confirm receipt', () => {
  table(scenario(confirm, registerDossier, handOff), [
    malformed,
    blank({ arrivalNumber: '' }),
    inFuture,
    unknownActor,
    ['actor.capacity-not-held', saying({ actor: actor('bursar', 'stc', 'clerk') })],
    unregistered,
    completed,
    archived,
    ['dossier.not-holder', saying({ actor: byMember })],
    tooEarly,
  ]);
});

describe('R06 return', () => {
  table(scenario(giveBack, registerDossier, handOff), [
    ...common({ reason: ' ' }),
    completed,
    archived,
    ['dossier.not-holder', saying({ actor: byMember })],
    tooEarly,
    ...recipient('to').slice(0, 3),
    ['unit.unknown', saying({ rightUnit: 'nowhere' })],
    ...recipient('to').slice(3),
    ['recipient.same-holder', saying({ to: toBursar })],
    ['return.never-held-there', saying({ to: { party: officer('chief'), unit: 'vp' } })],
    ['return.right-unit-is-own', saying({ rightUnit: 'stc' })],
  ]);
});

describe('R05 perform a step', () => {
  table(scenario(performStep, registerDossier), [
    malformed,
    blank({ step: ' ' }),
    inFuture,
    unknownActor,
    capacity,
    unregistered,
    completed,
    archived,
    ['unit.unknown', saying({ performer: { party: nobody, unit: 'nowhere' } })],
    ['unit.not-in-office', saying({ performer: { party: nobody, unit: 'former' } })],
    ['step.unit-not-involved', saying({ performer: { party: nobody, unit: 'vp' } })],
    ['step.performer-not-in-unit', saying({ performer: { party: officer('bursar'), unit: 'sxd' } })],
    ['step.performer-not-in-unit', saying({ performer: { party: account('ghost'), unit: 'sxd' } })],
    ['step.recorded-by-other-unit', saying({ actor: actor('bursar', 'stc') })],
  ]);
});

describe('R02 submit', () => {
  table(scenario(submit, registerDossier), [
    ...common({ proposal: '' }),
    completed,
    archived,
    stranger,
    tooEarly,
    ...recipient('to'),
    ['recipient.same-holder', saying({ to: registerDossier.holder })],
    ['submission.not-upward', saying({ to: toBursar })],
  ]);
});

describe('R01 decide', () => {
  table(scenario(decideIt, registerDossier), [
    ...common({ grounds: ' ' }),
    completed,
    archived,
    stranger,
    tooEarly,
    ['decision.grounds-missing', saying({ decision: 'rejected', grounds: null })],
    ['secrecy.subject-forbidden', (given) => secret(saying({ document: product })(given))],
  ]);
});

describe('R23 complete', () => {
  table(scenario(complete, registerDossier), [
    ...common({ product: { ...product, title: ' ' } }),
    ['dossier.completed', history(registerDossier, { ...complete, at: hour(0), outcome: 'refused' })],
    archived,
    stranger,
    tooEarly,
    ['secrecy.subject-forbidden', (given) => secret(saying({ product })(given))],
    ['completion.product-missing', saying({ product: noProduct })],
  ]);
});

describe('R21 correct', () => {
  const namingEvent =
    (correctedEventType: Scenario['correctedEventType'], changes: object) =>
    (given: Scenario): Scenario => ({ ...saying({ changes })(given), correctedEventType });
  table(scenario(correct, registerDossier), [
    ...common({ reason: '' }),
    bystander,
    ['correction.event-unknown', namingEvent(null, { issuer: 'Sở Y tế' })],
    ['correction.field-not-of-event', namingEvent('dossier.handed-off', { issuer: 'Sở Y tế' })],
    ['correction.field-not-of-event', namingEvent('dossier.reopened', { issuer: 'Sở Y tế' })],
    ['correction.changes-nothing', namingEvent('dossier.registered', {})],
    ['correction.approver-is-actor', saying({ approver: officer('member') })],
    ['correction.approver-not-leader', saying({ approver: officer('colleague') })],
    ['secrecy.subject-forbidden', (given) => secret(saying({ changes: { subject: 'Vị trí kho' } })(given))],
    ['deadline.before-received', saying({ changes: { receivedAt: hour(300) } })],
    ['deadline.before-received', saying({ changes: { deadline: hour(-1) } })],
  ]);
});

describe('R24 reopen', () => {
  table(scenario(reopen, registerDossier, complete), [
    ...common({ reason: ' ' }),
    ['dossier.not-closed', history(registerDossier)],
    bystander,
    beforeClosing,
    ...recipient('holder'),
    ['deadline.before-received', saying({ deadline: hour(5) })],
  ]);
});

describe('R21 archive', () => {
  table(scenario(archive, registerDossier, complete), [
    ...common({ fileCode: '' }),
    ['dossier.not-completed', history(registerDossier)],
    ['dossier.archived', history(registerDossier, complete, { ...archive, fileCode: 'other' })],
    stranger,
    beforeClosing,
  ]);
});

it('every dossier refusal is shown above', () => {
  expect(dossierRefusalCodes.filter((code) => !seen.has(code))).toEqual([]);
});
