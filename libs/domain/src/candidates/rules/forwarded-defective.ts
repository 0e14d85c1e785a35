import { dossierCase } from '../dossier-case.ts';
import { type Detector, found, incidentOf } from '../finding.ts';

/** R22 (001 §3, third dash): the gate forwarded what it had itself found defective; that is the gate's own answer to give. */
export const forwardedDefective: Detector = {
  kind: 'forwarded-defective',
  obligations: ['R22'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    return (dossierCase(question.history)?.events ?? []).flatMap((event) =>
      event.type === 'submission.forwarded' && event.data.defects.length > 0
        ? found(forwardedDefective, question, {
            incident: incidentOf(event),
            at: event.occurredAt,
            unit: event.unit,
            performer: event.actor,
            facts: { submitter: event.data.submitter, defects: event.data.defects.length },
            evidence: [event],
          })
        : [],
    );
  },
};
