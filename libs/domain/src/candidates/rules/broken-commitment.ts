import { type Detector, found, incidentOf, type Question } from '../finding.ts';
import { factsOf, type FactOf } from '../history.ts';
import { lateIncident, lateTasks } from '../late-task.ts';

type Broken = FactOf<'task.commitment-broken'>;

/** Handed in by the milestone though recorded later, or promised no more because the assigner put something else in its place. */
const released = ({ history }: Question, { data }: Broken): boolean =>
  history.events.some(
    (event) =>
      (event.type === 'task.product-submitted' && event.occurredAt <= data.milestone) ||
      (event.type === 'task.withdrawal-granted' && event.occurredAt <= data.milestone),
  );

/** R26 (002 §1c): the milestone promised with a granted extension was not kept. Graver than a plain lateness, and the same incident with it. */
export const brokenCommitment: Detector = {
  kind: 'broken-commitment',
  obligations: ['R26'],
  category: 'task',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const { history } = question;
    return factsOf(history, 'task.commitment-broken').flatMap((broken) => {
      const made = factsOf(history, 'task.commitment-made').find(
        ({ data }) => data.commitmentId === broken.data.commitmentId,
      );
      if (!made || released(question, broken)) return [];
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
