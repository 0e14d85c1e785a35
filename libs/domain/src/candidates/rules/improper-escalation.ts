import { betweenUnits, dossierCase, unitsOfMove } from '../dossier-case.ts';
import { decimal, type Detector, found, incidentOf } from '../finding.ts';
import { consensusTried, explained } from '../moves.ts';

/**
 * R02 (000 §1; 001 §1, second dash; 002 §1d): a matter within one's own authority was pushed up. Only where
 * the authority matrix says that the submitter was competent that day — where it is silent nobody is
 * charged — and either no ground was stated or the receiver refused it as the submitter's own. What the
 * receiver accepted is no candidate, nor is a written direction from above unless it was refused.
 */
export const improperEscalation: Detector = {
  kind: 'improper-escalation',
  obligations: ['R02'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return dossier.events.filter(betweenUnits).flatMap((move) => {
      if (move.type !== 'dossier.submitted') return [];
      const { from, to } = unitsOfMove(move);
      const { dossierType } = dossier;
      if (question.reference.authority.may(from, 'decide', dossierType, move.occurredAt) !== true) return [];
      const { stated, ground, answer, lawful, evidence } = explained(dossier, move);
      // Tried and failed coordination is a ground even where the submitter forgot to state it.
      const grounded = stated !== null || consensusTried(dossier, move);
      if (answer === 'accepted' || (answer === 'none' && grounded)) return [];
      return found(improperEscalation, question, {
        incident: incidentOf(move),
        at: move.occurredAt,
        unit: from,
        performer: move.actor,
        facts: { to, matter: dossierType, ground, answer },
        evidence: [move, ...evidence],
        mitigations: lawful ? [{ kind: 'direction-from-above', facts: { ground }, evidence: decimal(evidence) }] : [],
      });
    });
  },
};
