import { unitsInOfficeObjection, yoursObjection } from '../kernel/case-actor.ts';
import type { CaseFacts } from '../kernel/aggregate.ts';
import type { Refusal } from '../kernel/decision.ts';
import { firstObjection, objection } from '../kernel/rule.ts';
import type {
  AssignStep,
  ClaimReason,
  DecideAssignment,
  FirstAct,
  IssueReport,
  LayDownProcedure,
  ProposeReview,
  RecordFinding,
  RecordLeave,
  ReportObstacle,
  ReviewBacklog,
  ReviewRegulation,
} from './commands.ts';
import type { Code, OfficeRule } from './judged.ts';
import { amendmentShown } from './rules/amendment-shown.ts';
import { findingByAPerson } from './rules/finding-by-a-person.ts';
import { findingByTheCompetent } from './rules/finding-by-the-competent.ts';
import { forwardPeriod } from './rules/forward-period.ts';
import { knownConcerns } from './rules/known-concerns.ts';
import { leaderActs } from './rules/leads-unit-or-above.ts';
import { leaveOfAnother } from './rules/leave-of-another.ts';
import { ledgerEvidence } from './rules/ledger-evidence.ts';
import { ownReason } from './rules/own-reason.ts';
import { reportNamesUnits } from './rules/report-names-units.ts';
import { obstacleChannel, reportUpward } from './rules/reported-to-above.ts';
import { stepInOwnUnit } from './rules/step-in-own-unit.ts';
import { stepsNamedOnce } from './rules/steps-named-once.ts';
import { proposersOfTwoUnits } from './rules/proposers-of-two-units.ts';
import { twoProposers } from './rules/two-proposers.ts';

type OfOneUnit = FirstAct & { readonly unit: string };

const inOffice: OfficeRule<OfOneUnit> = ({ command, facts }) =>
  unitsInOfficeObjection([command.unit], command.at, facts);
const ledBy: OfficeRule<OfOneUnit> = ({ command, facts }) => leaderActs(command.unit, command, facts);
const knownOfficer: OfficeRule<{ readonly officer: string }> = ({ command: { officer }, facts }) =>
  facts.imported || facts.reference.organisation.knowsOfficer(officer)
    ? null
    : objection('case.officer-unknown', { officer });

/* The order of each list is the precedence of its refusals: the units, who acts, then what is said. */
const obstacleRules: readonly OfficeRule<ReportObstacle>[] = [
  ({ command, facts }) => unitsInOfficeObjection([command.unit, command.channel], command.at, facts),
  ({ command, facts }) => yoursObjection([command.unit], { command, facts }),
  ({ command, facts }) => obstacleChannel(command.channel, command.unit, facts),
  ({ command }) => knownConcerns(command.concerns),
];
const procedureRules: readonly OfficeRule<LayDownProcedure>[] = [inOffice, ledBy, stepsNamedOnce];
const stepRules: readonly OfficeRule<AssignStep>[] = [
  inOffice,
  ledBy,
  ({ command }) => forwardPeriod(command.from, command.to),
  stepInOwnUnit,
];
const regulationRules: readonly OfficeRule<ReviewRegulation>[] = [inOffice, ledBy, amendmentShown];
const backlogRules: readonly OfficeRule<ReviewBacklog>[] = [inOffice, ledBy];
const assignmentRules: readonly OfficeRule<DecideAssignment>[] = [
  inOffice,
  ledBy,
  ({ command }) => forwardPeriod(command.effectiveFrom, null),
  knownOfficer,
];
const leaveRules: readonly OfficeRule<RecordLeave>[] = [
  inOffice,
  ({ command, facts }) =>
    yoursObjection([command.unit, ...facts.reference.organisation.superiorsOf(command.unit)], { command, facts }),
  ({ command }) => forwardPeriod(command.from, command.to),
  knownOfficer,
  leaveOfAnother,
];
const reasonRules: readonly OfficeRule<ClaimReason>[] = [ownReason, ({ command }) => ledgerEvidence(command.evidence)];
const findingRules: readonly OfficeRule<RecordFinding>[] = [findingByAPerson, findingByTheCompetent];
const reportRules: readonly OfficeRule<IssueReport>[] = [
  ({ command, facts }) => unitsInOfficeObjection([command.unit, command.to], command.at, facts),
  ({ command, facts }) => yoursObjection([command.unit], { command, facts }),
  ({ command, facts }) => reportUpward(command.to, command.unit, facts),
  reportNamesUnits,
];
const reviewRules: readonly OfficeRule<ProposeReview>[] = [
  ({ command, facts }) => unitsInOfficeObjection([command.subject.unit], command.at, facts),
  twoProposers,
  proposersOfTwoUnits,
  ({ command }) => ledgerEvidence(command.evidence),
];

/** What stands against beginning a record with this act; null when nothing does. */
export const beginningObjection = (command: FirstAct, facts: CaseFacts): Refusal<Code> | null => {
  switch (command.type) {
    case 'report-obstacle':
      return firstObjection(obstacleRules, { command, facts });
    case 'lay-down-procedure':
      return firstObjection(procedureRules, { command, facts });
    case 'assign-step':
      return firstObjection(stepRules, { command, facts });
    case 'review-regulation':
      return firstObjection(regulationRules, { command, facts });
    case 'review-backlog':
      return firstObjection(backlogRules, { command, facts });
    case 'decide-assignment':
      return firstObjection(assignmentRules, { command, facts });
    case 'record-leave':
      return firstObjection(leaveRules, { command, facts });
    case 'claim-reason':
      return firstObjection(reasonRules, { command, facts });
    case 'record-finding':
      return firstObjection(findingRules, { command, facts });
    case 'issue-report':
      return firstObjection(reportRules, { command, facts });
    case 'propose-review':
      return firstObjection(reviewRules, { command, facts });
  }
};
