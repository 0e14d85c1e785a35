import { unitsInOfficeObjection } from '../kernel/case-actor.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { Refusal } from '../kernel/decision.ts';
import { keeperOf } from '../dossier/evolve.ts';
import { firstObjection, type Rule } from '../kernel/rule.ts';
import type { DossierRefusalCode } from '../refusals.ts';
import type {
  AcceptEscalation,
  CheckSubmission,
  FailConsensus,
  IssueApology,
  NoteCommand,
  PassReviewLevel,
  RecordCoordination,
  RecordDissent,
  RecordObjection,
  RefuseProcessing,
  RequestSupplement,
  ResolveDissent,
} from './commands.ts';
import { holderAnswers, holdingUnitActs, holdingUnitOr, withinCustody } from './holding-side.ts';
import type { Submitted } from './judged.ts';
import type { SubmissionRefusalCode } from './refusals.ts';
import { coordinationWithOthers } from './rules/coordination-with-others.ts';
import { dissentOfAnother } from './rules/dissent-of-another.ts';
import { dissentStillOpen } from './rules/dissent-still-open.ts';
import { escalationToAnswer } from './rules/escalation-to-answer.ts';
import { evidenceOfFailedConsensus } from './rules/evidence-of-failed-consensus.ts';
import { freeNumber } from './rules/free-number.ts';
import { newAppointmentAhead } from './rules/new-appointment-ahead.ts';
import { officeGate } from './rules/office-gate.ts';
import { personOfUnit } from './rules/person-of-unit.ts';
import { somethingNamed } from './rules/something-named.ts';

type Code = DossierRefusalCode | CaseRefusalCode | SubmissionRefusalCode;
type Rules<C extends NoteCommand> = readonly Rule<Submitted<C>, Code>[];

/*
 * Who may act, then whether there is anything to act on, then whether what is said is fit. The order of each list
 * is the precedence of its refusals.
 */
const coordination: Rules<RecordCoordination> = [
  holdingUnitActs,
  somethingNamed,
  ({ command, facts }) => unitsInOfficeObjection(command.units, command.heldAt, facts),
  coordinationWithOthers,
  freeNumber,
];
/** Said by the unit that disagrees, or for it by the unit that has the dossier. */
const dissent: Rules<RecordDissent> = [
  holdingUnitOr<RecordDissent>(({ command }) => [command.unit]),
  ({ command, facts }) => unitsInOfficeObjection([command.unit], command.at, facts),
  dissentOfAnother,
  freeNumber,
];
const resolution: Rules<ResolveDissent> = [
  dissentStillOpen,
  holdingUnitOr<ResolveDissent>(({ command, submission }) => [
    submission.dissents.find(({ dissentId }) => dissentId === command.dissentId)?.unit ?? null,
  ]),
];
const failure: Rules<FailConsensus> = [
  holdingUnitActs,
  ({ command, submission }) => evidenceOfFailedConsensus(command, submission),
];
const acceptance: Rules<AcceptEscalation> = [holderAnswers, withinCustody, escalationToAnswer];
const check: Rules<CheckSubmission> = [holdingUnitActs, withinCustody, officeGate, somethingNamed];
const review: Rules<PassReviewLevel> = [holdingUnitActs, personOfUnit];
const supplement: Rules<RequestSupplement> = [holdingUnitActs, somethingNamed];
const apology: Rules<IssueApology> = [holdingUnitActs, newAppointmentAhead];
/** Recorded where it happened, or by a unit above that met with it. */
const refusal: Rules<RefuseProcessing> = [
  holdingUnitOr<RefuseProcessing>(({ dossier, facts }) =>
    facts.reference.organisation.superiorsOf(keeperOf(dossier).unit ?? ''),
  ),
  personOfUnit,
];
/** By whoever had to carry the order out: the units that have or had the dossier, and those assigned to it. */
const objection: Rules<RecordObjection> = [
  holdingUnitOr<RecordObjection>(({ dossier }) => [
    ...dossier.formerUnits,
    dossier.assignment?.leadUnit ?? null,
    ...(dossier.assignment?.coordinators ?? []),
  ]),
  personOfUnit,
];

/** The rules of an act that leaves custody where it is. */
export const noteRules = ({ command, ...rest }: Submitted<NoteCommand>): Refusal<Code> | null => {
  switch (command.type) {
    case 'record-coordination':
      return firstObjection(coordination, { command, ...rest });
    case 'record-dissent':
      return firstObjection(dissent, { command, ...rest });
    case 'resolve-dissent':
      return firstObjection(resolution, { command, ...rest });
    case 'fail-consensus':
      return firstObjection(failure, { command, ...rest });
    case 'accept-escalation':
      return firstObjection(acceptance, { command, ...rest });
    case 'check-submission':
      return firstObjection(check, { command, ...rest });
    case 'pass-review-level':
      return firstObjection(review, { command, ...rest });
    case 'request-supplement':
      return firstObjection(supplement, { command, ...rest });
    case 'issue-apology':
      return firstObjection(apology, { command, ...rest });
    case 'refuse-processing':
      return firstObjection(refusal, { command, ...rest });
    case 'record-objection':
      return firstObjection(objection, { command, ...rest });
  }
};
