import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import type { Question } from './finding.ts';
import { factsOf, type CaseFact, type History } from './history.ts';

export type Pause = { readonly from: Instant; readonly to: Instant };

const settling = new Set([
  'consultation.answered',
  'consultation.late-answer-received',
  'consultation.returned',
  'consultation.withdrawn',
  'consultation.deadline-passed',
]);

const latest = (moments: readonly Instant[]): Instant | null => [...moments].sort().at(-1) ?? null;

const concerns = (event: CaseFact, unit: UnitId): boolean =>
  'unit' in event.data && (event.data.unit === unit || event.data.unit === null);

/** The present due moment of one body asked; null where none was set. */
const dueOf = (history: History, unit: UnitId, set: Instant | null): Instant | null =>
  history.events.reduce((due, event) => {
    if (event.type === 'consultation.readdressed') return event.data.to === unit ? event.data.due.dueAt : due;
    const moves = event.type === 'consultation.extended' || event.type === 'consultation.rescheduled';
    return moves && event.data.unit === unit ? event.data.due.dueAt : due;
  }, set);

/** Until the last body asked had settled it in one way or another, or its time was over. */
const waitedUntil = (history: History, asOf: Instant): Instant | null => {
  const [requested] = factsOf(history, 'consultation.requested');
  if (!requested) return null;
  const readdressed = factsOf(history, 'consultation.readdressed');
  const units = [
    ...requested.data.addressees.map(({ unit }) => unit),
    ...readdressed.map(({ data }) => data.to),
  ].filter((unit) => !readdressed.some(({ data }) => data.from === unit));
  const moments = units.flatMap((unit) => {
    const settled = history.events.filter((event) => settling.has(event.type) && concerns(event, unit));
    return (
      latest(settled.map(({ occurredAt }) => occurredAt)) ??
      dueOf(history, unit, requested.data.due?.dueAt ?? null) ??
      []
    );
  });
  const until = latest(moments);
  return until === null || until < asOf ? until : asOf;
};

/** While others are asked for their opinion on the dossier, whoever holds it waits: that time is not the holder's. */
export const waitingForOpinions = ({ world, asOf }: Question, dossierId: string): readonly Pause[] =>
  world.of('consultation').flatMap((history) => {
    const [requested] = factsOf(history, 'consultation.requested');
    const to = requested?.data.dossierId === dossierId ? waitedUntil(history, asOf) : null;
    return requested && to !== null ? [{ from: requested.occurredAt, to }] : [];
  });

/** Working days of the pauses inside the stretch. */
export const pausedDays = (pauses: readonly Pause[], { from, to }: Pause, calendar: WorkingCalendar): number =>
  pauses
    .filter((pause) => pause.from < to && pause.to > from)
    .reduce(
      (days, pause) =>
        days + calendar.workingDaysBetween(pause.from < from ? from : pause.from, pause.to > to ? to : pause.to),
      0,
    );
