import { endOfDay, vietnamDayOf } from '../../time/instant.ts';
import { type Detector, found, incidentOf } from '../finding.ts';
import { factsOf } from '../history.ts';

/**
 * R77 (Decree 30/2020 art. 21.2c): receipt of a document is confirmed the day it arrives; what arrives on a
 * day off, the next working day. Only who is to execute it has a duty.
 */
export const lateReceipt: Detector = {
  kind: 'late-receipt',
  obligations: ['R77'],
  category: 'directive',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const [issued] = factsOf(question.history, 'directive.issued');
    if (!issued) return [];
    const executes = issued.data.recipients.filter(({ role }) => role === 'execute').map(({ unit }) => unit);
    return factsOf(question.history, 'directive.receipt-confirmed').flatMap((receipt) => {
      const { unit, receivedAt } = receipt.data;
      const calendar = question.reference.calendars.for(unit, receivedAt);
      const limit = endOfDay(calendar.workingDayFrom(vietnamDayOf(receivedAt)));
      if (!executes.includes(unit) || receipt.occurredAt <= limit) return [];
      return found(lateReceipt, question, {
        incident: incidentOf(receipt),
        at: receipt.occurredAt,
        since: receivedAt,
        unit,
        performer: receipt.actor,
        calendar,
        facts: { limit, confirmedAt: receipt.occurredAt },
        evidence: [issued, receipt],
      });
    });
  },
};
