import type { Instant, UnitId } from '../kernel/event.ts';
import { dossierCase } from './dossier-case.ts';
import { lateTasks } from './late-task.ts';
import { missedOpinions } from './missed-opinion.ts';
import { deadlinesPassed } from './rules/overdue-dossier.ts';
import { factsOf, type History } from './history.ts';

/** What is counted of a unit; of an organisation only, never of a person (handbook, Fairness 8 and 18). */
export const measures = ['opinions-on-time', 'dossiers-on-time', 'first-pass', 'tasks-on-time'] as const;
export type Measure = (typeof measures)[number];

export type Count = { readonly measure: Measure; readonly good: boolean };

type Asked = { readonly history: History; readonly unit: UnitId; readonly asOf: Instant };

/** Of valid requests delivered to the unit: answered by the last day, or not. What was returned, withdrawn or voided owes nothing. */
const opinions = ({ history, unit }: Asked): readonly boolean[] => {
  const [requested] = factsOf(history, 'consultation.requested');
  if (!requested || requested.data.defects.length > 0) return [];
  if (missedOpinions({ history }).some((missed) => missed.unit === unit)) return [false];
  const answered = factsOf(history, 'consultation.answered').some(({ data }) => data.unit === unit);
  const delivered = factsOf(history, 'consultation.delivered').some(({ data }) => data.unit === unit);
  return answered && delivered ? [true] : [];
};

/** Of dossiers with a deadline: completed by the unit in time, or overdue in its hands. Who receives one overdue is not counted. */
const dossiers = ({ history, unit, asOf }: Asked): readonly boolean[] => {
  const dossier = dossierCase(history);
  if (!dossier) return [];
  const inTime = dossier.terms.filter(
    ({ deadline, completed }) =>
      deadline !== null && completed?.data.holder.unit === unit && completed.occurredAt <= deadline,
  );
  const missed = deadlinesPassed({ asOf }, dossier).filter(({ hold }) => hold.holder.unit === unit);
  return [...inTime.map(() => true), ...missed.map(() => false)];
};

/** Of dossiers of the unit that came to the gate: conforming at the first look (R22). */
const firstPass = ({ history, unit }: Asked): readonly boolean[] =>
  factsOf(history, 'submission.checked')
    .filter(({ data }) => data.submitter === unit)
    .slice(0, 1)
    .map(({ data }) => data.conforming);

/** Of tasks led by the unit: accepted in time; or a deadline passed without the product. */
const tasks = ({ history, unit }: Asked): readonly boolean[] => {
  const [assigned] = factsOf(history, 'task.assigned');
  if (assigned?.data.lead !== unit) return [];
  if (lateTasks(history).length > 0) return [false];
  return factsOf(history, 'task.product-accepted').length > 0 ? [true] : [];
};

const counters: Readonly<Record<Measure, (asked: Asked) => readonly boolean[]>> = {
  'opinions-on-time': opinions,
  'dossiers-on-time': dossiers,
  'first-pass': firstPass,
  'tasks-on-time': tasks,
};

/** What the history adds to each denominator of the unit, as of the moment. */
export const countsOf = ({ history, unit, asOf }: Asked): readonly Count[] => {
  const known = { ...history, events: history.events.filter(({ occurredAt }) => occurredAt <= asOf) };
  return measures.flatMap((measure) =>
    counters[measure]({ history: known, unit, asOf }).map((good) => ({ measure, good })),
  );
};
