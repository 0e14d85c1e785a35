import { type Detector, found, incidentOf, limitOf, rulesBinding, type Threshold, unknownParty } from '../finding.ts';
import { factsOf } from '../history.ts';

/** No text gives a number; the default is two working weeks after the receipt. */
export const linkDays: Threshold = { parameter: 'linkWorkingDays', byDefault: 10, unit: 'working-days' };

/**
 * R28 (003 §1a, b): a body that was to execute a directive confirmed its receipt and no task of it was opened
 * there or in a unit below. Bodies named to report to or to know owe nothing (R77).
 */
export const unlinkedDirective: Detector = {
  kind: 'unlinked-directive',
  obligations: ['R28'],
  category: 'directive',
  threshold: linkDays,
  humanFinding: false,
  detect(question) {
    const { history, world, reference, asOf } = question;
    const [issued] = factsOf(history, 'directive.issued');
    if (!issued) return [];
    const { directiveId, recipients } = issued.data;
    const opened = world
      .facts('task', 'task.assigned')
      .filter(({ data }) => data.directiveId === directiveId)
      .flatMap(({ data }) => [data.lead, ...data.coordinators])
      .flatMap((unit) => [unit, ...reference.organisation.superiorsOf(unit)]);
    return recipients.flatMap(({ unit, role }) => {
      const receipt = factsOf(history, 'directive.receipt-confirmed').find(({ data }) => data.unit === unit);
      if (role !== 'execute' || !receipt || opened.includes(unit)) return [];
      const rules = rulesBinding(question, ['R28'], unit, receipt.data.receivedAt);
      const calendar = reference.calendars.for(unit, receipt.data.receivedAt);
      const limit = calendar.addWorkingDays(receipt.data.receivedAt, limitOf(rules, linkDays));
      if (asOf <= limit) return [];
      return found(unlinkedDirective, question, {
        incident: incidentOf(issued, `task-of-${unit}`),
        at: limit,
        since: receipt.data.receivedAt,
        unit,
        performer: unknownParty,
        lines: 'head-only',
        calendar,
        facts: { limit },
        evidence: [issued, receipt],
      });
    });
  },
};
