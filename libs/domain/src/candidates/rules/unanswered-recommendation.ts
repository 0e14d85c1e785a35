import { type Detector, found } from '../finding.ts';
import { overdueDraft, overdueRecommendations } from '../overdue-recommendation.ts';

/** R73 (004, category a): an agency of the province gave no written reply to a recommendation in time. */
export const unansweredRecommendation: Detector = {
  kind: 'unanswered-recommendation',
  obligations: ['R73'],
  category: 'recommendation',
  threshold: null,
  humanFinding: false,
  detect: (question) =>
    overdueRecommendations(question, 'no-reply').flatMap((overdue) =>
      found(unansweredRecommendation, question, overdueDraft(question, overdue)),
    ),
};
