import { objection } from '../../kernel/rule.ts';
import type { ContestAssessment } from '../commands.ts';
import type { Judged } from '../judged.ts';
import type { Assessment } from '../state.ts';

/** The body assessed answers an assessment once, before it is settled (handbook, Fairness 2; R16, R74). */
export const openAssessment = ({ command: { assessmentId } }: Judged<ContestAssessment>, assessment: Assessment) => {
  if (assessment.settled !== null) return objection('consultation.assessment-settled', { assessment: assessmentId });
  return assessment.contested === null
    ? null
    : objection('consultation.assessment-contested', { assessment: assessmentId });
};
