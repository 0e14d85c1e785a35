import { dossierCase, holdingIncident, unitsOfMove } from '../dossier-case.ts';
import { type Detector, found } from '../finding.ts';
import { returnsOf } from './late-return.ts';

/**
 * R06: what IS one's function was sent back as if it were not. A prompt return is never a fault (handbook,
 * decision 6): who is wrong about the function may be wrong in good faith once. It becomes a question when
 * the return came late, or when the same unit sent the same dossier back again after it had been sent
 * there anew (decision 0074).
 */
export const returnOfOwnFunction: Detector = {
  kind: 'return-of-own-function',
  obligations: ['R06'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    const returns = returnsOf(question, dossier);
    return returns.flatMap(({ move, hold, limit }) => {
      const unit = unitsOfMove(move).from;
      if (question.reference.authority.may(unit, 'advise', dossier.dossierType, move.occurredAt) !== true) return [];
      const earlier = returns.filter(
        (other) => other.move.revision < move.revision && unitsOfMove(other.move).from === unit,
      );
      if (move.occurredAt <= limit && earlier.length === 0) return [];
      return found(returnOfOwnFunction, question, {
        incident: holdingIncident(hold),
        at: move.occurredAt,
        since: hold.began,
        unit,
        performer: move.actor,
        facts: { matter: dossier.dossierType, earlierReturns: earlier.length, reason: move.data.reason },
        evidence: [...earlier.map((other) => other.move), hold.beganBy, move],
      });
    });
  },
};
