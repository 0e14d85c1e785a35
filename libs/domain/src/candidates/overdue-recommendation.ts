import type { UnitId } from '../kernel/event.ts';
import type { Mitigation } from './candidate.ts';
import { decimal, incidentOf, type Question, unknownParty } from './finding.ts';
import { factsOf, type FactOf } from './history.ts';

export type OverdueRecommendation = {
  readonly sent: FactOf<'recommendation.sent'>;
  readonly overdue: FactOf<'recommendation.overdue'>;
  readonly delivered: FactOf<'recommendation.delivered'> | null;
  /** The unit recommended to; null at the central level, which is outside the ledger. */
  readonly addressee: UnitId | null;
};

/** Recommendations whose due moment passed in that category and that were not answered by then after all. */
export const overdueRecommendations = (
  { history }: Question,
  category: FactOf<'recommendation.overdue'>['data']['category'],
): readonly OverdueRecommendation[] => {
  const [sent] = factsOf(history, 'recommendation.sent');
  if (!sent) return [];
  const { to } = sent.data;
  const done = category === 'no-reply' ? 'recommendation.answered' : 'recommendation.submitted-to-committee';
  return factsOf(history, 'recommendation.overdue')
    .filter(({ data }) => data.category === category)
    .filter(({ data }) => !history.events.some(({ type, occurredAt }) => type === done && occurredAt <= data.dueAt))
    .slice(0, 1)
    .map((overdue) => ({
      sent,
      overdue,
      delivered: factsOf(history, 'recommendation.delivered').at(-1) ?? null,
      addressee: to.level === 'province' ? to.unit : null,
    }));
};

/** Working days that the sender itself let pass, as it recorded when it reported the matter. */
const senderDelay = ({ history }: Question): Mitigation[] =>
  [
    ...factsOf(history, 'recommendation.unresolved-reported'),
    ...factsOf(history, 'recommendation.reported-up'),
  ].flatMap((event) =>
    event.data.ownDelay === null || event.data.ownDelay.workingDays === 0
      ? []
      : [
          {
            kind: 'sender-own-delay' as const,
            facts: { workingDays: event.data.ownDelay.workingDays },
            evidence: decimal([event]),
          },
        ],
  );

/** Nobody inside the agency is named by the event: the question goes to its head. */
export const overdueDraft = (question: Question, { sent, overdue, delivered, addressee }: OverdueRecommendation) => ({
  incident: incidentOf(sent, 'reply'),
  at: overdue.data.dueAt,
  since: delivered?.occurredAt ?? sent.occurredAt,
  unit: addressee,
  performer: unknownParty,
  lines: 'head-only' as const,
  calendar: question.reference.calendars.cited(overdue.data.calendar),
  facts: { dueAt: overdue.data.dueAt, sender: sent.data.sender },
  evidence: [sent, ...(delivered ? [delivered] : []), overdue],
  mitigations: senderDelay(question),
});
