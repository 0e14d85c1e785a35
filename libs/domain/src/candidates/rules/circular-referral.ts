import type { UnitId } from '../../kernel/event.ts';
import { betweenUnits, dossierCase, unitsOfMove } from '../dossier-case.ts';
import { type Detector, found, incidentOf, limitOf, type Question, rulesBinding, type Threshold } from '../finding.ts';
import type { CaseFact, FactOf } from '../history.ts';

/** Moves between units without anybody acting on the substance. */
export const referralHops: Threshold = { parameter: 'maxHops', byDefault: 5, unit: 'moves' };

/** Acts on the substance; receiving, assigning and passing on are not. */
const substance = new Set([
  'dossier.step-performed',
  'dossier.decided',
  'dossier.completed',
  'coordination.attempted',
  'submission.checked',
  'supplement.requested',
  'escalation.refused',
  'escalation.accepted',
]);

type Move = FactOf<'dossier.handed-off'> | FactOf<'dossier.returned'> | FactOf<'dossier.submitted'>;

/** Stretches of moves between units with no act on the substance inside. */
const circulations = (events: readonly CaseFact[]): readonly (readonly Move[])[] => {
  const stretches: Move[][] = [[]];
  for (const event of events) {
    if (substance.has(event.type) || event.type === 'dossier.reopened') stretches.push([]);
    else if (betweenUnits(event)) stretches.at(-1)?.push(event);
  }
  return stretches;
};

/** A unit above gives work down: a direction, no referral. */
const handsDown = ({ reference }: Question, { from, to }: { from: UnitId; to: UnitId }): boolean =>
  reference.organisation.superiorsOf(to).includes(from);

/** The move that closes the circle or goes beyond the limit. A return never does: it undoes a move. */
const closingMove = (question: Question, moves: readonly Move[]): Move | null => {
  const visited = new Set<UnitId>();
  let hops = 0;
  for (const move of moves) {
    const { from, to } = unitsOfMove(move);
    visited.add(from);
    if (move.type === 'dossier.returned' || handsDown(question, { from, to })) continue;
    hops += 1;
    const maxHops = limitOf(rulesBinding(question, ['R10'], from, move.occurredAt), referralHops);
    if (visited.has(to) || hops > maxHops) return move;
    visited.add(to);
  }
  return null;
};

/**
 * By competence: who was not competent, or passed it to who was, did right; where the matrix is silent no
 * person is named.
 */
const linesOf = ({ reference }: Question, move: Move, matter: string) => {
  const { from, to } = unitsOfMove(move);
  const may = (unit: UnitId): boolean | null => reference.authority.may(unit, 'advise', matter, move.occurredAt);
  const competent = may(from);
  if (competent === false || may(to) === true) return null;
  return competent === null ? 'unit-only' : 'performer-and-head';
};

/**
 * R10 (003 §1h): a matter goes round in circles: it comes to a unit for the second time, or through more
 * units than allowed, and nobody has acted on it. Returns do not count. Who was competent needs a finding.
 */
export const circularReferral: Detector = {
  kind: 'circular-referral',
  obligations: ['R10'],
  category: 'dossier',
  threshold: referralHops,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return circulations(dossier.events).flatMap((moves) => {
      const closing = closingMove(question, moves);
      if (!closing) return [];
      const { from, to } = unitsOfMove(closing);
      const lines = linesOf(question, closing, dossier.dossierType);
      if (lines === null) return [];
      const until = moves.slice(0, moves.indexOf(closing) + 1);
      return found(circularReferral, question, {
        incident: incidentOf(closing),
        at: closing.occurredAt,
        unit: from,
        performer: closing.actor,
        lines,
        facts: { to, moves: until.length },
        evidence: until,
      });
    });
  },
};
