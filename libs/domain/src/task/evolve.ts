import type { Instant } from '../kernel/event.ts';
import {
  changeLast,
  deadlineOf,
  endedBy,
  extended,
  filedAt,
  passed,
  reminded,
  requested,
  rescheduled,
  settled,
  traceOf,
  withDeadline,
  type FactOf,
  type TaskFact,
} from './changes.ts';
import { afterCommitment, afterSubmission, releasedSince } from './commitments.ts';
import type { Submission, Task, TaskState } from './state.ts';

const assigned = (event: FactOf<'task.assigned'>): Task => {
  const { due, term, ...said } = event.data;
  return {
    ...said,
    status: 'open',
    assigned: traceOf(event),
    priorities: [],
    acceptedAt: null,
    refusals: [],
    deadlines: [deadlineOf(due, { term, from: event.occurredAt, ground: 'assigned' })],
    submissions: [],
    requests: [],
    commitments: [],
    endings: [],
    progress: [],
    reminders: [],
  };
};

const submitted = (task: Task, { data, occurredAt }: FactOf<'task.product-submitted'>): Task => {
  const submission: Submission = { product: data.product, submittedAt: occurredAt, until: null, sentBack: null };
  return {
    ...task,
    submissions: [...task.submissions, submission],
    commitments: afterSubmission(task.commitments, occurredAt),
  };
};

const lastUntil = (task: Task, until: Instant, sentBack: Submission['sentBack']): readonly Submission[] =>
  changeLast(
    task.submissions,
    (submission) => submission.until === null,
    (submission) => ({ ...submission, until, sentBack }),
  );

const sentBack = (task: Task, { data, occurredAt }: FactOf<'task.product-sent-back'>): Task => {
  const { reason, defects, rework } = data;
  const back = { ...task, submissions: lastUntil(task, occurredAt, { reason, defects }) };
  if (rework === null) return back;
  const deadline = deadlineOf(rework.due, { term: rework.term, from: occurredAt, ground: 'rework' });
  return { ...withDeadline(back, deadline), commitments: releasedSince(task.commitments, occurredAt, occurredAt) };
};

const done = (task: Task, { data, occurredAt }: FactOf<'task.product-accepted'>): Task => {
  const { submittedAt, dueAt } = data;
  return {
    ...task,
    status: 'done',
    deadlines: endedBy(task.deadlines, occurredAt),
    endings: [...task.endings, { submittedAt, acceptedAt: occurredAt, dueAt, reopened: null }],
  };
};

const reopened = (task: Task, { data, occurredAt }: FactOf<'task.reopened'>): Task => {
  const deadline = deadlineOf(data.due, { term: data.term, from: occurredAt, ground: 'reopening' });
  const endings = changeLast(
    task.endings,
    () => true,
    (ending) => ({ ...ending, reopened: { at: occurredAt, reason: data.reason } }),
  );
  const again = { ...task, status: 'open', endings, submissions: lastUntil(task, occurredAt, null) } as const;
  return withDeadline(again, deadline);
};

const withdrawn = (task: Task, event: FactOf<'task.withdrawal-granted'>): Task => ({
  ...settled(task, event, { outcome: 'granted', note: event.data.note }),
  status: 'withdrawn',
  deadlines: endedBy(task.deadlines, event.occurredAt),
  commitments: releasedSince(task.commitments, filedAt(task, event.data.requestId), event.occurredAt),
});

export const evolveTask = (state: TaskState, event: TaskFact): TaskState => {
  if (event.type === 'task.assigned') return assigned(event);
  if (state.status === 'none') throw new Error(`impossible history: ${event.type} before the task was assigned`);
  switch (event.type) {
    case 'task.accepted':
      return { ...state, acceptedAt: state.acceptedAt ?? event.occurredAt };
    case 'task.refused':
      return { ...state, refusals: [...state.refusals, { ...traceOf(event), reason: event.data.reason }] };
    case 'task.progress-reported':
      return { ...state, progress: [...state.progress, { ...traceOf(event), ...event.data }] };
    case 'task.reminded':
      return reminded(state, event);
    case 'task.priority-marked':
      return {
        ...state,
        priority: event.data.priority,
        priorities: [...state.priorities, { ...traceOf(event), ...event.data }],
      };
    case 'task.rescheduled':
      return rescheduled(state, event);
    case 'task.deadline-passed':
      return passed(state, event);
    case 'task.commitment-made':
    case 'task.commitment-met':
    case 'task.commitment-broken':
      return { ...state, commitments: afterCommitment(state.commitments, event) };
    case 'task.product-submitted':
      return submitted(state, event);
    case 'task.product-accepted':
      return done(state, event);
    case 'task.product-sent-back':
      return sentBack(state, event);
    case 'task.reopened':
      return reopened(state, event);
    case 'task.extension-requested':
      return requested(state, event, 'extension');
    case 'task.withdrawal-requested':
      return requested(state, event, 'withdrawal');
    case 'task.extension-granted':
      return extended(state, event);
    case 'task.withdrawal-granted':
      return withdrawn(state, event);
    case 'task.extension-refused':
    case 'task.withdrawal-refused':
      return settled(state, event, { outcome: 'refused', note: event.data.reason });
  }
};
