import { unitsInOfficeObjection, yoursObjection } from '../kernel/case-actor.ts';
import { accept, refuse } from '../kernel/decision.ts';
import { objection } from '../kernel/rule.ts';
import { readdressedSo, settledSo, withdrawnSo } from './already-done.ts';
import type {
  AssessmentCommand,
  ContestAssessment,
  ReaddressRequest,
  SettleAssessment,
  WithdrawRequest,
} from './commands.ts';
import { deadlineOf } from './deadline.ts';
import { unless, type ConsultationDecision } from './decision.ts';
import { withdrawable } from './evolve.ts';
import type { Judged } from './judged.ts';
import { passedBefore } from './passing.ts';
import { deadlineAhead } from './rules/deadline-ahead.ts';
import { fairSettlement } from './rules/fair-settlement.ts';
import { openAssessment } from './rules/open-assessment.ts';
import { successorAddressed } from './rules/successor-addressed.ts';
import { addresseeOf, type Assessment } from './state.ts';
import { stateAfter } from './state-after.ts';

/** Takes the request from one body, or from all that have not answered. What has fallen due by then stays. */
export const decideWithdrawal = (judged: Judged<WithdrawRequest>): ConsultationDecision => {
  const { command, consultation, facts } = judged;
  const { unit, reason, at } = command;
  const stranger = yoursObjection([consultation.requester], { command, facts });
  if (stranger) return { accepted: false, refusal: stranger };
  if (unit !== null && addresseeOf(consultation, unit) === null) return refuse('consultation.not-addressed', { unit });
  if (withdrawnSo(command, consultation.addressees)) return accept();
  const meant = consultation.addressees.filter((addressee) => unit === null || addressee.unit === unit);
  const passed = meant.flatMap((addressee) => passedBefore(consultation, addressee, { at, facts }));
  const left = stateAfter(consultation, passed, { command, facts }).addressees.filter(
    (addressee) => (unit === null || addressee.unit === unit) && withdrawable.includes(addressee.status),
  );
  if (left.length === 0) return refuse('consultation.nothing-to-withdraw', { unit: unit ?? '' });
  return accept(...passed, { type: 'consultation.withdrawn', version: 1, data: { unit, reason } });
};

export const decideReaddressing = (judged: Judged<ReaddressRequest>): ConsultationDecision => {
  const { command, consultation, facts } = judged;
  const { from, to, reason, at } = command;
  const addressee = addresseeOf(consultation, from);
  const stranger = yoursObjection([consultation.requester], { command, facts });
  if (stranger) return { accepted: false, refusal: stranger };
  if (addressee === null) return refuse('consultation.not-addressed', { unit: from });
  if (readdressedSo(command, consultation.addressees)) return accept();
  const term = command.term ?? consultation.term;
  if (term === null) return refuse('consultation.no-deadline', { unit: from });
  const due = deadlineOf(consultation.requester, term, at, facts);
  const broken =
    successorAddressed({ ...judged, addressee }) ??
    unitsInOfficeObjection([to], at, facts) ??
    (facts.imported ? null : deadlineAhead(due, at));
  return unless(broken, () => [
    { type: 'consultation.readdressed', version: 1, data: { from, to, term, due, reason } },
  ]);
};

const contested = (judged: Judged<ContestAssessment>, assessment: Assessment): ConsultationDecision => {
  const { command, facts } = judged;
  const { assessmentId, statement } = command;
  const { unit } = assessment;
  return unless(yoursObjection([unit], { command, facts }) ?? openAssessment(judged, assessment), () => [
    { type: 'consultation.assessment-contested', version: 1, data: { assessmentId, unit, statement } },
  ]);
};

const settled = (judged: Judged<SettleAssessment>, assessment: Assessment): ConsultationDecision => {
  const { assessmentId, outcome, reason } = judged.command;
  const { unit } = assessment;
  return unless(fairSettlement(judged, assessment), () => [
    { type: 'consultation.assessment-settled', version: 1, data: { assessmentId, unit, outcome, reason } },
  ]);
};

export const decideAssessment = ({ command, ...rest }: Judged<AssessmentCommand>): ConsultationDecision => {
  const { assessmentId } = command;
  const assessment = rest.consultation.assessments.find((known) => known.assessmentId === assessmentId);
  if (assessment === undefined) {
    const unknown = objection('consultation.assessment-unknown', { assessment: assessmentId });
    return { accepted: false, refusal: unknown };
  }
  if (settledSo(command, assessment)) return accept();
  return command.type === 'contest-assessment'
    ? contested({ command, ...rest }, assessment)
    : settled({ command, ...rest }, assessment);
};
