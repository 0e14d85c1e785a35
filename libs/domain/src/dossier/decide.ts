import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import { firstObjection, type Rule } from '../kernel/rule.ts';
import { filledTexts } from '../kernel/rules/filled-texts.ts';
import { notInFuture } from '../kernel/rules/not-in-future.ts';
import { wellFormedMoments } from '../kernel/rules/well-formed-moments.ts';
import type { DossierRefusalCode } from '../refusals.ts';
import { alreadyDone } from './already-done.ts';
import type {
  ArchiveDossier,
  AssignDossier,
  CompleteDossier,
  CorrectDossier,
  CustodyMoveCommand,
  DecideDossier,
  DossierCommand,
  HandOffDossier,
  LaterCommand,
  PerformStep,
  RegisterDossier,
  ReopenDossier,
  ReturnDossier,
  SubmitDossier,
} from './commands.ts';
import type { DossierEvent } from './events.ts';
import type { DossierState } from './evolve.ts';
import type { DossierFacts } from './facts.ts';
import type { InOffice, Intake, Judged } from './judged.ts';
import { outcomeOf, saidBy } from './outcome.ts';
import { anotherHolder } from './rules/another-holder.ts';
import { approverLeads } from './rules/approver-leads.ts';
import { capacityHeld } from './rules/capacity-held.ts';
import { closedBeforeReopening } from './rules/closed-before-reopening.ts';
import { competentToDirect } from './rules/competent-to-direct.ts';
import { correctionChangesSomething } from './rules/correction-changes-something.ts';
import { correctionOfOwnEvent } from './rules/correction-of-own-event.ts';
import { deadlineAfterReceipt } from './rules/deadline-after-receipt.ts';
import { dueAfterAct } from './rules/due-after-act.ts';
import { finishedBeforeArchive } from './rules/finished-before-archive.ts';
import { fitRecipient } from './rules/fit-recipient.ts';
import { groundsForRefusal } from './rules/grounds-for-refusal.ts';
import { holderActs } from './rules/holder-acts.ts';
import { involvedPerformer } from './rules/involved-performer.ts';
import { knownActor } from './rules/known-actor.ts';
import { momentWithinCustody } from './rules/moment-within-custody.ts';
import { namedResponsible } from './rules/named-responsible.ts';
import { personActs } from './rules/person-acts.ts';
import { productNamed } from './rules/product-named.ts';
import { receivingUnitConfirms } from './rules/receiving-unit-confirms.ts';
import { returnToFormerHolder } from './rules/return-to-former-holder.ts';
import { rightUnitIsAnother } from './rules/right-unit-is-another.ts';
import { secondPairOfEyes } from './rules/second-pair-of-eyes.ts';
import { secretKeepsNoSubject } from './rules/secret-keeps-no-subject.ts';
import { secretReference } from './rules/secret-reference.ts';
import { stillOpen } from './rules/still-open.ts';
import { subjectNamed } from './rules/subject-named.ts';
import { unitsInOffice } from './rules/units-in-office.ts';
import { upwardSubmission } from './rules/upward-submission.ts';

type Code = DossierRefusalCode;
type Rules<C extends DossierCommand> = readonly Rule<Judged<C>, Code>[];

/** A rule about people, offices or completeness: asked of acts entered here, not of another system's log (decision 0012). */
const entered =
  <C extends DossierCommand>(rule: Rule<InOffice<Judged<C>>, Code>): Rule<Judged<C>, Code> =>
  (judged) =>
    judged.facts.imported ? null : rule({ ...judged, organisation: judged.facts.organisation });

const enteredAnew =
  <C extends DossierCommand>(rule: Rule<InOffice<Intake<C>>, Code>): Rule<Intake<C>, Code> =>
  (judged) =>
    judged.facts.imported ? null : rule({ ...judged, organisation: judged.facts.organisation });

/*
 * The order of each list is the precedence of its refusals: is the act well said, may this actor act at
 * all — here a repeated act is recognised and accepted as nothing — does the dossier's state allow it,
 * may this actor do it, is its object fit.
 */
const wellSaid: readonly Rule<Intake, Code>[] = [wellFormedMoments, filledTexts, notInFuture];
const actorMayAct: readonly Rule<Intake, Code>[] = [
  enteredAnew(knownActor),
  enteredAnew(personActs),
  enteredAnew(capacityHeld),
];

const keepsSecret: Rule<Judged, Code> = ({ command, dossier }) =>
  secretKeepsNoSubject(command, dossier.current.secrecy);

const registerRules: readonly Rule<Intake<RegisterDossier>, Code>[] = [
  enteredAnew(unitsInOffice),
  enteredAnew(fitRecipient),
  ({ command }) => secretKeepsNoSubject(command, command.secrecy),
  secretReference,
  enteredAnew(subjectNamed),
  enteredAnew(({ command }) => deadlineAfterReceipt(command.deadline, command.receivedAt)),
];

