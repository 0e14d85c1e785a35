import { dossierCase, type DossierCase } from '../dossier-case.ts';
import { type Detector, found, incidentOf, unknownParty } from '../finding.ts';
import type { FactOf } from '../history.ts';

/** How many returns by the gate it takes: the first is what the gate is for. */
const repeated = 2;

/** The last submission by that unit before the gate sent it back. */
const submissionBefore = ({ events }: DossierCase, returned: FactOf<'submission.returned'>) =>
  events.findLast(
    (event): event is FactOf<'dossier.submitted'> =>
      event.type === 'dossier.submitted' &&
      event.revision < returned.revision &&
      event.data.from?.unit === returned.data.submitter,
  ) ?? null;

/** R22 (001 §3, third dash): the Office sent the same submission back for defects again. */
export const defectiveSubmission: Detector = {
  kind: 'defective-submission',
  obligations: ['R22'],
  category: 'dossier',
  threshold: null,
  humanFinding: true,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    const returns = dossier.events.filter(
      (event): event is FactOf<'submission.returned'> => event.type === 'submission.returned',
    );
    return returns.flatMap((event) => {
      const same = returns.filter(
        ({ data, revision }) => data.submitter === event.data.submitter && revision <= event.revision,
      );
      if (same.length < repeated) return [];
      const submitted = submissionBefore(dossier, event);
      return found(defectiveSubmission, question, {
        incident: incidentOf(event),
        at: event.occurredAt,
        unit: event.data.submitter,
        performer: submitted?.actor ?? unknownParty,
        facts: { returns: same.length, defects: event.data.defects.length },
        evidence: [...same, ...(submitted ? [submitted] : [])],
      });
    });
  },
};
