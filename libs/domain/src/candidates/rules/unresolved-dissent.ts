import { betweenUnits, dossierCase, unitsOfMove, type DossierCase } from '../dossier-case.ts';
import { type Detector, found, incidentOf } from '../finding.ts';
import type { CaseFact, FactOf } from '../history.ts';
import { consensusTried, groundOf } from '../moves.ts';

const openBefore = ({ events }: DossierCase, move: CaseFact): readonly FactOf<'dissent.recorded'>[] => {
  const open = new Map<string, FactOf<'dissent.recorded'>>();
  for (const event of events) {
    if (event.revision >= move.revision) break;
    if (event.type === 'dissent.recorded') open.set(event.data.dissentId, event);
    if (event.type === 'dissent.resolved') open.delete(event.data.dissentId);
  }
  return [...open.values()];
};

/**
 * R20 (001 §1, fourth dash): the submitting body reaches agreement before it submits. Filed with dissent open
 * and without the ground of R07 — coordination tried and failed — it is a question to the submitter, never
 * to the body that dissented.
 */
export const unresolvedDissent: Detector = {
  kind: 'unresolved-dissent',
  obligations: ['R20'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return dossier.events.filter(betweenUnits).flatMap((move) => {
      if (move.type !== 'dossier.submitted') return [];
      const dissents = openBefore(dossier, move);
      const stated = groundOf(dossier, move);
      const grounded = consensusTried(dossier, move) || (stated !== null && stated.data.ground !== 'no-consensus');
      if (dissents.length === 0 || grounded) return [];
      return found(unresolvedDissent, question, {
        incident: incidentOf(move),
        at: move.occurredAt,
        unit: unitsOfMove(move).from,
        performer: move.actor,
        facts: { openDissents: dissents.length },
        evidence: [...dissents, move],
      });
    });
  },
};
