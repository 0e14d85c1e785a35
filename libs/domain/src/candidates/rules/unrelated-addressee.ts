import { type Detector, found, incidentOf } from '../finding.ts';
import { factsOf } from '../history.ts';

/** R14 (003 §1d): a named person marked a body that was asked as not concerned. A question to the requester. */
export const unrelatedAddressee: Detector = {
  kind: 'unrelated-addressee',
  obligations: ['R14'],
  category: 'consultation',
  threshold: null,
  humanFinding: true,
  detect(question) {
    const [request] = factsOf(question.history, 'consultation.requested');
    if (!request) return [];
    return factsOf(question.history, 'consultation.addressee-marked-unrelated').flatMap((marked) =>
      marked.data.assessor.kind === 'officer'
        ? found(unrelatedAddressee, question, {
            incident: incidentOf(request, 'request'),
            at: request.occurredAt,
            unit: request.data.requester,
            performer: request.data.signature.signer,
            facts: { body: marked.data.unit, reason: marked.data.reason },
            evidence: [request, marked],
          })
        : [],
    );
  },
};
