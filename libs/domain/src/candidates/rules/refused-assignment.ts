import { type Detector, found, incidentOf } from '../finding.ts';
import { factsOf } from '../history.ts';

/** R36 (002 §1b; Decree 71/2023 art. 1.6): an officer refused a written assignment and has not accepted it since. The head is not asked about it. */
export const refusedAssignment: Detector = {
  kind: 'refused-assignment',
  obligations: ['R36'],
  category: 'office',
  threshold: null,
  humanFinding: true,
  detect(question) {
    const { history } = question;
    return factsOf(history, 'assignment.refused').flatMap((refused) => {
      const { assignmentId, officer, reason } = refused.data;
      const decided = factsOf(history, 'assignment.decided').find(({ data }) => data.assignmentId === assignmentId);
      const accepted = factsOf(history, 'assignment.accepted').some(
        ({ data, revision }) => data.assignmentId === assignmentId && revision > refused.revision,
      );
      if (!decided || accepted) return [];
      return found(refusedAssignment, question, {
        incident: incidentOf(decided),
        at: refused.occurredAt,
        unit: decided.data.unit,
        performer: { kind: 'officer', id: officer },
        lines: 'performer-only',
        facts: { duty: decided.data.duty, reason },
        evidence: [decided, refused],
      });
    });
  },
};
