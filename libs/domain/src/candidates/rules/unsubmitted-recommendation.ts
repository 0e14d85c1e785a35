import { type Detector, found } from '../finding.ts';
import { overdueDraft, overdueRecommendations } from '../overdue-recommendation.ts';

/** R75 (004, category c): the agency did not submit to the committee what is for the committee to decide. */
export const unsubmittedRecommendation: Detector = {
  kind: 'unsubmitted-recommendation',
  obligations: ['R75'],
  category: 'recommendation',
  threshold: null,
  humanFinding: false,
  detect: (question) =>
    overdueRecommendations(question, 'not-submitted').flatMap((overdue) =>
      found(unsubmittedRecommendation, question, overdueDraft(question, overdue)),
    ),
};
