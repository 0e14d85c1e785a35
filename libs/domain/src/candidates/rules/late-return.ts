import type { Instant } from '../../kernel/event.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import {
  betweenUnits,
  dossierCase,
  holdingIncident,
  unitsOfMove,
  type DossierCase,
  type Hold,
} from '../dossier-case.ts';
import { type Detector, found, limitOf, type Question, rulesBinding, type Threshold } from '../finding.ts';
import type { FactOf } from '../history.ts';

/** "Ngay": the same day, at latest the next working day (handbook, decision 1; Decree 30/2020 art. 4.1c). */
export const returnDays: Threshold = { parameter: 'returnWorkingDays', byDefault: 1, unit: 'working-days' };
/** Urgent papers: at once, within half a day's office hours. */
export const urgentReturnHours: Threshold = { parameter: 'urgentWorkingHours', byDefault: 4, unit: 'working-hours' };

export type Return = {
  readonly move: FactOf<'dossier.returned'>;
  readonly hold: Hold;
  readonly limit: Instant;
  readonly calendar: WorkingCalendar;
};

/** The first time of this unit's present, unbroken holding: passing it on inside the house gains no time. */
const houseHold = ({ holds }: DossierCase, last: Hold): Hold => {
  let first = last;
  for (let index = holds.indexOf(last) - 1; index >= 0; index -= 1) {
    const before = holds[index];
    if (before?.holder.unit !== last.holder.unit || before.term !== last.term) break;
    first = before;
  }
  return first;
};

/** An answer of the gate or to an escalation, and a return after work was done on it, are not this return. */
const isForFunction = (dossier: DossierCase, hold: Hold, move: FactOf<'dossier.returned'>): boolean =>
  !dossier.events.some(
    ({ type, revision }) =>
      revision > hold.beganBy.revision &&
      revision <= move.revision + 1 &&
      ['submission.returned', 'escalation.refused', 'dossier.step-performed', 'dossier.decided'].includes(type),
  );

/** The returns of a dossier between units as not in function, each with the moment until which it was prompt. */
export const returnsOf = (question: Question, dossier: DossierCase): readonly Return[] =>
  dossier.events.filter(betweenUnits).flatMap((move) => {
    if (move.type !== 'dossier.returned') return [];
    const { from } = unitsOfMove(move);
    const last = dossier.holds.find(({ endedBy }) => endedBy?.revision === move.revision);
    if (last?.holder.unit !== from) return [];
    const hold = houseHold(dossier, last);
    if (!isForFunction(dossier, hold, move)) return [];
    const rules = rulesBinding(question, ['R06'], from, move.occurredAt);
    const calendar = question.reference.calendars.for(from, move.occurredAt);
    const normal = calendar.addWorkingDays(hold.began, limitOf(rules, returnDays));
    const limit =
      dossier.urgency === 'normal' ? normal : calendar.addWorkingHours(hold.began, limitOf(rules, urgentReturnHours));
    return [{ move, hold, limit, calendar }];
  });

/**
 * R06 (001 §1, second dash; telegrams 280 and 365 of 2023): what is not one's function goes back at once.
 * A prompt return is a duty done and never a candidate; only holding beyond the limit before it is.
 */
export const lateReturn: Detector = {
  kind: 'late-return',
  obligations: ['R06'],
  category: 'dossier',
  threshold: returnDays,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return returnsOf(question, dossier).flatMap(({ move, hold, limit, calendar }) =>
      move.occurredAt <= limit
        ? []
        : found(lateReturn, question, {
            incident: holdingIncident(hold),
            at: move.occurredAt,
            since: hold.began,
            unit: unitsOfMove(move).from,
            performer: move.actor,
            calendar,
            facts: { limit, workingDays: calendar.workingDaysBetween(hold.began, move.occurredAt) },
            evidence: [hold.beganBy, move],
          }),
    );
  },
};
