import { type Detector, found, incidentOf, limitOf, rulesBinding } from '../finding.ts';
import { factsOf } from '../history.ts';
import { overdueDraft, overdueRecommendations } from '../overdue-recommendation.ts';
import { reportDays } from './unreported-overdue.ts';

/**
 * R72 (004 ¶5): the central level did not settle a recommendation in time and its sender did not report that
 * upward. The sender's own delay, which speaks for an agency, is the very thing asked about here.
 */
export const unreportedRecommendation: Detector = {
  kind: 'unreported-recommendation',
  obligations: ['R72'],
  category: 'recommendation',
  threshold: reportDays,
  humanFinding: false,
  detect(question) {
    const { history, reference, asOf } = question;
    return overdueRecommendations(question, 'no-reply').flatMap((overdue) => {
      const { sender, to } = overdue.sent.data;
      const { dueAt } = overdue.overdue.data;
      const calendar = reference.calendars.for(sender, dueAt);
      const limit = calendar.addWorkingDays(dueAt, limitOf(rulesBinding(question, ['R72'], sender, dueAt), reportDays));
      const settled = ['recommendation.reported-up', 'recommendation.settled', 'recommendation.answered'] as const;
      const done = settled.some((type) => factsOf(history, type).some(({ occurredAt }) => occurredAt <= limit));
      if (to.level !== 'central' || asOf <= limit || done) return [];
      return found(unreportedRecommendation, question, {
        ...overdueDraft(question, overdue),
        incident: incidentOf(overdue.sent, 'report-up'),
        unit: sender,
        at: limit,
        since: dueAt,
        calendar,
        facts: { dueAt, limit },
        mitigations: [],
      });
    });
  },
};
