import type { Reference } from '../reference.ts';
import { unitsOfMove, type DossierCase } from './dossier-case.ts';
import type { CaseFact, FactOf } from './history.ts';

/** The ground stated for a move: it stands right after the move it explains, before the dossier moves again. */
export const groundOf = (dossier: DossierCase, move: CaseFact): FactOf<'escalation.stated'> | null => {
  for (const event of dossier.events) {
    if (event.revision <= move.revision) continue;
    if (event.type === 'escalation.stated') return event;
    if (movesCustody(event)) return null;
  }
  return null;
};

export const movesCustody = (event: CaseFact): boolean =>
  ['dossier.handed-off', 'dossier.returned', 'dossier.submitted', 'dossier.reopened'].includes(event.type);

type Answered = 'accepted' | 'refused' | null;

/** What the receiver found about the escalation: accepted, or refused as within the submitter's own authority. */
const answerTo = (dossier: DossierCase, move: CaseFact): { answer: Answered; by: CaseFact | null } => {
  for (const event of dossier.events) {
    if (event.revision <= move.revision) continue;
    if (event.type === 'escalation.accepted') return { answer: 'accepted', by: event };
    if (event.type === 'escalation.refused') return { answer: 'refused', by: event };
    if (movesCustody(event)) return { answer: null, by: null };
  }
  return { answer: null, by: null };
};

/** A direction counts as lawful only with the document that gives it, a delegation only when it is named. */
export const lawfulException = (stated: FactOf<'escalation.stated'> | null): boolean =>
  (stated?.data.ground === 'direction' && stated.data.direction !== null) ||
  (stated?.data.ground === 'delegation' && stated.data.delegationId !== null);

/** Coordination was tried before the move, and a body's dissent or the failure of consensus is on file. */
export const consensusTried = (dossier: DossierCase, move: CaseFact): boolean => {
  const before = dossier.events.filter(({ revision }) => revision < move.revision);
  return (
    before.some(({ type }) => type === 'coordination.attempted') &&
    before.some(({ type }) => type === 'dissent.recorded' || type === 'consensus.failed')
  );
};

/** Neither stands above the other nor succeeds it: a committee giving work to its department does not push it sideways. */
export const arePeers = ({ organisation }: Reference, move: FactOf<'dossier.handed-off'>): boolean => {
  const { from, to } = unitsOfMove(move);
  const above = organisation.superiorsOf(from);
  const office = organisation.unit(to);
  const receivesForAbove =
    office?.unitKind === 'province-office' && office.parent !== null && above.includes(office.parent);
  return !(
    above.includes(to) ||
    organisation.superiorsOf(to).includes(from) ||
    organisation.successorsOf(from, move.occurredAt).includes(to) ||
    receivesForAbove
  );
};

/** What a move says for itself and what the receiver found: all that the detectors of escalation ask. */
export type Explained = {
  readonly stated: FactOf<'escalation.stated'> | null;
  readonly ground: string;
  readonly answer: 'accepted' | 'refused' | 'none';
  readonly lawful: boolean;
  /** The statement and the answer, where there are any. */
  readonly evidence: readonly CaseFact[];
};

export const explained = (dossier: DossierCase, move: CaseFact): Explained => {
  const stated = groundOf(dossier, move);
  const { answer, by } = answerTo(dossier, move);
  return {
    stated,
    ground: stated?.data.ground ?? 'none',
    answer: answer ?? 'none',
    lawful: lawfulException(stated),
    evidence: [stated, by].filter((event) => event !== null),
  };
};
