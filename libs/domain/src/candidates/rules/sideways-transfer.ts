import { betweenUnits, dossierCase, unitsOfMove } from '../dossier-case.ts';
import { type Detector, found, incidentOf } from '../finding.ts';
import { arePeers, consensusTried, explained } from '../moves.ts';

/**
 * R04 (001 §1, second dash; 002 §1d): a matter of one's own was handed to a peer. Only where the matrix says
 * that the sender may decide it and the receiver may not; a written direction or a delegation is an
 * exception, so is coordination tried and failed, and what the receiver accepted is none of this.
 */
export const sidewaysTransfer: Detector = {
  kind: 'sideways-transfer',
  obligations: ['R04'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const { authority } = question.reference;
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return dossier.events.filter(betweenUnits).flatMap((move) => {
      const { from, to } = unitsOfMove(move);
      if (move.type !== 'dossier.handed-off' || !arePeers(question.reference, move)) return [];
      const may = (unit: string): boolean | null => authority.may(unit, 'decide', dossier.dossierType, move.occurredAt);
      if (may(from) !== true || may(to) !== false) return [];
      const { ground, answer, lawful, evidence } = explained(dossier, move);
      const tried = ground === 'no-consensus' && consensusTried(dossier, move);
      if (lawful || tried || answer === 'accepted') return [];
      return found(sidewaysTransfer, question, {
        incident: incidentOf(move),
        at: move.occurredAt,
        unit: from,
        performer: move.actor,
        facts: { to, matter: dossier.dossierType, ground },
        evidence: [move, ...evidence],
      });
    });
  },
};
