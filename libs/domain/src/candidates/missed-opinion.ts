import type { Instant, UnitId } from '../kernel/event.ts';
import type { Mitigation } from './candidate.ts';
import { decimal, incidentOf, type Question, unknownParty } from './finding.ts';
import { factsOf, type CaseFact, type FactOf } from './history.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** A body that owed an opinion and had not given it when its last day ended. */
export type MissedOpinion = {
  readonly unit: UnitId;
  readonly dueAt: Instant;
  readonly requested: FactOf<'consultation.requested'>;
  readonly delivered: FactOf<'consultation.delivered'> | null;
  readonly passed: CaseFact;
  readonly late: FactOf<'consultation.late-answer-received'> | FactOf<'consultation.answered'> | null;
};

/** Voided on these grounds, the deadline never bound the body (handbook, decision 3). */
const undone = new Set<string>([
  'request-invalid',
  'not-delivered',
  'returned-in-time',
  'withdrawn',
  'extended',
  'addressee-dissolved',
  'answered-in-time',
]);

type Passing = FactOf<'consultation.deadline-passed'> | FactOf<'consultation.late-answer-received'>;

const about = (event: CaseFact, unit: UnitId): boolean =>
  'unit' in event.data && (event.data.unit === unit || event.data.unit === null);

/** Taken from the body, or answered for, by its last day; or more time was given by then, whenever that was entered. */
const letGo = (events: readonly CaseFact[], passed: Passing): boolean => {
  const { unit, dueAt } = passed.data;
  return events.some((event) => {
    if (!about(event, unit)) return event.type === 'consultation.readdressed' && event.data.from === unit;
    if (event.type === 'consultation.deemed-consent-voided')
      return undone.has(event.data.ground) && event.revision > passed.revision;
    if (event.type === 'consultation.extended') return event.data.formerDueAt === dueAt && event.occurredAt <= dueAt;
    const inTime = event.occurredAt <= dueAt;
    return inTime && ['consultation.answered', 'consultation.returned', 'consultation.withdrawn'].includes(event.type);
  });
};

const lastOf = (passings: readonly Passing[]): ReadonlyMap<UnitId, Passing> =>
  new Map(
    passings
      .filter((event) => event.type !== 'consultation.deadline-passed' || event.data.duty === 'owed')
      .map((event) => [event.data.unit, event]),
  );

/** Whoever was asked without questions or deadline, or whom the request did not reach, owes nothing and is not here. */
export const missedOpinions = ({ history }: Pick<Question, 'history'>): readonly MissedOpinion[] => {
  const [requested] = factsOf(history, 'consultation.requested');
  if (!requested || requested.data.defects.length > 0) return [];
  const passings = [
    ...factsOf(history, 'consultation.late-answer-received'),
    ...factsOf(history, 'consultation.deadline-passed'),
  ];
  return [...lastOf(passings).values()].flatMap((passed) => {
    const { unit, dueAt } = passed.data;
    const delivered = factsOf(history, 'consultation.delivered').findLast(({ data }) => data.unit === unit) ?? null;
    if (letGo(history.events, passed) || delivered === null) return [];
    const late =
      [...factsOf(history, 'consultation.late-answer-received'), ...factsOf(history, 'consultation.answered')].find(
        (event) => event.data.unit === unit && event.occurredAt > dueAt,
      ) ?? null;
    return [{ unit, dueAt, requested, delivered, passed, late }];
  });
};

/** The request was longer on its way than it left the body time. */
const deliveredLate = ({ requested, delivered, dueAt }: MissedOpinion, calendar: WorkingCalendar): Mitigation[] => {
  if (delivered === null) return [];
  const [sent, got] = [requested.occurredAt, delivered.data.registeredAt];
  const facts = { onTheWay: calendar.workingDaysBetween(sent, got), left: calendar.workingDaysBetween(got, dueAt) };
  return facts.onTheWay > facts.left ? [{ kind: 'upstream-delay', facts, evidence: decimal([delivered]) }] : [];
};

/** The requester had given more time before; that, too, ran out. */
const extensions = ({ history }: Question, { unit, dueAt }: MissedOpinion): Mitigation[] =>
  factsOf(history, 'consultation.extended')
    .filter(({ data }) => data.unit === unit && data.due.dueAt <= dueAt)
    .map((event) => ({
      kind: 'granted-extension',
      facts: { formerDueAt: event.data.formerDueAt, dueAt: event.data.due.dueAt },
      evidence: decimal([event]),
    }));

/** Who was to draft the answer: the officer it was assigned to, else who drafted what came late. */
const drafterOf = ({ history }: Question, { unit, late }: MissedOpinion) =>
  factsOf(history, 'consultation.assigned').findLast(({ data }) => data.unit === unit)?.data.responsible ??
  late?.data.signature.drafter ??
  unknownParty;

/** What the detectors of a late and of a missing opinion both say: one request to one body is one incident. */
export const missedDraft = (question: Question, missed: MissedOpinion) => {
  const { unit, dueAt, requested, delivered, passed, late } = missed;
  const since = delivered?.data.registeredAt ?? requested.occurredAt;
  const calendar = question.reference.calendars.for(unit, dueAt);
  return {
    incident: incidentOf(requested, `opinion-of-${unit}`),
    at: dueAt,
    since,
    unit,
    performer: drafterOf(question, missed),
    calendar,
    facts: {
      dueAt,
      requester: requested.data.requester,
      ...(late && {
        answeredAt: late.occurredAt,
        workingDaysLate: calendar.workingDaysBetween(dueAt, late.occurredAt),
      }),
    },
    evidence: [requested, ...(delivered ? [delivered] : []), passed, ...(late ? [late] : [])],
    mitigations: [...deliveredLate(missed, calendar), ...extensions(question, missed)],
  };
};
