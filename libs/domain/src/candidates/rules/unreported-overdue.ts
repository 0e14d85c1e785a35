import { type Detector, found, incidentOf, limitOf, rulesBinding, type Threshold, unknownParty } from '../finding.ts';
import { vietnamDayOf } from '../../time/instant.ts';
import { lateTasks } from '../late-task.ts';

/** "Kịp thời báo cáo": the letters give no number; the default is the week in which it became known. */
export const reportDays: Threshold = { parameter: 'reportWithinWorkingDays', byDefault: 5, unit: 'working-days' };

/**
 * R29 (003 §3; 001 §3, first dash): the Office that gave out the task did not report the body in arrears.
 * Asked only where the Office itself is the assigner: then it is certain whose watch it was.
 */
export const unreportedOverdue: Detector = {
  kind: 'unreported-overdue',
  obligations: ['R29'],
  category: 'task',
  threshold: reportDays,
  humanFinding: false,
  detect(question) {
    const { reference, world, asOf } = question;
    return lateTasks(question.history).flatMap(({ assigned, begun, passed }) => {
      const { assigner, lead } = assigned.data;
      if (reference.organisation.unit(assigner)?.unitKind !== 'province-office') return [];
      const calendar = reference.calendars.for(assigner, passed.data.dueAt);
      const rules = rulesBinding(question, ['R29'], assigner, passed.data.dueAt);
      const limit = calendar.addWorkingDays(passed.data.dueAt, limitOf(rules, reportDays));
      const delivered = question.history.events.some(
        ({ type, revision, occurredAt }) =>
          type === 'task.product-submitted' && revision > begun.revision && occurredAt <= limit,
      );
      const reported = world
        .facts('office', 'report.issued')
        .some(
          ({ data, occurredAt }) =>
            data.kind === 'overdue' &&
            data.unit === assigner &&
            data.named.includes(lead) &&
            data.periodTo >= vietnamDayOf(passed.data.dueAt) &&
            occurredAt <= limit,
        );
      if (asOf <= limit || delivered || reported) return [];
      return found(unreportedOverdue, question, {
        incident: incidentOf(begun, 'unreported'),
        at: limit,
        since: passed.data.dueAt,
        unit: assigner,
        performer: unknownParty,
        lines: 'head-only',
        calendar,
        facts: { lead, dueAt: passed.data.dueAt, limit },
        evidence: [passed],
      });
    });
  },
};
