import { betweenUnits, dossierCase, unitsOfMove } from '../dossier-case.ts';
import { type Detector, found, incidentOf, type Question } from '../finding.ts';
import type { DossierCase } from '../dossier-case.ts';
import type { FactOf } from '../history.ts';
import { consensusTried, explained, groundOf } from '../moves.ts';

/** What the stated ground lacks; null when the file bears it out, or the matrix cannot tell. */
const lacks = (
  { reference }: Question,
  dossier: DossierCase,
  move: FactOf<'dossier.submitted'>,
): 'coordination' | 'competence-elsewhere' | null => {
  const ground = groundOf(dossier, move)?.data.ground;
  if (ground === 'no-consensus') return consensusTried(dossier, move) ? null : 'coordination';
  if (ground !== 'beyond-authority') return null;
  const competent = reference.authority.may(unitsOfMove(move).from, 'decide', dossier.dossierType, move.occurredAt);
  return competent === true ? 'competence-elsewhere' : null;
};

/**
 * R07 (002 §1d): a submission states a ground that the file does not bear out: "no consensus" without an
 * attempt and a dissent on file, "beyond authority" against the authority matrix of that day.
 */
export const unsupportedEscalation: Detector = {
  kind: 'unsupported-escalation',
  obligations: ['R07'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return dossier.events.filter(betweenUnits).flatMap((move) => {
      if (move.type !== 'dossier.submitted') return [];
      const { stated, answer } = explained(dossier, move);
      const missing = lacks(question, dossier, move);
      if (stated === null || missing === null || answer === 'accepted') return [];
      const { from, to } = unitsOfMove(move);
      return found(unsupportedEscalation, question, {
        incident: incidentOf(move),
        at: move.occurredAt,
        unit: from,
        performer: move.actor,
        facts: { to, ground: stated.data.ground, missing },
        evidence: [move, stated],
      });
    });
  },
};
