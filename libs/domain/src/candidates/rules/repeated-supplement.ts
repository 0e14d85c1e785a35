import { dossierCase } from '../dossier-case.ts';
import { type Detector, found, incidentOf, limitOf, rulesBinding, type Threshold } from '../finding.ts';

/** Papers may be asked of the citizen once (Decree 61/2018, as remembered). */
export const supplementsAllowed: Threshold = { parameter: 'supplementsAllowed', byDefault: 1, unit: 'requests' };

/** R62 (003 §1g; 002 §1đ): the citizen was asked for more papers again. */
export const repeatedSupplement: Detector = {
  kind: 'repeated-supplement',
  obligations: ['R62'],
  category: 'dossier',
  threshold: supplementsAllowed,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    const requests = (dossier?.events ?? []).filter(({ type }) => type === 'supplement.requested');
    return requests.flatMap((event, index) => {
      const rules = rulesBinding(question, ['R62'], event.unit, event.occurredAt);
      if (index + 1 <= limitOf(rules, supplementsAllowed)) return [];
      return found(repeatedSupplement, question, {
        incident: incidentOf(event),
        at: event.occurredAt,
        unit: event.unit,
        performer: event.actor,
        facts: { requests: index + 1 },
        evidence: requests.slice(0, index + 1),
      });
    });
  },
};
