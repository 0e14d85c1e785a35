import type { Instant, UnitId } from '../kernel/event.ts';
import { dossierCase } from './dossier-case.ts';
import { factsOf, type History } from './history.ts';

/** What is counted of a unit; of an organisation only, never of a person (handbook, Fairness 8 and 18). */
export const measures = ['opinions-on-time', 'dossiers-on-time', 'first-pass', 'tasks-on-time'] as const;
export type Measure = (typeof measures)[number];

export type Count = { readonly measure: Measure; readonly good: boolean };

type Asked = { readonly history: History; readonly unit: UnitId; readonly asOf: Instant };

/** Of valid requests delivered to the unit: answered by the last day, or not. What was returned or withdrawn owes nothing. */
const opinions = ({ history, unit }: Asked): readonly boolean[] => {
  const [requested] = factsOf(history, 'consultation.requested');
  if (!requested || requested.data.defects.length > 0) return [];
  const ofUnit = history.events.filter((event) => 'unit' in event.data && event.data.unit === unit);
  const has = (type: string): boolean => ofUnit.some((event) => event.type === type);
  const missed = has('consultation.deadline-passed') || has('consultation.late-answer-received');
  const voided = has('consultation.deemed-consent-voided');
  if (!has('consultation.delivered') || voided) return [];
  return has('consultation.answered') && !missed ? [true] : missed ? [false] : [];
};

/** Of dossiers with a deadline completed by the unit. */
const dossiers = ({ history, unit }: Asked): readonly boolean[] =>
  (dossierCase(history)?.terms ?? []).flatMap(({ deadline, completed }) =>
    deadline !== null && completed?.data.holder.unit === unit ? [completed.occurredAt <= deadline] : [],
  );

/** Of dossiers of the unit that came to the gate: conforming at the first look (R22). */
const firstPass = ({ history, unit }: Asked): readonly boolean[] =>
  factsOf(history, 'submission.checked')
    .filter(({ data }) => data.submitter === unit)
    .slice(0, 1)
    .map(({ data }) => data.conforming);

/** Of tasks led by the unit: accepted in time; or a deadline passed. */
const tasks = ({ history, unit }: Asked): readonly boolean[] => {
  const [assigned] = factsOf(history, 'task.assigned');
  if (assigned?.data.lead !== unit) return [];
  const passed = factsOf(history, 'task.deadline-passed').length > 0;
  const accepted = factsOf(history, 'task.product-accepted').at(-1);
  if (accepted) return [accepted.data.submittedAt <= accepted.data.dueAt];
  return passed ? [false] : [];
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
