import type { DossierCommand, ReturnDossier, SubmitDossier } from '../dossier/commands.ts';
import { decide as decideCustody } from '../dossier/decide.ts';
import { factsFor, importedFacts, type DossierFacts } from '../dossier/facts.ts';
import { stillOpen } from '../dossier/rules/still-open.ts';
import type { DossierStreamEvent } from '../events.ts';
import { caseActObjection } from '../kernel/case-actor.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import { firstObjection, type Rule } from '../kernel/rule.ts';
import { filledTexts } from '../kernel/rules/filled-texts.ts';
import { notInFuture } from '../kernel/rules/not-in-future.ts';
import { wellFormedMoments } from '../kernel/rules/well-formed-moments.ts';
import type { DossierRefusalCode } from '../refusals.ts';
import { alreadyDone } from './already-done.ts';
import type {
  AnsweringMove,
  DossierStreamCommand,
  EscalatingMove,
  ForwardSubmission,
  NoteCommand,
  RefuseEscalation,
  ReturnSubmission,
  SubmissionCommand,
} from './commands.ts';
import type { SubmissionEvent } from './events.ts';
import { atGate, isForwarding } from './gate.ts';
import type { StreamFacts, Submitted } from './judged.ts';
import { noteRules } from './note-rules.ts';
import { forwardingOf, noteOf, statementOf } from './outcome.ts';
import type { SubmissionRefusalCode } from './refusals.ts';
import { backToSubmitter } from './rules/back-to-submitter.ts';
import { checkedBeforeForwarding } from './rules/checked-before-forwarding.ts';
import { consensusBeforeSubmission } from './rules/consensus-before-submission.ts';
import { escalationToAnswer } from './rules/escalation-to-answer.ts';
import { forwardedOutside } from './rules/forwarded-outside.ts';
import { groundForCentre } from './rules/ground-for-centre.ts';
import { groundForEscalation } from './rules/ground-for-escalation.ts';
import { groundForTransfer } from './rules/ground-for-transfer.ts';
import { noTitleOfSecret } from './rules/no-title-of-secret.ts';
import { officeGate } from './rules/office-gate.ts';
import { somethingNamed } from './rules/something-named.ts';
import { supportedGround } from './rules/supported-ground.ts';
import type { StreamState } from './stream.ts';

export type StreamRefusalCode = DossierRefusalCode | CaseRefusalCode | SubmissionRefusalCode;
export type StreamDecision = Decision<DossierStreamEvent, StreamRefusalCode>;

/** Rules of content are not asked of another system's log (decision 0012). */
const entered =
  <C extends SubmissionCommand | EscalatingMove>(rule: Rule<Submitted<C>, StreamRefusalCode>) =>
  (judged: Submitted<C>): Refusal<StreamRefusalCode> | null =>
    judged.facts.imported ? null : rule(judged);

/*
 * The order of each list is the precedence of its refusals. Custody is asked first, by its own decider: who may
 * not move the dossier at all is told so before anything about grounds.
 */
const moveRules: readonly Rule<Submitted<EscalatingMove>, StreamRefusalCode>[] = [
  noTitleOfSecret,
  entered(supportedGround),
  entered(groundForEscalation),
  entered(groundForCentre),
  entered(groundForTransfer),
  entered(consensusBeforeSubmission),
  entered(checkedBeforeForwarding),
];
const refusalRules: readonly Rule<Submitted<RefuseEscalation>, StreamRefusalCode>[] = [
  stillOpen,
  escalationToAnswer,
  backToSubmitter,
];
const returnRules: readonly Rule<Submitted<ReturnSubmission>, StreamRefusalCode>[] = [
  stillOpen,
  officeGate,
  backToSubmitter,
  somethingNamed,
];
const forwardRules: readonly Rule<Submitted<ForwardSubmission>, StreamRefusalCode>[] = [
  stillOpen,
  officeGate,
  forwardedOutside,
  entered(checkedBeforeForwarding),
];

const refused = (refusal: Refusal<StreamRefusalCode>): StreamDecision => ({ accepted: false, refusal });

const custodyFacts = (command: DossierCommand, { dossier }: StreamState, facts: StreamFacts): DossierFacts => {
  const { now, imported, correctedEventType, reference } = facts;
  return imported
    ? { ...importedFacts(now), correctedEventType }
    : factsFor(reference.organisation, { command, state: dossier, now, correctedEventType });
};

const judgeCustody = (command: DossierCommand, state: StreamState, facts: StreamFacts): StreamDecision =>
  decideCustody(command, state.dossier, custodyFacts(command, state, facts));

/** The Office's submission on its way up, whatever the move is called: null when this is none. */
const forwardingIn = (judged: Submitted<EscalatingMove>): SubmissionEvent | null => {
  const gate = atGate(judged);
  return gate !== null && judged.submission.check !== null && isForwarding(judged)
    ? forwardingOf(judged.submission, gate.submitter, judged.command.to)
    : null;
};

