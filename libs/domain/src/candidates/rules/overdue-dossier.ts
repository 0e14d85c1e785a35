import type { Mitigation } from '../candidate.ts';
import { dossierCase, handlerOf, holdAt, holdingIncident, type DossierCase, type Hold } from '../dossier-case.ts';
import { decimal, type Detector, found, type Question } from '../finding.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Instant } from '../../kernel/event.ts';
import { factsOf, type CaseFact } from '../history.ts';
import { missedOpinions } from '../missed-opinion.ts';

/** A deadline of the law that ended while somebody held the dossier unfinished. */
export type Passed = { readonly hold: Hold; readonly deadline: Instant; readonly decided: boolean };

/** The deadlines passed by the moment asked about, each laid at the door of who held the dossier just then, and of nobody later. */
export const deadlinesPassed = ({ asOf }: Pick<Question, 'asOf'>, dossier: DossierCase): readonly Passed[] =>
  dossier.terms.flatMap(({ deadline, completed }, term) => {
    if (deadline === null || deadline >= asOf || (completed !== null && completed.occurredAt <= deadline)) return [];
    const hold = holdAt(dossier, deadline);
    if (hold?.term !== term) return [];
    const decided = dossier.events.some(
      (event) =>
        event.type === 'dossier.decided' &&
        event.data.decision !== 'amend' &&
        event.occurredAt <= deadline &&
        event.occurredAt >= hold.began,
    );
    return [{ hold, deadline, decided }];
  });

type Share = 'own' | 'before' | 'between';

/** Whose time a hold was, as the unit that held at the deadline sees it; null when it lies outside that term. */
const shareOf = (dossier: DossierCase, { hold, deadline }: Passed, each: Hold): Share | null => {
  if (each.term !== hold.term || each.began >= deadline) return null;
  if (each.holder.unit === hold.holder.unit) return 'own';
  const first = dossier.holds.find(({ holder, term }) => holder.unit === hold.holder.unit && term === hold.term);
  return first && each.began < first.began ? 'before' : 'between';
};

/** Office time that other units had the dossier between its arrival in the ledger and the deadline. */
const upstream = (dossier: DossierCase, passed: Passed, calendar: WorkingCalendar): Mitigation[] => {
  const { deadline } = passed;
  const ms: Record<Share, number> = { own: 0, before: 0, between: 0 };
  const others: CaseFact[] = [];
  for (const each of dossier.holds) {
    const share = shareOf(dossier, passed, each);
    if (share === null) continue;
    ms[share] += calendar.workingMs(each.began, each.ended === null || each.ended > deadline ? deadline : each.ended);
    if (share !== 'own') others.push(each.beganBy);
  }
  const days = (time: number): number => Math.round((time / calendar.dailyMs) * 10) / 10;
  const facts = { own: days(ms.own), others: days(ms.before + ms.between) };
  const evidence = decimal(others);
  return [
    ...(ms.before > ms.own ? [{ kind: 'upstream-delay' as const, facts, evidence }] : []),
    ...(ms.between > 0 ? [{ kind: 'clock-stopped' as const, facts, evidence }] : []),
  ];
};

/** Bodies asked about the dossier that had let their own last day pass before the deadline. */
const lateOpinions = ({ world }: Question, { dossierId }: DossierCase, { deadline }: Passed): Mitigation[] =>
  world.of('consultation').flatMap((history) => {
    const [requested] = factsOf(history, 'consultation.requested');
    if (requested?.data.dossierId !== dossierId) return [];
    return missedOpinions({ history })
      .filter(({ dueAt }) => dueAt <= deadline)
      .map(({ unit, dueAt, passed }) => ({
        kind: 'upstream-delay' as const,
        facts: { body: unit, dueAt },
        evidence: decimal([passed]),
      }));
  });

/** The citizen was asked for papers before the deadline; how long they took the ledger does not know. */
const papersAwaited = ({ events }: DossierCase, { deadline }: Passed): Mitigation[] =>
  events
    .filter(({ type, occurredAt }) => type === 'supplement.requested' && occurredAt <= deadline)
    .map((event) => ({
      kind: 'clock-stopped',
      facts: { papersAskedAt: event.occurredAt },
      evidence: decimal([event]),
    }));

/** What both detectors of a passed deadline say of it. */
export const passedDraft = (question: Question, dossier: DossierCase, passed: Passed) => {
  const { hold, deadline } = passed;
  const unit = hold.holder.unit;
  const calendar = question.reference.calendars.for(unit, deadline);
  return {
    incident: holdingIncident(hold),
    at: deadline,
    since: hold.began,
    unit,
    performer: handlerOf(dossier, hold, deadline),
    facts: { deadline, heldSince: hold.began },
    evidence: [hold.beganBy, ...(hold.endedBy ? [hold.endedBy] : [])],
    mitigations: [
      ...upstream(dossier, passed, calendar),
      ...lateOpinions(question, dossier, passed),
      ...papersAwaited(dossier, passed),
    ],
  };
};

/** R23 (000 §2; 001 §1, fifth dash): the deadline that the law sets for the dossier ended in this unit's hands. */
export const overdueDossier: Detector = {
  kind: 'overdue-dossier',
  obligations: ['R23'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return deadlinesPassed(question, dossier).flatMap((passed) =>
      found(overdueDossier, question, passedDraft(question, dossier, passed)),
    );
  },
};
