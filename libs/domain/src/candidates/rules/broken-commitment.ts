import { type Detector, found, incidentOf } from '../finding.ts';
import { factsOf } from '../history.ts';
import { lateIncident, lateTasks, taskOf } from '../late-task.ts';

/** R26 (002 §1c): the milestone promised with a granted extension was not kept. Graver than a plain lateness, and the same incident with it. */
export const brokenCommitment: Detector = {
  kind: 'broken-commitment',
  obligations: ['R26'],
  category: 'task',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const { history } = question;
    const commitments = taskOf(history)?.commitments ?? [];
    return factsOf(history, 'task.commitment-broken').flatMap((broken) => {
      const made = factsOf(history, 'task.commitment-made').find(
        ({ data }) => data.commitmentId === broken.data.commitmentId,
      );
      const { state } = commitments.find(({ commitmentId }) => commitmentId === broken.data.commitmentId) ?? {};
      // Met by what was handed in by then and entered later, or replaced by what the assigner then granted.
      if (!made || state !== 'broken') return [];
      const late = lateTasks(history).findLast(
        ({ begun, passed }) => begun.revision < made.revision && passed.data.dueAt <= broken.data.milestone,
      );
      return found(brokenCommitment, question, {
        incident: late ? lateIncident(question, late) : incidentOf(made, 'commitment'),
        at: broken.data.milestone,
        since: made.occurredAt,
        unit: made.data.unit,
        performer: made.data.madeBy,
        facts: { milestone: broken.data.milestone },
        evidence: [made, broken],
      });
    });
  },
};
