import type { Term } from '../calendar/term.ts';
import type { Fact } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/event.ts';
import type { TaskDue, TaskEvent } from './events.ts';
import { releasedSince } from './commitments.ts';
import { presentDeadline, type Deadline, type Task, type TaskRequest, type Trace } from './state.ts';

export type TaskFact = Fact<TaskEvent>;
export type FactOf<Type extends TaskEvent['type']> = Extract<TaskFact, { readonly type: Type }>;

export const traceOf = ({ occurredAt, actor, unit, capacity }: TaskFact): Trace => ({
  at: occurredAt,
  by: actor,
  unit,
  capacity,
});

export const deadlineOf = (
  due: TaskDue,
  { term, from, ground }: { readonly term: Term; readonly from: Instant; readonly ground: Deadline['ground'] },
): Deadline => ({
  dueAt: due.dueAt,
  calendar: due.calendar,
  term,
  countedFrom: from,
  from,
  until: null,
  ground,
  passed: false,
  reminders: due.reminders.map((reminder) => ({ ...reminder, sent: false })),
});

export const endedBy = (deadlines: readonly Deadline[], at: Instant): readonly Deadline[] =>
  deadlines.map((deadline) => (deadline.until === null ? { ...deadline, until: at } : deadline));

export const withDeadline = (task: Task, deadline: Deadline): Task => ({
  ...task,
  deadlines: [...endedBy(task.deadlines, deadline.from), deadline],
});

export const changeLast = <T>(list: readonly T[], fits: (item: T) => boolean, change: (item: T) => T): readonly T[] => {
  const place = list.findLastIndex(fits);
  return list.map((item, index) => (index === place ? change(item) : item));
};

export const requested = (
  task: Task,
  event: FactOf<'task.extension-requested' | 'task.withdrawal-requested'>,
  kind: TaskRequest['kind'],
): Task => {
  const { requestId, reason, milestone } = event.data;
  const { dueAt } = presentDeadline(task);
  const asked = { requestId, kind, reason, milestone, requested: traceOf(event), dueAt } as const;
  return { ...task, requests: [...task.requests, { ...asked, outcome: 'pending', settled: null, note: null }] };
};

export const settled = (
  task: Task,
  event: TaskFact & { readonly data: { readonly requestId: string } },
  answer: Pick<TaskRequest, 'outcome' | 'note'>,
): Task => ({
  ...task,
  requests: changeLast(
    task.requests,
    ({ requestId }) => requestId === event.data.requestId,
    (request) => ({ ...request, ...answer, settled: traceOf(event) }),
  ),
});

/** Nobody is bound by a milestone that was still ahead when the request was filed which the assigner then granted. */
export const filedAt = ({ requests }: Task, id: string): Instant => {
  const request = requests.find(({ requestId }) => requestId === id);
  if (!request) throw new Error(`impossible history: request ${id} settled before it was made`);
  return request.requested.at;
};

export const extended = (task: Task, event: FactOf<'task.extension-granted'>): Task => {
  const { due, term, note } = event.data;
  const answered = settled(task, event, { outcome: 'granted', note });
  const deadline = deadlineOf(due, { term, from: event.occurredAt, ground: 'extension' });
  const commitments = releasedSince(task.commitments, filedAt(task, event.data.requestId), event.occurredAt);
  return { ...withDeadline(answered, deadline), commitments };
};

export const rescheduled = (task: Task, { data, occurredAt }: FactOf<'task.rescheduled'>): Task => {
  const former = presentDeadline(task);
  const moved = deadlineOf(data.due, { term: former.term, from: occurredAt, ground: former.ground });
  const sent = new Set(former.reminders.filter((reminder) => reminder.sent).map(({ kind }) => kind));
  const reminders = moved.reminders.map((reminder) => ({ ...reminder, sent: sent.has(reminder.kind) }));
  const commitments = task.commitments.map((commitment) =>
    commitment.state === 'open' && commitment.milestone === data.formerDueAt
      ? { ...commitment, milestone: data.due.dueAt }
      : commitment,
  );
  return {
    ...withDeadline(task, { ...moved, countedFrom: former.countedFrom, reminders }),
    commitments,
  };
};

export const reminded = (task: Task, event: FactOf<'task.reminded'>): Task => {
  const { kind, text, dueAt } = event.data;
  const deadlines = changeLast(
    task.deadlines,
    (deadline) => deadline.dueAt === dueAt && deadline.reminders.some((each) => each.kind === kind && !each.sent),
    (deadline) => ({
      ...deadline,
      reminders: deadline.reminders.map((each) => (each.kind === kind ? { ...each, sent: true } : each)),
    }),
  );
  return { ...task, deadlines, reminders: [...task.reminders, { ...traceOf(event), kind, text, dueAt }] };
};

export const passed = (task: Task, { data }: FactOf<'task.deadline-passed'>): Task => ({
  ...task,
  deadlines: changeLast(
    task.deadlines,
    (deadline) => deadline.dueAt === data.dueAt && !deadline.passed,
    (deadline) => ({ ...deadline, passed: true }),
  ),
});
