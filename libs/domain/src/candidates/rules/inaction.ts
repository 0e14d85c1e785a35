import type { Instant, UnitId } from '../../kernel/event.ts';
import { dossierCase, holdingIncident, type DossierCase, type Hold } from '../dossier-case.ts';
import { type Detector, found, limitOf, type Question, rulesBinding, type Threshold } from '../finding.ts';
import { factsOf, type CaseFact } from '../history.ts';

export const inactionDays: Threshold = { parameter: 'inactionWorkingDays', byDefault: 10, unit: 'working-days' };

type Pause = { readonly from: Instant; readonly to: Instant };

/** While others are asked for their opinion on the dossier, the holder waits: that time is not the holder's. */
const waiting = ({ world, asOf }: Question, dossierId: string, unit: UnitId): readonly Pause[] =>
  world.of('consultation').flatMap((history) => {
    const [requested] = factsOf(history, 'consultation.requested');
    if (requested?.data.dossierId !== dossierId || requested.data.requester !== unit) return [];
    const ended = history.events.findLast(({ type }) =>
      [
        'consultation.answered',
        'consultation.late-answer-received',
        'consultation.withdrawn',
        'consultation.deadline-passed',
      ].includes(type),
    );
    const due = requested.data.due?.dueAt ?? requested.occurredAt;
    return [{ from: requested.occurredAt, to: ended?.occurredAt ?? (due < asOf ? due : asOf) }];
  });

/** Everything done in the dossier while it was held; passing it on inside the house is an act, too. */
const actsWithin = ({ events }: DossierCase, hold: Hold): readonly CaseFact[] =>
  events.filter(
    (event) =>
      event.revision > hold.beganBy.revision && (hold.endedBy === null || event.revision < hold.endedBy.revision),
  );

type Gap = { readonly from: Instant; readonly limit: Instant; readonly opening: CaseFact };

/** The first gap longer than the limit; the time of waiting for others is taken out of it. */
const firstGap = (question: Question, dossier: DossierCase, hold: Hold, unit: UnitId): Gap | null => {
  const end = hold.ended ?? question.asOf;
  const pauses = waiting(question, dossier.dossierId, unit);
  const acts = actsWithin(dossier, hold).toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const marks = [hold.beganBy, ...acts];
  for (const [index, opening] of marks.entries()) {
    const from = index === 0 ? hold.began : opening.occurredAt;
    const to = marks[index + 1]?.occurredAt ?? end;
    const rules = rulesBinding(question, ['R64'], unit, from);
    if (rules.length === 0 || to <= from) continue;
    const calendar = question.reference.calendars.for(unit, from);
    const paused = pauses
      .filter((pause) => pause.from < to && pause.to > from)
      .reduce(
        (days, pause) =>
          days + calendar.workingDaysBetween(pause.from < from ? from : pause.from, pause.to > to ? to : pause.to),
        0,
      );
    const limit = calendar.addWorkingDays(from, limitOf(rules, inactionDays) + paused);
    if (to > limit) return { from, limit, opening };
  }
  return null;
};

/** R64 (003 §1g): no act for so many working days, on the unit's calendar, while holding the dossier. */
export const inaction: Detector = {
  kind: 'inaction',
  obligations: ['R64'],
  category: 'dossier',
  threshold: inactionDays,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return dossier.holds.flatMap((hold) => {
      const { unit, party } = hold.holder;
      const gap = unit === null ? null : firstGap(question, dossier, hold, unit);
      if (gap === null) return [];
      return found(inaction, question, {
        incident: holdingIncident(hold),
        at: gap.limit,
        since: gap.from,
        unit,
        performer: party,
        calendar: question.reference.calendars.for(unit, gap.from),
        facts: { from: gap.from, limit: gap.limit },
        evidence: [hold.beganBy, gap.opening],
      });
    });
  },
};
