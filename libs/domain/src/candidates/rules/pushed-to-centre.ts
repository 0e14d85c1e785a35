import { provinceLeft } from '../../organisation/own-province.ts';
import { betweenUnits, dossierCase, unitsOfMove } from '../dossier-case.ts';
import { type Detector, found, incidentOf } from '../finding.ts';
import { explained } from '../moves.ts';

/**
 * R03 (000 §1): a matter that the province may decide itself was passed to the central level. Only where the
 * authority matrix gives it to the province that day, and either no obstacle beyond the province was stated
 * or the central level found it to be the province's own. What was accepted there is no candidate. Asked of the
 * unit that turned to the centre; who advised the committee to do so stands in no event, so nobody is asked for that.
 */
export const pushedToCentre: Detector = {
  kind: 'improper-escalation',
  obligations: ['R03'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    const { organisation, authority } = question.reference;
    return (dossier?.events ?? []).filter(betweenUnits).flatMap((move) => {
      if (!dossier || move.type !== 'dossier.submitted') return [];
      const { from, to } = unitsOfMove(move);
      const province = provinceLeft(organisation, { from, to });
      if (province === null || authority.may(province, 'decide', dossier.dossierType, move.occurredAt) !== true)
        return [];
      const { stated, ground, answer, evidence } = explained(dossier, move);
      if (answer === 'accepted' || (answer === 'none' && stated !== null)) return [];
      return found(pushedToCentre, question, {
        incident: incidentOf(move),
        at: move.occurredAt,
        unit: from,
        performer: move.actor,
        facts: { to, matter: dossier.dossierType, ground, answer },
        evidence: [move, ...evidence],
      });
    });
  },
};
