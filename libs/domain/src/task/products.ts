import { accept } from '../kernel/decision.ts';
import { objection } from '../kernel/rule.ts';
import { same } from '../kernel/same.ts';
import type { AcceptProduct, ReopenTask, SendBackProduct, SubmitProduct } from './commands.ts';
import { taskDue } from './due.ts';
import type { TaskDue, TaskEvent } from './events.ts';
import type { Judged } from './judged.ts';
import { assignerAnswers, firstOf, leadWorks, unless, type Objection, type TaskDecision } from './judging.ts';
import { dueLater } from './rules/due-later.ts';
import { notTooEarly } from './rules/not-too-early.ts';
import { productNamed } from './rules/product-named.ts';
import { reworkTerm } from './rules/rework-term.ts';
import { stillOpen } from './rules/still-open.ts';
import { termWellFormed } from './rules/term-well-formed.ts';
import { pendingProduct, presentDeadline, type Submission } from './state.ts';

export const decideSubmit = (judged: Judged<SubmitProduct>): TaskDecision => {
  const { command, task } = judged;
  const last = task.submissions.at(-1);
  if (last?.submittedAt === command.at && same(last.product, command.product)) return accept();
  const found = firstOf(
    () => leadWorks(judged),
    () => (pendingProduct(task) ? objection('task.product-pending', { task: task.taskId }) : null),
    () => notTooEarly(command.at, last?.until ?? task.assigned.at),
    () => productNamed(judged),
  );
  return unless(found, () => [{ type: 'task.product-submitted', version: 1, data: { product: command.product } }]);
};

/** What the assigner says of the product that lies with it. */
const answering = (
  judged: Judged<AcceptProduct | SendBackProduct>,
  more: () => Objection,
  events: (submission: Submission) => readonly TaskEvent[],
): TaskDecision => {
  const { command, task } = judged;
  const found = stillOpen(judged) ?? assignerAnswers(judged);
  const pending = pendingProduct(task);
  if (found || !pending) return unless(found ?? objection('task.no-product', { task: task.taskId }), () => []);
  return unless(notTooEarly(command.at, pending.submittedAt) ?? more(), () => events(pending));
};

/** Done, and in time when it was submitted in time, however long the assigner took over it. */
export const decideAcceptProduct = (judged: Judged<AcceptProduct>): TaskDecision => {
  const { command, task } = judged;
  if (task.status === 'done' && task.endings.at(-1)?.acceptedAt === command.at) return accept();
  return answering(
    judged,
    () => null,
    ({ submittedAt }) => {
      const { dueAt } = presentDeadline(task);
      const kept = task.commitments.filter(({ state, milestone }) => state === 'open' && submittedAt <= milestone);
      return [
        { type: 'task.product-accepted', version: 1, data: { submittedAt, dueAt, note: command.note } },
        ...kept.map(({ commitmentId, milestone }): TaskEvent => ({
          type: 'task.commitment-met',
          version: 1,
          data: { commitmentId, milestone },
        })),
      ];
    },
  );
};

const reworkDue = ({ command: { at, term }, task, facts }: Judged<SendBackProduct>) =>
  term === null ? null : { term, due: taskDue(facts, task.lead, { term, countedFrom: at, setAt: at }) };

const sendBackObjection = (judged: Judged<SendBackProduct>): Objection => {
  const { command, task } = judged;
  return firstOf(
    () => reworkTerm(judged),
    () => (command.term === null ? null : termWellFormed(command.term)),
    () => {
      const rework = reworkDue(judged);
      return rework ? dueLater(rework.due.dueAt, command.at, presentDeadline(task).dueAt) : null;
    },
  );
};

export const decideSendBack = (judged: Judged<SendBackProduct>): TaskDecision => {
  const { reason, defects, at } = judged.command;
  const last = judged.task.submissions.at(-1);
  if (last?.until === at && last.sentBack?.reason === reason) return accept();
  return answering(
    judged,
    () => sendBackObjection(judged),
    () => [{ type: 'task.product-sent-back', version: 1, data: { reason, defects, rework: reworkDue(judged) } }],
  );
};

const reopeningDue = ({ command: { at, term }, task, facts }: Judged<ReopenTask>): TaskDue =>
  taskDue(facts, task.lead, { term, countedFrom: at, setAt: at });

export const decideReopen = (judged: Judged<ReopenTask>): TaskDecision => {
  const { command, task } = judged;
  const ending = task.endings.at(-1);
  if (ending?.reopened?.at === command.at && ending.reopened.reason === command.reason) return accept();
  if (task.status !== 'done' || !ending) {
    const found = task.status === 'withdrawn' ? stillOpen(judged) : null;
    return unless(found ?? objection('task.not-done', { task: task.taskId }), () => []);
  }
  const found = firstOf(
    () => assignerAnswers(judged),
    () => notTooEarly(command.at, ending.acceptedAt),
    () => termWellFormed(command.term),
    () => dueLater(reopeningDue(judged).dueAt, command.at),
  );
  return unless(found, () => [
    {
      type: 'task.reopened',
      version: 1,
      data: { reason: command.reason, term: command.term, due: reopeningDue(judged) },
    },
  ]);
};
