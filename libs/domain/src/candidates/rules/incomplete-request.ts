import { type Detector, found, incidentOf } from '../finding.ts';
import { factsOf } from '../history.ts';

/** R13 (001 §1, third dash): the request did not state its questions or the deadline; nobody owed an answer to it. */
export const incompleteRequest: Detector = {
  kind: 'incomplete-request',
  obligations: ['R13'],
  category: 'consultation',
  threshold: null,
  humanFinding: false,
  detect: (question) =>
    factsOf(question.history, 'consultation.requested').flatMap((request) =>
      request.data.defects.length === 0
        ? []
        : found(incompleteRequest, question, {
            incident: incidentOf(request, 'request'),
            at: request.occurredAt,
            unit: request.data.requester,
            performer: request.data.signature.signer,
            facts: { defects: request.data.defects.join(', ') },
            evidence: [request],
          }),
    ),
};