const decideMove = (command: EscalatingMove, state: StreamState, facts: StreamFacts): StreamDecision => {
  const early = firstObjection([wellFormedMoments, filledTexts, notInFuture], { command, facts });
  if (early) return refused(early);
  const { ground = null, ...move } = command;
  const custody = judgeCustody(move, state, facts);
  const { dossier, submission } = state;
  if (!custody.accepted || custody.events.length === 0 || dossier.status === 'unregistered') return custody;
  const judged = { command, dossier, submission, facts };
  const broken = firstObjection(moveRules, judged);
  if (broken) return refused(broken);
  const forwarding = forwardingIn(judged);
  return accept<DossierStreamEvent>(
    ...(forwarding ? [forwarding] : []),
    ...custody.events,
    ...(ground ? [statementOf(judged, ground)] : []),
  );
};

/** Back to the submitter, as a return under the rules of custody. */
const goingBack = ({ command, submission }: Submitted<RefuseEscalation | ReturnSubmission>): ReturnDossier => {
  const to = command.to ?? submission.passing?.from;
  if (!to) throw new Error('nothing was passed here: no rule lets this act pass');
  const reason = command.type === 'refuse-escalation' ? command.reason : command.defects.join('; ');
  const { at, actor, basis } = command;
  return {
    type: 'return',
    at,
    actor,
    to,
    reason,
    basis,
    rightUnit: command.type === 'refuse-escalation' ? to.unit : null,
  };
};

const goingUp = ({ at, actor, to, proposal, basis }: ForwardSubmission): SubmitDossier => ({
  type: 'submit',
  at,
  actor,
  to,
  proposal,
  basis,
});

type Answered = { readonly first: SubmissionEvent; readonly move: DossierCommand };

const answerOf = (judged: Submitted<AnsweringMove>): Answered | Refusal<StreamRefusalCode> => {
  const { command, submission, ...rest } = judged;
  const submitter = submission.passing?.from.unit ?? '';
  switch (command.type) {
    case 'refuse-escalation': {
      const broken = firstObjection(refusalRules, { command, submission, ...rest });
      if (broken) return broken;
      const { reason, basis } = command;
      const data = { unit: submission.passing?.unit ?? '', submitter, reason, basis };
      return {
        first: { type: 'escalation.refused', version: 1, data },
        move: goingBack({ command, submission, ...rest }),
      };
    }
    case 'return-submission': {
      const broken = firstObjection(returnRules, { command, submission, ...rest });
      if (broken) return broken;
      const data = { submitter, defects: command.defects, basis: command.basis };
      return {
        first: { type: 'submission.returned', version: 1, data },
        move: goingBack({ command, submission, ...rest }),
      };
    }
    case 'forward-submission': {
      const broken = firstObjection(forwardRules, { command, submission, ...rest });
      return broken ?? { first: forwardingOf(submission, submitter, command.to), move: goingUp(command) };
    }
  }
};

/** What is said and the move that goes with it are recorded in one append, or neither is. */
const decideAnswer = (judged: Submitted<AnsweringMove>, state: StreamState, facts: StreamFacts): StreamDecision => {
  const answer = answerOf(judged);
  if ('code' in answer) return refused(answer);
  const custody = judgeCustody(answer.move, state, facts);
  return custody.accepted ? accept<DossierStreamEvent>(answer.first, ...custody.events) : custody;
};

const decideNote = (judged: Submitted<NoteCommand>): StreamDecision => {
  const broken = firstObjection<Submitted<NoteCommand>, StreamRefusalCode>([stillOpen, noteRules], judged);
  return broken ? refused(broken) : accept(noteOf(judged));
};

const isAnswer = (command: SubmissionCommand): command is AnsweringMove =>
  command.type === 'refuse-escalation' || command.type === 'return-submission' || command.type === 'forward-submission';

const decideSubmission = (command: SubmissionCommand, state: StreamState, facts: StreamFacts): StreamDecision => {
  const early = caseActObjection({ command, facts });
  if (early) return refused(early);
  const { dossier, submission } = state;
  if (dossier.status === 'unregistered') return refuse('dossier.not-registered');
  const judged = { dossier, submission, facts };
  if (alreadyDone({ command, ...judged })) return accept();
  const secret = noTitleOfSecret({ command, dossier });
  if (secret) return refused(secret);
  return isAnswer(command) ? decideAnswer({ command, ...judged }, state, facts) : decideNote({ command, ...judged });
};

const submissionActs: ReadonlySet<string> = new Set<SubmissionCommand['type']>([
  'record-coordination',
  'record-dissent',
  'resolve-dissent',
  'fail-consensus',
  'accept-escalation',
  'refuse-escalation',
  'check-submission',
  'return-submission',
  'forward-submission',
  'pass-review-level',
  'request-supplement',
  'issue-apology',
  'refuse-processing',
  'record-objection',
]);
const isSubmission = (command: DossierStreamCommand): command is SubmissionCommand => submissionActs.has(command.type);
const isMove = (command: DossierStreamCommand): command is EscalatingMove =>
  command.type === 'submit' || command.type === 'hand-off';

/** Judges any command in the stream of a dossier. Custody is judged by its own decider alone, never twice over. Pure. */
export const decideOnDossier = (
  command: DossierStreamCommand,
  state: StreamState,
  facts: StreamFacts,
): StreamDecision => {
  if (isSubmission(command)) return decideSubmission(command, state, facts);
  return isMove(command) ? decideMove(command, state, facts) : judgeCustody(command, state, facts);
};
