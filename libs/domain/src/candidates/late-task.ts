import type { Mitigation } from './candidate.ts';
import { decimal, incidentOf, type Question } from './finding.ts';
import { factsOf, type CaseFact, type FactOf, type History, type World } from './history.ts';
import type { TaskEvent } from '../task/events.ts';
import { evolveTask } from '../task/evolve.ts';
import { countedAt, productWasIn, type Task, type TaskState } from '../task/state.ts';

/** A deadline of a task that ended without its product. */
export type LateTask = {
  readonly task: Task;
  readonly assigned: FactOf<'task.assigned'>;
  /** The assignment or the reopening since which this stretch of work runs. */
  readonly begun: FactOf<'task.assigned'> | FactOf<'task.reopened'>;
  readonly passed: FactOf<'task.deadline-passed'>;
  /** What was done about the task between `begun` and the deadline. */
  readonly before: readonly CaseFact[];
};

/** The task as its events tell it now: what was entered late counts from when it happened. */
export const taskOf = ({ events }: History): Task | null => {
  if (events[0]?.type !== 'task.assigned') return null;
  const state = events.filter(isOfTask).reduce<TaskState>(evolveTask, { status: 'none' });
  return state.status === 'none' ? null : state;
};

const isOfTask = (event: CaseFact): event is CaseFact<TaskEvent> => event.type.startsWith('task.');

/**
 * Nobody is late by a deadline that had been replaced by then, by which the product was in, or which was still
 * ahead when more time, or to be rid of the task, was asked for and then granted, however late the answer came.
 */
const isMissed = (task: Task, { data: { dueAt } }: FactOf<'task.deadline-passed'>): boolean =>
  task.deadlines.some((deadline) => deadline.dueAt === dueAt && countedAt(deadline, dueAt)) &&
  !productWasIn(task, dueAt) &&
  !task.requests.some(
    ({ outcome, requested, dueAt: asked }) => outcome === 'granted' && asked === dueAt && requested.at <= dueAt,
  );

/** The first deadline of every stretch of work that passed without the product; what follows is the same incident. */
export const lateTasks = (history: History): readonly LateTask[] => {
  const [assigned] = factsOf(history, 'task.assigned');
  const task = taskOf(history);
  if (!assigned || !task) return [];
  const begins = [assigned, ...factsOf(history, 'task.reopened')];
  return begins.flatMap((begun, index) => {
    const until = begins[index + 1]?.revision ?? Number.POSITIVE_INFINITY;
    const run = history.events.filter(({ revision }) => revision >= begun.revision && revision < until);
    const passed = run.find(
      (event): event is FactOf<'task.deadline-passed'> =>
        event.type === 'task.deadline-passed' && isMissed(task, event),
    );
    if (!passed) return [];
    const { dueAt } = passed.data;
    return [{ task, assigned, begun, passed, before: run.filter(({ occurredAt }) => occurredAt <= dueAt) }];
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

/** Asked in time for more time, and the answer had not come when the deadline did. */
const unansweredRequest = ({ task, before, passed: { data } }: LateTask): Mitigation[] =>
  task.requests
    .filter(({ dueAt, settled }) => dueAt === data.dueAt && (settled === null || settled.at > data.dueAt))
    .map(({ requestId, requested }) => ({
      kind: 'upstream-delay',
      facts: { requestedAt: requested.at },
      evidence: decimal(
        before.filter(
          ({ type, data: said }) => type.endsWith('-requested') && 'requestId' in said && said.requestId === requestId,
        ),
      ),
    }));

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
    mitigations: [...extensions(late), ...unansweredRequest(late)],
  };
};
