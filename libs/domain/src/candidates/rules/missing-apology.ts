import { dossierCase, holdAt, holdingIncident } from '../dossier-case.ts';
import { type Detector, found } from '../finding.ts';

/**
 * R62 (003 §1g; Decree 61/2018): a citizen's result came late and no slip of apology with a new date had been
 * given. Asked only where papers were requested of the citizen: otherwise the ledger cannot tell a citizen's
 * dossier from one between offices. The same incident as the passed deadline.
 */
export const missingApology: Detector = {
  kind: 'missing-apology',
  obligations: ['R62'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier || !dossier.events.some(({ type }) => type === 'supplement.requested')) return [];
    const apologies = dossier.events.filter(({ type }) => type === 'apology.issued');
    return dossier.terms.flatMap(({ deadline, completed }, term) => {
      if (deadline === null || completed === null || completed.occurredAt <= deadline) return [];
      const hold = holdAt(dossier, deadline);
      const asked = apologies.some(({ revision }) => revision < completed.revision);
      if (hold?.term !== term || asked) return [];
      return found(missingApology, question, {
        incident: holdingIncident(hold),
        at: completed.occurredAt,
        since: deadline,
        unit: completed.data.holder.unit,
        performer: completed.data.holder.party,
        facts: { deadline, completedAt: completed.occurredAt },
        evidence: [completed],
      });
    });
  },
};
