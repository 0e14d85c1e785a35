import { type Detector, found, incidentOf, limitOf, rulesBinding } from '../finding.ts';
import { factsOf } from '../history.ts';
import { returnDays } from './late-return.ts';

/** R06 (001 §1, second dash; telegram 280/2023): a request for an opinion not in one's function goes back at once; here it was kept first. */
export const lateReturnOfRequest: Detector = {
  kind: 'late-return',
  obligations: ['R06'],
  category: 'consultation',
  threshold: returnDays,
  humanFinding: false,
  detect(question) {
    const [request] = factsOf(question.history, 'consultation.requested');
    if (!request) return [];
    return factsOf(question.history, 'consultation.returned').flatMap((returned) => {
      const { unit } = returned.data;
      const delivered = factsOf(question.history, 'consultation.delivered').findLast(
        (event) => event.data.unit === unit && event.revision < returned.revision,
      );
      if (!delivered) return [];
      const { registeredAt } = delivered.data;
      const calendar = question.reference.calendars.for(unit, returned.occurredAt);
      const rules = rulesBinding(question, ['R06'], unit, returned.occurredAt);
      const limit = calendar.addWorkingDays(registeredAt, limitOf(rules, returnDays));
      if (returned.occurredAt <= limit) return [];
      return found(lateReturnOfRequest, question, {
        incident: incidentOf(request, `opinion-of-${unit}`),
        at: returned.occurredAt,
        since: registeredAt,
        unit,
        performer: returned.actor,
        calendar,
        facts: { limit, workingDays: calendar.workingDaysBetween(registeredAt, returned.occurredAt) },
        evidence: [delivered, returned],
      });
    });
  },
};
