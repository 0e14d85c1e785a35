import type { Clocked } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/event.ts';
import type { TaskEvent } from './events.ts';
import {
  countedAt,
  presentDeadline,
  productWasIn,
  type Commitment,
  type Deadline,
  type Task,
  type TaskState,
} from './state.ts';

/** Something that fell due at `at` and is not recorded yet. */
export type FallenDue = { readonly at: Instant; readonly event: TaskEvent };

/*
 * Everything here is judged as of the moment it fell due, by what had happened until then, whenever the
 * clock comes round to it: a week of downtime changes no answer.
 */

const deadlinePassed = (task: Task, deadline: Deadline): readonly FallenDue[] => {
  const { dueAt, calendar, ground, passed } = deadline;
  if (passed || !countedAt(deadline, dueAt) || productWasIn(task, dueAt)) return [];
  const data = { dueAt, calendar, original: ground === 'assigned' };
  return [{ at: dueAt, event: { type: 'task.deadline-passed', version: 1, data } }];
};

const remindersDue = (task: Task, deadline: Deadline): readonly FallenDue[] =>
  deadline.reminders
    .filter(({ at, sent }) => !sent && countedAt(deadline, at) && !productWasIn(task, at))
    .map(({ at, kind }) => {
      const data = { unit: task.lead, kind, text: null, dueAt: deadline.dueAt };
      return { at, event: { type: 'task.reminded', version: 1, data } };
    });

/** While a request filed in time lies with the assigner, its milestone waits for the answer (R26). */
const judgedAt = ({ requests }: Task, milestone: Instant): Instant | null => {
  const lying = requests.find(
    ({ requested, settled }) => requested.at <= milestone && (settled === null || milestone < settled.at),
  );
  return lying === undefined ? milestone : (lying.settled?.at ?? null);
};

const commitmentDue = (task: Task, { commitmentId, milestone, state }: Commitment): readonly FallenDue[] => {
  if (state !== 'open') return [];
  const data = { commitmentId, milestone };
  if (productWasIn(task, milestone)) {
    return [{ at: milestone, event: { type: 'task.commitment-met', version: 1, data } }];
  }
  const at = judgedAt(task, milestone);
  return at === null ? [] : [{ at, event: { type: 'task.commitment-broken', version: 1, data } }];
};

/** All that falls due by itself from what is recorded, in order of time; what is recorded already is not among it. */
export const fallingDue = (task: Task): readonly FallenDue[] =>
  [
    ...task.deadlines.flatMap((deadline) => [...remindersDue(task, deadline), ...deadlinePassed(task, deadline)]),
    ...task.commitments.flatMap((commitment) => commitmentDue(task, commitment)),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

const moves = ({ term }: Deadline): boolean =>
  term.kind === 'working-days' || term.kind === 'working-hours' || (term.kind !== 'moment' && term.rollOver);

/** Does the present deadline still lie ahead, unfulfilled, and rest on working days? */
const isMovable = (task: Task): boolean => {
  const deadline = presentDeadline(task);
  return task.status === 'open' && !deadline.passed && moves(deadline);
};

export const taskClock: Clocked<TaskState> = {
  nextDue: (state) => (state.status === 'none' ? null : (fallingDue(state)[0]?.at ?? null)),
  movable: (state) => state.status !== 'none' && isMovable(state),
};