const moveRules: Rules<CustodyMoveCommand> = [
  stillOpen,
  entered(holderActs),
  entered(momentWithinCustody),
  entered(unitsInOffice),
  entered(fitRecipient),
  anotherHolder,
];
const handOffRules: Rules<HandOffDossier> = [...moveRules, entered(dueAfterAct)];
const returnRules: Rules<ReturnDossier> = [...moveRules, entered(returnToFormerHolder), rightUnitIsAnother];
const submitRules: Rules<SubmitDossier> = [...moveRules, entered(upwardSubmission)];

const assignRules: Rules<AssignDossier> = [
  stillOpen,
  entered(competentToDirect),
  entered(unitsInOffice),
  entered(namedResponsible),
  entered(dueAfterAct),
];
const confirmReceiptRules: Rules<DossierCommand> = [
  stillOpen,
  entered(receivingUnitConfirms),
  entered(momentWithinCustody),
];
const performStepRules: Rules<PerformStep> = [stillOpen, entered(unitsInOffice), entered(involvedPerformer)];
const decideRules: Rules<DecideDossier> = [
  stillOpen,
  entered(holderActs),
  entered(momentWithinCustody),
  entered(groundsForRefusal),
  keepsSecret,
];
const completeRules: Rules<CompleteDossier> = [
  stillOpen,
  entered(holderActs),
  entered(momentWithinCustody),
  keepsSecret,
  entered(productNamed),
];

const correctRules: Rules<CorrectDossier> = [
  entered(competentToDirect),
  correctionOfOwnEvent,
  correctionChangesSomething,
  secondPairOfEyes,
  entered(approverLeads),
  keepsSecret,
  entered(({ command: { changes }, dossier: { current } }) =>
    deadlineAfterReceipt(
      changes.deadline === undefined ? current.deadline : changes.deadline,
      changes.receivedAt ?? current.receivedAt,
    ),
  ),
];
const reopenRules: Rules<ReopenDossier> = [
  closedBeforeReopening,
  entered(competentToDirect),
  entered(momentWithinCustody),
  entered(unitsInOffice),
  entered(fitRecipient),
  entered(({ command }) => deadlineAfterReceipt(command.deadline, command.at)),
];
const archiveRules: Rules<ArchiveDossier> = [finishedBeforeArchive, entered(holderActs), entered(momentWithinCustody)];

const objectionTo = ({ command, ...rest }: Judged<LaterCommand>): Refusal<Code> | null => {
  switch (command.type) {
    case 'assign':
      return firstObjection(assignRules, { command, ...rest });
    case 'hand-off':
      return firstObjection(handOffRules, { command, ...rest });
    case 'confirm-receipt':
      return firstObjection(confirmReceiptRules, { command, ...rest });
    case 'return':
      return firstObjection(returnRules, { command, ...rest });
    case 'perform-step':
      return firstObjection(performStepRules, { command, ...rest });
    case 'submit':
      return firstObjection(submitRules, { command, ...rest });
    case 'decide':
      return firstObjection(decideRules, { command, ...rest });
    case 'complete':
      return firstObjection(completeRules, { command, ...rest });
    case 'correct':
      return firstObjection(correctRules, { command, ...rest });
    case 'reopen':
      return firstObjection(reopenRules, { command, ...rest });
    case 'archive':
      return firstObjection(archiveRules, { command, ...rest });
  }
};

export type DossierDecision = Decision<DossierEvent, DossierRefusalCode>;
const refused = (refusal: Refusal<Code>): DossierDecision => ({ accepted: false, refusal });

const decideRegistration = (command: RegisterDossier, state: DossierState, facts: DossierFacts): DossierDecision => {
  if (state.status !== 'unregistered') {
    const { dossierId } = state;
    return alreadyDone(command, state) ? accept() : refuse('dossier.already-registered', { dossier: dossierId });
  }
  const broken = firstObjection(registerRules, { command, facts });
  return broken ? refused(broken) : accept({ type: 'dossier.registered', version: 1, data: saidBy(command) });
};

/** Judges one command against a dossier. Pure; gather `facts` with `factsFor` or, for a foreign log, `importedFacts`. */
export const decide = (command: DossierCommand, state: DossierState, facts: DossierFacts): DossierDecision => {
  const early = firstObjection([...wellSaid, ...actorMayAct], { command, facts });
  if (early) return refused(early);
  if (command.type === 'register') return decideRegistration(command, state, facts);
  if (state.status === 'unregistered') return refuse('dossier.not-registered');
  if (alreadyDone(command, state)) return accept();
  const broken = objectionTo({ command, dossier: state, facts });
  return broken ? refused(broken) : accept(outcomeOf(command, state));
};
