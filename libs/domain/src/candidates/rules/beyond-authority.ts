import type { Mitigation } from '../candidate.ts';
import { dossierCase, holdOf, type DossierCase } from '../dossier-case.ts';
import { type Detector, found, incidentOf, type Question } from '../finding.ts';
import type { FactOf } from '../history.ts';
import { groundOf, lawfulException } from '../moves.ts';

/** A written delegation by a competent unit, in force at that moment, or a stated direction with its document. */
const isException = ({ reference }: Question, dossier: DossierCase, decided: FactOf<'dossier.decided'>): boolean => {
  const { actor, occurredAt } = decided;
  const competent = reference.authority
    .holders(dossier.dossierType, occurredAt)
    .filter(({ power }) => power === 'decide');
  const delegated =
    actor.kind === 'officer' &&
    competent.some(({ unitId }) => reference.authority.delegated(actor.id, unitId, dossier.dossierType, occurredAt));
  const hold = holdOf(dossier, decided);
  return delegated || (hold !== null && lawfulException(groundOf(dossier, hold.beganBy)));
};

/** The competent unit itself brought the matter up to the one above it: the decision was asked for, not taken. */
const broughtUp = ({ reference }: Question, dossier: DossierCase, decided: FactOf<'dossier.decided'>): boolean => {
  const beganBy = holdOf(dossier, decided)?.beganBy;
  const giver = beganBy?.type === 'dossier.submitted' ? beganBy.data.from?.unit : null;
  if (!beganBy || giver == null || decided.unit === null) return false;
  return (
    reference.organisation.superiorsOf(giver).includes(decided.unit) &&
    reference.authority.may(giver, 'decide', dossier.dossierType, beganBy.occurredAt) === true
  );
};

/** A unit above, or the competent one, passed it to this unit: it did not take the matter by itself. */
const handedDown = (
  { reference }: Question,
  dossier: DossierCase,
  decided: FactOf<'dossier.decided'>,
): Mitigation[] => {
  const beganBy = holdOf(dossier, decided)?.beganBy;
  const giver = beganBy?.type === 'dossier.handed-off' ? beganBy.data.from?.unit : null;
  if (!beganBy || giver == null || decided.unit === null) return [];
  const above = reference.organisation.superiorsOf(decided.unit).includes(giver);
  const competent = reference.authority.may(giver, 'decide', dossier.dossierType, beganBy.occurredAt) === true;
  return above || competent
    ? [{ kind: 'direction-from-above', facts: { from: giver }, evidence: [String(beganBy.position)] }]
    : [];
};

/**
 * R05 (001 §1, second dash; 002 §1d): a unit decided what the matrix gives to another, without a delegation or
 * written direction in force. What the competent unit submits to the one above it, that one may decide. Sending a draft back for changes decides nothing.
 */
export const beyondAuthority: Detector = {
  kind: 'beyond-authority',
  obligations: ['R05'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return dossier.events.flatMap((event) => {
      if (event.type !== 'dossier.decided' || event.data.decision === 'amend' || event.unit === null) return [];
      const { dossierType } = dossier;
      if (question.reference.authority.may(event.unit, 'decide', dossierType, event.occurredAt) !== false) return [];
      if (isException(question, dossier, event) || broughtUp(question, dossier, event)) return [];
      return found(beyondAuthority, question, {
        incident: incidentOf(event),
        at: event.occurredAt,
        unit: event.unit,
        performer: event.actor,
        facts: { matter: dossierType, decision: event.data.decision },
        evidence: [event],
        mitigations: handedDown(question, dossier, event),
      });
    });
  },
};
