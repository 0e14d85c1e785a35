import { unitsInOfficeObjection, yoursObjection } from '../kernel/case-actor.ts';
import { accept, type Refusal } from '../kernel/decision.ts';
import { firstObjection, objection } from '../kernel/rule.ts';
import { alreadyDone } from './already-done.ts';
import type {
  AddressedCommand,
  AssessQuality,
  AssignDrafter,
  ConfirmDelivery,
  ExtendTerm,
  GiveAnswer,
  MarkUnrelated,
  RemindAddressee,
  ReturnRequest,
  VoidDeemedConsent,
} from './commands.ts';
import { deadlineOf } from './deadline.ts';
import { unless, type ConsultationCode, type ConsultationDecision } from './decision.ts';
import type { OfAddressee } from './judged.ts';
import { passedBefore } from './passing.ts';
import { afterRequest } from './rules/after-request.ts';
import { answeredOnce } from './rules/answered-once.ts';
import { answersToQuestions } from './rules/answers-to-questions.ts';
import { clearStance } from './rules/clear-stance.ts';
import { drafterInUnit } from './rules/drafter-in-unit.ts';
import { entitledSigner } from './rules/entitled-signer.ts';
import { extensionInTime } from './rules/extension-in-time.ts';
import { missedDue } from './rules/late-answer.ts';
import { quotedSentence } from './rules/quoted-sentence.ts';
import { registeredDelivery } from './rules/registered-delivery.ts';
import { rightUnitElsewhere } from './rules/right-unit-elsewhere.ts';
import { stillAsked } from './rules/still-asked.ts';
import { uninvolvedAssessor } from './rules/uninvolved-assessor.ts';
import { voidGroundShown } from './rules/void-ground-shown.ts';
import { whoMayFindUnrelated } from './rules/who-may-find-unrelated.ts';
import { whoMayRemind } from './rules/who-may-remind.ts';
import { whoMayVoid } from './rules/who-may-void.ts';
import { addresseeOf } from './state.ts';
import { stateAfter } from './state-after.ts';

/** The act of the body asked, or of one that took over from it. */
const byAddressee = ({ command, addressee, facts }: OfAddressee): Refusal<ConsultationCode> | null =>
  yoursObjection([addressee.unit], { command, facts });
const byRequester = ({ command, consultation, facts }: OfAddressee): Refusal<ConsultationCode> | null =>
  yoursObjection([consultation.requester], { command, facts });

type Said<C> = Omit<C, 'type' | 'at' | 'actor' | 'consultationId'>;
const said = <C extends AddressedCommand>(command: C): Said<C> => {
  const { type: _type, at: _at, actor: _actor, consultationId: _subject, ...rest } = command;
  return rest;
};

const delivery = (judged: OfAddressee<ConfirmDelivery>): ConsultationDecision =>
  unless(firstObjection([byAddressee, stillAsked], judged) ?? registeredDelivery(judged), () => [
    { type: 'consultation.delivered', version: 1, data: said(judged.command) },
  ]);

const assignment = (judged: OfAddressee<AssignDrafter>): ConsultationDecision =>
  unless(firstObjection([byAddressee, stillAsked, answeredOnce], judged) ?? drafterInUnit(judged), () => [
    { type: 'consultation.assigned', version: 1, data: said(judged.command) },
  ]);

/** In time or late is told by the moment it was given; a deadline passed before it is recorded with it (decision 0065). */
const answer = (judged: OfAddressee<GiveAnswer>): ConsultationDecision => {
  const { command, consultation, addressee, facts } = judged;
  const passed = passedBefore(consultation, addressee, { at: command.at, facts });
  const then = addresseeOf(stateAfter(consultation, passed, judged), addressee.unit) ?? addressee;
  const dueAt = missedDue(then, command.at);
  const asItCame = dueAt !== null || facts.imported;
  const broken =
    firstObjection([byAddressee, afterRequest, stillAsked, answeredOnce], judged) ??
    answersToQuestions(judged) ??
    (asItCame ? null : clearStance(consultation.questions, command.answers)) ??
    entitledSigner(judged);
  return unless(broken, () => [
    ...passed,
    dueAt === null
      ? { type: 'consultation.answered', version: 1, data: said(command) }
      : { type: 'consultation.late-answer-received', version: 1, data: { ...said(command), dueAt } },
  ]);
};

