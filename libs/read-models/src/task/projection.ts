import type { RecordedEvent } from '#domain/events.ts';
import { taskAggregate } from '#domain/task/aggregate.ts';
import { taskClock } from '#domain/task/clock.ts';
import type { TaskEvent } from '#domain/task/events.ts';
import {
  pendingProduct,
  pendingRequest,
  presentDeadline,
  type Commitment,
  type Task,
  type TaskState,
} from '#domain/task/state.ts';
import type { Waiting } from '#contracts/task-views.ts';
import { type Change, ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import { idOf } from '../party-key.ts';
import type { CommitmentRow, TaskRow } from './table.entity.ts';

type RecordedTaskEvent = Extract<RecordedEvent, TaskEvent>;

const categoryLength = 'task-'.length;
const isTaskEvent = (event: RecordedEvent): event is RecordedTaskEvent => event.type.startsWith('task.');
const taskOf = ({ stream }: RecordedEvent): string => stream.slice(categoryLength);

/** What of the task lies with its assigner; the product before any request. */
export const waitingFor = (task: Task): Waiting | null =>
  task.status !== 'open' ? null : pendingProduct(task) ? 'product' : (pendingRequest(task)?.kind ?? null);

/** Submitted after the deadline that counted then; null while the task is not done. */
export const isLate = ({ status, endings }: Task): boolean | null => {
  const last = endings.at(-1);
  return status === 'done' && last ? last.submittedAt > last.dueAt : null;
};

const rowOf = (task: Task, { stream, revision }: RecordedTaskEvent): TaskRow => ({
  taskId: stream.slice(categoryLength),
  state: JSON.stringify(task),
  nextDue: taskClock.nextDue(task),
  movable: taskClock.movable(task),
  assigner: task.assigner,
  lead: task.lead,
  responsibleKind: task.responsible.kind,
  responsibleId: idOf(task.responsible),
  status: task.status,
  priority: task.priority,
  waitingFor: waitingFor(task),
  dueAt: presentDeadline(task).dueAt,
  late: isLate(task),
  programmeName: task.programme?.name ?? null,
  programmeYear: task.programme?.year ?? null,
  directiveId: task.directiveId,
  parentTaskId: task.parentTaskId,
  revision,
});

const commitmentRow = (task: Task, taskId: string, commitment: Commitment): CommitmentRow => ({
  taskId,
  commitmentId: commitment.commitmentId,
  title: task.title,
  unitId: commitment.unit,
  madeByKind: commitment.madeBy.kind,
  madeById: idOf(commitment.madeBy),
  madeAt: commitment.madeAt,
  milestone: commitment.milestone,
  state: commitment.state,
  endedAt: commitment.endedAt,
  recordedBroken: commitment.recordedBroken,
});

const stateOf = (row: Row | undefined): TaskState =>
  row === undefined ? taskAggregate.initial : (JSON.parse((row as TaskRow).state) as Task);

const taskAfter = (event: RecordedTaskEvent, found: Row | undefined): Task => {
  const task = taskAggregate.evolve(stateOf(found), event);
  if (task.status === 'none') throw new ImpossibleHistory(`${event.type} in ${event.stream}, which was never assigned`);
  return task;
};

export const taskProjection: Projection = {
  name: 'task',
  tables: ['task', 'commitment'],
  reads: (event) =>
    isTaskEvent(event) && event.type !== 'task.assigned' ? { table: 'task', group: taskOf(event) } : null,
  project: (event, found): readonly Change[] => {
    if (!isTaskEvent(event)) return [];
    const task = taskAfter(event, event.type === 'task.assigned' ? undefined : found);
    const row = rowOf(task, event);
    const commitments = task.commitments.map((commitment) => ({
      table: 'commitment',
      row: commitmentRow(task, row.taskId, commitment),
      replaces: true,
    }));
    return [{ table: 'task', row }, ...commitments];
  },
};
