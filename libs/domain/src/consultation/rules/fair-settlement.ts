import { same } from '../../kernel/same.ts';
import { objection } from '../../kernel/rule.ts';
import type { SettleAssessment } from '../commands.ts';
import type { Judged } from '../judged.ts';
import type { Assessment } from '../state.ts';
import { aboveSides } from './above-both-sides.ts';

/** Working days that the body assessed has to answer before the assessment may be confirmed against it; parameter `contestWorkingDays` of R16. */
const defaultContestWorkingDays = 5;

/**
 * An assessment is settled by somebody above both sides who did not make it (R16: confirmed by the Office or the
 * Inspectorate), and is confirmed only when the body assessed has spoken or had its time to (handbook, Fairness
 * 2 and 11). Its silence admits nothing; it ends the waiting.
 */
export const fairSettlement = (judged: Judged<SettleAssessment>, assessment: Assessment) => {
  const { command, consultation, facts } = judged;
  const { assessmentId, actor, at, outcome } = command;
  if (assessment.settled !== null) return objection('consultation.assessment-settled', { assessment: assessmentId });
  if (facts.imported) return null;
  if (same(assessment.by, actor.party)) return objection('consultation.settler-assessed', { assessment: assessmentId });
  const notAbove = aboveSides([consultation.requester, assessment.unit], judged);
  if (notAbove !== null) return notAbove;
  if (outcome === 'set-aside' || assessment.contested !== null) return null;
  const days = facts.reference.rulebook.rule('R16', assessment.unit, at)?.parameters['contestWorkingDays'];
  const until = facts.reference.calendars
    .for(assessment.unit, facts.now)
    .addWorkingDays(assessment.recordedAt, typeof days === 'number' ? days : defaultContestWorkingDays);
  return at > until ? null : objection('consultation.time-to-contest', { assessment: assessmentId, until });
};