/** A return is no answer: after the deadline it is kept beside what the deadline brought about. */
const giveBack = (judged: OfAddressee<ReturnRequest>): ConsultationDecision => {
  const { command, consultation, addressee, facts } = judged;
  const { rightUnit, at } = command;
  const broken =
    firstObjection([byAddressee, afterRequest, stillAsked, answeredOnce], judged) ??
    rightUnitElsewhere(judged) ??
    unitsInOfficeObjection(rightUnit === null ? [] : [rightUnit], at, facts);
  return unless(broken, () => [
    ...passedBefore(consultation, addressee, { at, facts }),
    { type: 'consultation.returned', version: 1, data: said(command) },
  ]);
};

const extension = (judged: OfAddressee<ExtendTerm>): ConsultationDecision => {
  const { command, consultation, addressee, facts } = judged;
  const { unit, term, reason, at } = command;
  const due = deadlineOf(consultation.requester, term, at, facts);
  const formerDueAt = addressee.deadline?.dueAt ?? due.dueAt;
  return unless(byRequester(judged) ?? extensionInTime(judged, due), () => [
    { type: 'consultation.extended', version: 1, data: { unit, formerDueAt, term, due, reason } },
  ]);
};

const voiding = (judged: OfAddressee<VoidDeemedConsent>): ConsultationDecision => {
  const { command, addressee } = judged;
  const { unit } = addressee;
  const nothing = addressee.status === 'consent-deemed' ? null : objection('consultation.no-deemed-consent', { unit });
  return unless(nothing ?? whoMayVoid(judged) ?? voidGroundShown(judged), () => [
    { type: 'consultation.deemed-consent-voided', version: 1, data: said(command) },
  ]);
};

const reminder = (judged: OfAddressee<RemindAddressee>): ConsultationDecision =>
  unless(whoMayRemind(judged) ?? stillAsked(judged), () => [
    { type: 'consultation.reminded', version: 1, data: { ...said(judged.command), kind: 'manual' } },
  ]);

const unrelated = (judged: OfAddressee<MarkUnrelated>): ConsultationDecision =>
  unless(whoMayFindUnrelated(judged), () => [
    {
      type: 'consultation.addressee-marked-unrelated',
      version: 1,
      data: { ...said(judged.command), assessor: judged.command.actor.party },
    },
  ]);

const assessment = (judged: OfAddressee<AssessQuality>): ConsultationDecision => {
  const assessmentId = String(judged.consultation.assessments.length + 1);
  return unless(byRequester(judged) ?? uninvolvedAssessor(judged) ?? quotedSentence(judged), () => [
    { type: 'consultation.quality-assessed', version: 1, data: { assessmentId, ...said(judged.command) } },
  ]);
};

/** An act on one of the bodies asked. */
export const decideAddressed = ({ command, ...rest }: OfAddressee<AddressedCommand>): ConsultationDecision => {
  if (alreadyDone(command, rest.addressee, rest.consultation.assessments)) return accept();
  switch (command.type) {
    case 'confirm-delivery':
      return delivery({ command, ...rest });
    case 'assign-drafter':
      return assignment({ command, ...rest });
    case 'answer':
      return answer({ command, ...rest });
    case 'return':
      return giveBack({ command, ...rest });
    case 'extend':
      return extension({ command, ...rest });
    case 'void-deemed-consent':
      return voiding({ command, ...rest });
    case 'remind':
      return reminder({ command, ...rest });
    case 'mark-unrelated':
      return unrelated({ command, ...rest });
    case 'assess-quality':
      return assessment({ command, ...rest });
  }
};
