import type { Instant, UnitId } from '../../kernel/event.ts';
import { dossierCase, handlerOf, holdingIncident, type DossierCase, type Hold } from '../dossier-case.ts';
import { type Detector, found, limitOf, type Question, rulesBinding, type Threshold } from '../finding.ts';
import type { CaseFact } from '../history.ts';
import { pausedDays, waitingForOpinions } from '../waiting.ts';

export const inactionDays: Threshold = { parameter: 'inactionWorkingDays', byDefault: 10, unit: 'working-days' };

/** Everything done in the dossier while it was held, and asking others about it; passing it on inside the house is an act, too. */
const actsWithin = ({ world }: Question, { events, dossierId }: DossierCase, hold: Hold): readonly CaseFact[] => [
  ...events.filter(
    (event) =>
      event.revision > hold.beganBy.revision && (hold.endedBy === null || event.revision < hold.endedBy.revision),
  ),
  ...world
    .facts('consultation', 'consultation.requested')
    .filter(
      ({ data, occurredAt }) =>
        data.dossierId === dossierId && occurredAt >= hold.began && (hold.ended === null || occurredAt <= hold.ended),
    ),
];

type Gap = { readonly from: Instant; readonly limit: Instant; readonly opening: CaseFact };

/** The first gap longer than the limit; the time of waiting for others is taken out of it. */
const firstGap = (question: Question, dossier: DossierCase, hold: Hold, unit: UnitId): Gap | null => {
  const end = hold.ended ?? question.asOf;
  const pauses = waitingForOpinions(question, dossier.dossierId);
  const acts = actsWithin(question, dossier, hold).toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const marks = [hold.beganBy, ...acts];
  for (const [index, opening] of marks.entries()) {
    const from = index === 0 ? hold.began : opening.occurredAt;
    const to = marks[index + 1]?.occurredAt ?? end;
    const rules = rulesBinding(question, ['R64'], unit, from);
    // When the citizen brought what was asked for, the ledger does not know.
    if (rules.length === 0 || to <= from || opening.type === 'supplement.requested') continue;
    const calendar = question.reference.calendars.for(unit, from);
    const paused = pausedDays(pauses, { from, to }, calendar);
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
      const { unit } = hold.holder;
      const gap = unit === null ? null : firstGap(question, dossier, hold, unit);
      if (gap === null) return [];
      return found(inaction, question, {
        incident: holdingIncident(hold),
        at: gap.limit,
        since: gap.from,
        unit,
        performer: handlerOf(dossier, hold, gap.limit),
        calendar: question.reference.calendars.for(unit, gap.from),
        facts: { from: gap.from, limit: gap.limit },
        evidence: [hold.beganBy, gap.opening],
      });
    });
  },
};
