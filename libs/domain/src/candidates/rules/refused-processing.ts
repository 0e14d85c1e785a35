import { dossierCase } from '../dossier-case.ts';
import { type Detector, found, incidentOf } from '../finding.ts';

/** R64 (003 §1g): a holder refused to process, as somebody recorded it with the reason given. */
export const refusedProcessing: Detector = {
  kind: 'refused-processing',
  obligations: ['R64'],
  category: 'dossier',
  threshold: null,
  humanFinding: true,
  detect(question) {
    return (dossierCase(question.history)?.events ?? []).flatMap((event) =>
      event.type === 'processing.refused'
        ? found(refusedProcessing, question, {
            incident: incidentOf(event),
            at: event.occurredAt,
            unit: event.data.unit,
            performer: event.data.recordedFor,
            facts: { reason: event.data.reason },
            evidence: [event],
          })
        : [],
    );
  },
};
