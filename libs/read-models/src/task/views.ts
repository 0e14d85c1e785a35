import type { Instant } from '#domain/kernel/event.ts';
import { finishedForGood } from '#domain/task/rules/finished-for-good.ts';
import {
  countedAt,
  presentDeadline,
  productWasIn,
  type Commitment,
  type Deadline,
  type Ending,
  type Task,
  type Trace,
} from '#domain/task/state.ts';
import type { Reference } from '#domain/reference.ts';
import type {
  ActTrace,
  CommitmentView,
  DeadlineView,
  EndingView,
  ReminderView,
  TaskDetail,
  TaskSummary,
} from '#contracts/task-views.ts';
import type { Labels, Mentioned } from '../labels.ts';
import { idOf } from '../party-key.ts';
import { isLate, waitingFor } from './projection.ts';

export const isOverdue = (task: Task, now: Instant): boolean =>
  task.status === 'open' && waitingFor(task) !== 'product' && presentDeadline(task).dueAt < now;

const mentionTrace = (mentioned: Mentioned, { by, unit }: Trace): void => {
  mentioned.party(by.kind, idOf(by)).unit(unit);
};

export const mentionTask = (mentioned: Mentioned, task: Task): void => {
  mentioned.party(task.responsible.kind, idOf(task.responsible)).unit(task.assigner).unit(task.lead);
  for (const unit of task.coordinators) mentioned.unit(unit);
};

export const mentionAll = (mentioned: Mentioned, task: Task): void => {
  mentionTask(mentioned, task);
  const settled = task.requests.flatMap((request) => request.settled ?? []);
  const asked = task.requests.map((request) => request.requested);
  const traces = [task.refusals, task.progress, task.reminders, task.priorities, asked, settled].flat();
  for (const trace of [task.assigned, ...traces]) mentionTrace(mentioned, trace);
  for (const { madeBy, unit } of task.commitments) mentioned.party(madeBy.kind, idOf(madeBy)).unit(unit);
};

type Outcome = Pick<TaskSummary, 'originalDueAt' | 'submittedAt' | 'doneAt' | 'late' | 'lateAgainstOriginal'>;

const outcomeOf = (task: Task): Outcome => {
  const originalDueAt = (task.deadlines[0] ?? presentDeadline(task)).dueAt;
  const ending = task.status === 'done' ? task.endings.at(-1) : undefined;
  return {
    originalDueAt,
    submittedAt: task.submissions.at(-1)?.submittedAt ?? null,
    doneAt: ending?.acceptedAt ?? null,
    late: isLate(task),
    lateAgainstOriginal: ending === undefined ? null : ending.submittedAt > originalDueAt,
  };
};

export const summaryView = (task: Task, labels: Labels, now: Instant): TaskSummary => ({
  ...outcomeOf(task),
  taskId: task.taskId,
  title: task.title,
  product: task.product,
  assigner: labels.unit(task.assigner),
  lead: labels.unit(task.lead),
  coordinators: task.coordinators.map((unit) => labels.unit(unit)),
  responsible: labels.party(task.responsible.kind, idOf(task.responsible)),
  status: task.status,
  priority: task.priority,
  programme: task.programme,
  directiveId: task.directiveId,
  dossierId: task.dossierId,
  parentTaskId: task.parentTaskId,
  assignedAt: task.assigned.at,
  dueAt: presentDeadline(task).dueAt,
  overdue: isOverdue(task, now),
  waitingFor: waitingFor(task),
  percent: task.progress.at(-1)?.percent ?? null,
  extensions: task.deadlines.filter(({ ground }) => ground === 'extension').length,
  timesSentBack: task.submissions.filter(({ sentBack }) => sentBack !== null).length,
  remindersSent: task.reminders.length,
});

const traceView = ({ at, by, unit, capacity }: Trace, labels: Labels): ActTrace => ({
  at,
  by: labels.party(by.kind, idOf(by)),
  unit: labels.unitOrNull(unit),
  capacity,
});

export const commitmentView = (
  commitment: Commitment & { readonly taskId: string; readonly title: string },
  labels: Labels,
): CommitmentView => ({
  commitmentId: commitment.commitmentId,
  taskId: commitment.taskId,
  title: commitment.title,
  unit: labels.unit(commitment.unit),
  madeBy: labels.party(commitment.madeBy.kind, idOf(commitment.madeBy)),
  madeAt: commitment.madeAt,
  milestone: commitment.milestone,
  state: commitment.state,
  endedAt: commitment.endedAt,
  recordedBroken: commitment.recordedBroken,
});

const deadlineView = (task: Task, deadline: Deadline): DeadlineView => ({
  dueAt: deadline.dueAt,
  calendar: deadline.calendar,
  term: deadline.term,
  ground: deadline.ground,
  from: deadline.from,
  until: deadline.until,
  passed: deadline.passed && countedAt(deadline, deadline.dueAt) && !productWasIn(task, deadline.dueAt),
  recordedPassed: deadline.passed,
});

type Known = { readonly reference: Reference; readonly now: Instant };

const endingView = (ending: Ending, lead: string, known: Known): EndingView => ({
  submittedAt: ending.submittedAt,
  acceptedAt: ending.acceptedAt,
  dueAt: ending.dueAt,
  inTime: ending.submittedAt <= ending.dueAt,
  reopenedAt: ending.reopened?.at ?? null,
  reopenedBecause: ending.reopened?.reason ?? null,
  finishedForGood: finishedForGood(ending, lead, known),
});

const reminderView = (
  reminder: Task['reminders'][number],
  lead: string,
  { labels, reference }: { readonly labels: Labels; readonly reference: Reference },
): ReminderView => ({
  ...traceView(reminder, labels),
  kind: reminder.kind,
  text: reminder.text,
  byHeadOfLead:
    reminder.by.kind === 'officer' && reference.organisation.headOf(lead, reminder.at)?.officerId === reminder.by.id,
});

export const detailView = (
  { task, revision, subtasks }: { task: Task; revision: number; subtasks: readonly Task[] },
  labels: Labels,
  { reference, now }: Known,
): TaskDetail => ({
  ...summaryView(task, labels, now),
  revision,
  assigned: traceView(task.assigned, labels),
  acceptedAt: task.acceptedAt,
  refusals: task.refusals.map((refused) => ({ ...traceView(refused, labels), reason: refused.reason })),
  deadlines: task.deadlines.map((deadline) => deadlineView(task, deadline)),
  requests: task.requests.map((request) => ({
    ...request,
    requested: traceView(request.requested, labels),
    settled: request.settled && traceView(request.settled, labels),
  })),
  commitments: task.commitments.map((commitment) =>
    commitmentView({ ...commitment, taskId: task.taskId, title: task.title }, labels),
  ),
  submissions: task.submissions.map(({ product, submittedAt, until, sentBack }) => ({
    product,
    submittedAt,
    sentBackAt: sentBack && until,
    reason: sentBack?.reason ?? null,
    defects: sentBack?.defects ?? [],
  })),
  endings: task.endings.map((ending) => endingView(ending, task.lead, { reference, now })),
  progress: task.progress.map((report) => ({
    ...traceView(report, labels),
    percent: report.percent,
    statement: report.statement,
    obstacles: report.obstacles,
  })),
  reminders: task.reminders.map((reminder) => reminderView(reminder, task.lead, { labels, reference })),
  priorities: task.priorities.map((marked) => ({
    ...traceView(marked, labels),
    priority: marked.priority,
    reason: marked.reason,
  })),
  subtasks: subtasks.map(({ taskId, lead, status }) => ({ taskId, lead: labels.unit(lead), status })),
});
