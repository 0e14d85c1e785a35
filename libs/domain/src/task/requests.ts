import type { Term } from '../calendar/term.ts';
import { accept } from '../kernel/decision.ts';
import { objection } from '../kernel/rule.ts';
import { same } from '../kernel/same.ts';
import { vietnamDayOf } from '../time/instant.ts';
import type {
  GrantExtension,
  GrantWithdrawal,
  RefuseExtension,
  RefuseWithdrawal,
  RequestExtension,
  RequestWithdrawal,
} from './commands.ts';
import { taskDue } from './due.ts';
import type { TaskDue, TaskEvent } from './events.ts';
import type { Judged } from './judged.ts';
import {
  assignerAnswers,
  firstOf,
  leadWorks,
  unless,
  unlessImported,
  type Objection,
  type TaskDecision,
} from './judging.ts';
import { beforeDeadline } from './rules/before-deadline.ts';
import { dueLater } from './rules/due-later.ts';
import { milestoneAfterDue } from './rules/milestone-after-due.ts';
import { notTooEarly } from './rules/not-too-early.ts';
import { oneRequestAtATime } from './rules/one-request-at-a-time.ts';
import { reasonAndMilestone } from './rules/reason-and-milestone.ts';
import { speaksForUnit } from './rules/speaks-for-unit.ts';
import { stillOpen } from './rules/still-open.ts';
import { termWellFormed } from './rules/term-well-formed.ts';
import { pendingRequest, presentDeadline, type TaskRequest } from './state.ts';

type Request = RequestExtension | RequestWithdrawal;
type Answer = GrantExtension | RefuseExtension | GrantWithdrawal | RefuseWithdrawal;

const requestObjection = (judged: Judged<Request>): Objection =>
  firstOf(
    () => leadWorks(judged),
    unlessImported(judged.facts, () => speaksForUnit(judged)),
    () => reasonAndMilestone(judged),
    () => beforeDeadline(judged),
    () => oneRequestAtATime(judged),
  );

const isFiledAlready = ({ command, task }: Judged<Request>, kind: TaskRequest['kind']): boolean => {
  const { reason, milestone, at } = command;
  return task.requests.some((request) =>
    same(
      { kind, reason, milestone, at },
      { kind: request.kind, reason: request.reason, milestone: request.milestone, at: request.requested.at },
    ),
  );
};

/** Numbered within the task, so that the same history gives the same ids. */
const requestOf = ({ command: { reason, milestone }, task }: Judged<Request>) => ({
  requestId: `${task.taskId}.${String(task.requests.length + 1)}`,
  reason: reason ?? '',
  milestone: milestone ?? '',
});

export const decideRequestExtension = (judged: Judged<RequestExtension>): TaskDecision => {
  if (isFiledAlready(judged, 'extension')) return accept();
  const found = requestObjection(judged) ?? milestoneAfterDue(judged);
  return unless(found, () => [{ type: 'task.extension-requested', version: 1, data: requestOf(judged) }]);
};

export const decideRequestWithdrawal = (judged: Judged<RequestWithdrawal>): TaskDecision => {
  if (isFiledAlready(judged, 'withdrawal')) return accept();
  return unless(requestObjection(judged), () => [
    { type: 'task.withdrawal-requested', version: 1, data: requestOf(judged) },
  ]);
};

const isAnsweredAlready = (
  { command, task }: Judged<Answer>,
  answer: Pick<TaskRequest, 'kind' | 'outcome'>,
): boolean => {
  const last = task.requests.at(-1);
  return last?.kind === answer.kind && last.outcome === answer.outcome && last.settled?.at === command.at;
};

/** The assigner's answer to the request that lies with it, of the kind that the act names. */
const answering = (
  judged: Judged<Answer>,
  answer: Pick<TaskRequest, 'kind' | 'outcome'>,
  answered: (request: TaskRequest) => { readonly found: Objection; readonly events: () => readonly TaskEvent[] },
): TaskDecision => {
  if (isAnsweredAlready(judged, answer)) return accept();
  const found = stillOpen(judged) ?? assignerAnswers(judged);
  const request = pendingRequest(judged.task);
  if (found || request?.kind !== answer.kind) {
    const { taskId } = judged.task;
    return unless(found ?? objection('task.no-request', { task: taskId, kind: answer.kind }), () => []);
  }
  const early = notTooEarly(judged.command.at, request.requested.at);
  const { found: objected, events } = answered(request);
  return unless(early ?? objected, events);
};

/** Without a term of the assigner's own, the end of the day that the lead has named. */
const grantedTerm = ({ command: { term } }: Judged<GrantExtension>, { milestone }: TaskRequest): Term =>
  term ?? { kind: 'day', day: vietnamDayOf(milestone), rollOver: false };

const grantedDue = ({ command: { at }, task, facts }: Judged<GrantExtension>, term: Term): TaskDue =>
  taskDue(facts, task.lead, { term, countedFrom: at, setAt: at });

/** Nobody is held to a promise stricter than the deadline granted on it (decision 0069). */
const extensionOf = (judged: Judged<GrantExtension>, request: TaskRequest): readonly TaskEvent[] => {
  const { command, task } = judged;
  const { requestId, milestone, requested } = request;
  const term = grantedTerm(judged, request);
  const due = grantedDue(judged, term);
  const formerDueAt = presentDeadline(task).dueAt;
  const promised = milestone > due.dueAt ? milestone : due.dueAt;
  return [
    {
      type: 'task.extension-granted',
      version: 1,
      data: { requestId, formerDueAt, term, due, note: command.note },
    },
    {
      type: 'task.commitment-made',
      version: 1,
      data: { commitmentId: requestId, milestone: promised, madeBy: requested.by, unit: task.lead },
    },
  ];
};

const grantObjection = (judged: Judged<GrantExtension>, request: TaskRequest): Objection => {
  const term = grantedTerm(judged, request);
  return (
    termWellFormed(term) ??
    dueLater(grantedDue(judged, term).dueAt, presentDeadline(judged.task).dueAt, judged.command.at)
  );
};

export const decideGrantExtension = (judged: Judged<GrantExtension>): TaskDecision =>
  answering(judged, { kind: 'extension', outcome: 'granted' }, (request) => ({
    found: grantObjection(judged, request),
    events: () => extensionOf(judged, request),
  }));

export const decideRefuseExtension = (judged: Judged<RefuseExtension>): TaskDecision =>
  answering(judged, { kind: 'extension', outcome: 'refused' }, ({ requestId }) => ({
    found: null,
    events: () => [{ type: 'task.extension-refused', version: 1, data: { requestId, reason: judged.command.reason } }],
  }));

export const decideGrantWithdrawal = (judged: Judged<GrantWithdrawal>): TaskDecision =>
  answering(judged, { kind: 'withdrawal', outcome: 'granted' }, ({ requestId }) => ({
    found: null,
    events: () => [{ type: 'task.withdrawal-granted', version: 1, data: { requestId, note: judged.command.note } }],
  }));

export const decideRefuseWithdrawal = (judged: Judged<RefuseWithdrawal>): TaskDecision =>
  answering(judged, { kind: 'withdrawal', outcome: 'refused' }, ({ requestId }) => ({
    found: null,
    events: () => [{ type: 'task.withdrawal-refused', version: 1, data: { requestId, reason: judged.command.reason } }],
  }));
