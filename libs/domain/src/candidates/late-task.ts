import type { Mitigation } from './candidate.ts';
import { decimal, incidentOf, type Question } from './finding.ts';
import { factsOf, type CaseFact, type FactOf, type History, type World } from './history.ts';

/** A deadline of a task that ended without its product. */
export type LateTask = {
  readonly assigned: FactOf<'task.assigned'>;
  /** The assignment or the reopening since which this stretch of work runs. */
  readonly begun: FactOf<'task.assigned'> | FactOf<'task.reopened'>;
  readonly passed: FactOf<'task.deadline-passed'>;
  /** What was done about the task between `begun` and the deadline. */
  readonly before: readonly CaseFact[];
};

/** A product recorded afterwards but handed in by the deadline was in time; a task withdrawn by then owed nothing. */
const wasInTime = (run: readonly CaseFact[], dueAt: string): boolean =>
  run.some(
    ({ type, occurredAt }) =>
      occurredAt <= dueAt && (type === 'task.withdrawal-granted' || type === 'task.product-submitted'),
  ) && !run.some(({ type, occurredAt }) => type === 'task.product-sent-back' && occurredAt <= dueAt);

/** The first deadline of every stretch of work that passed without the product; what follows is the same incident. */
export const lateTasks = (history: History): readonly LateTask[] => {
  const [assigned] = factsOf(history, 'task.assigned');
  if (!assigned) return [];
  const begins = [assigned, ...factsOf(history, 'task.reopened')];
  return begins.flatMap((begun, index) => {
    const until = begins[index + 1]?.revision ?? Number.POSITIVE_INFINITY;
    const run = history.events.filter(({ revision }) => revision >= begun.revision && revision < until);
    const passed = run.find(
      (event): event is FactOf<'task.deadline-passed'> =>
        event.type === 'task.deadline-passed' && !wasInTime(run, event.data.dueAt),
    );
    if (!passed) return [];
    return [{ assigned, begun, passed, before: run.filter(({ occurredAt }) => occurredAt <= passed.data.dueAt) }];
  });
};

/** The late task at the top: a task and its parts being late is one incident (handbook, Fairness 4). */
const rootOf = (world: World, late: LateTask): LateTask => {
  const seen = new Set<string>();
  let root = late;
  for (;;) {
    const { parentTaskId } = root.assigned.data;
    if (parentTaskId === null || seen.has(parentTaskId)) return root;
    seen.add(parentTaskId);
    const parent = world.history(`task-${parentTaskId}`);
    const [above] = parent ? lateTasks(parent) : [];
    if (!above) return root;
    root = above;
  }
};

const extensions = ({ before }: LateTask): Mitigation[] =>
  before.flatMap((event) =>
    event.type === 'task.extension-granted'
      ? [
          {
            kind: 'granted-extension' as const,
            facts: { formerDueAt: event.data.formerDueAt, dueAt: event.data.due.dueAt },
            evidence: decimal([event]),
          },
        ]
      : [],
  );

export const lateIncident = ({ world }: Question, late: LateTask): string =>
  incidentOf(rootOf(world, late).begun, 'late');

/** What every detector of a late task says of it. */
export const lateDraft = (question: Question, late: LateTask) => {
  const { assigned, begun, passed } = late;
  const { lead, responsible } = assigned.data;
  const { dueAt, calendar } = passed.data;
  return {
    incident: lateIncident(question, late),
    at: dueAt,
    since: begun.occurredAt,
    unit: lead,
    performer: responsible,
    calendar: question.reference.calendars.cited(calendar),
    facts: { dueAt, assigner: assigned.data.assigner },
    evidence: [begun, passed],
    mitigations: extensions(late),
  };
};
