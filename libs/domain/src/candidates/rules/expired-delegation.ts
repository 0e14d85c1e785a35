import { dossierCase } from '../dossier-case.ts';
import { type Detector, found, incidentOf } from '../finding.ts';

const acts = new Set(['dossier.decided', 'dossier.completed', 'dossier.submitted', 'submission.forwarded']);

/**
 * R09 (003 §1b; Decree 30/2020 art. 13.3): somebody acted "by delegation" when none to them was in force —
 * it had run out, or its revocation was entered later. Another system's log is not asked: its delegations
 * are not in the ledger.
 */
export const expiredDelegation: Detector = {
  kind: 'expired-delegation',
  obligations: ['R09'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const { organisation } = question.reference;
    return (dossierCase(question.history)?.events ?? []).flatMap((event) => {
      const { actor, unit, occurredAt, capacity } = event;
      if (capacity !== 'by-delegation' || !acts.has(event.type) || event.provenance.kind === 'import') return [];
      if (actor.kind !== 'officer' || unit === null) return [];
      if (organisation.delegationsTo(actor.id, unit, occurredAt).length > 0) return [];
      return found(expiredDelegation, question, {
        incident: incidentOf(event),
        at: occurredAt,
        unit,
        performer: actor,
        facts: { act: event.type },
        evidence: [event],
      });
    });
  },
};
