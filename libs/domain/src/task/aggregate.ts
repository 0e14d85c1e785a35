import type { Aggregate, CaseFacts } from '../kernel/aggregate.ts';
import { caseActObjection } from '../kernel/case-actor.ts';
import { objection } from '../kernel/rule.ts';
import { decideAssign } from './assign.ts';
import type { AssignTask, TaskCommand } from './commands.ts';
import type { TaskEvent } from './events.ts';
import { evolveTask } from './evolve.ts';
import { decideAccept, decideMark, decideRefuse, decideRemind, decideReport } from './handling.ts';
import type { Judged } from './judged.ts';
import { unless, type TaskCode, type TaskDecision } from './judging.ts';
import { decideLetTimePass, decideReschedule } from './passing-time.ts';
import { decideAcceptProduct, decideReopen, decideSendBack, decideSubmit } from './products.ts';
import {
  decideGrantExtension,
  decideGrantWithdrawal,
  decideRefuseExtension,
  decideRefuseWithdrawal,
  decideRequestExtension,
  decideRequestWithdrawal,
} from './requests.ts';
import { notTooEarly } from './rules/not-too-early.ts';
import type { Task, TaskState } from './state.ts';

type LaterCommand = Exclude<TaskCommand, AssignTask>;

/** The deadline set lies ahead of now; the moment claimed for the act may not. */
const claimed = (command: TaskCommand): TaskCommand =>
  'term' in command && command.term !== null ? { ...command, term: { kind: 'working-days', days: 1 } } : command;

const onTask = (command: LaterCommand, task: Task, facts: CaseFacts): TaskDecision => {
  const judged = <C extends LaterCommand>(said: C): Judged<C> => ({ command: said, task, facts });
  switch (command.type) {
    case 'accept':
      return decideAccept(judged(command));
    case 'refuse':
      return decideRefuse(judged(command));
    case 'report-progress':
      return decideReport(judged(command));
    case 'remind':
      return decideRemind(judged(command));
    case 'mark-priority':
      return decideMark(judged(command));
    case 'request-extension':
      return decideRequestExtension(judged(command));
    case 'grant-extension':
      return decideGrantExtension(judged(command));
    case 'refuse-extension':
      return decideRefuseExtension(judged(command));
    case 'request-withdrawal':
      return decideRequestWithdrawal(judged(command));
    case 'grant-withdrawal':
      return decideGrantWithdrawal(judged(command));
    case 'refuse-withdrawal':
      return decideRefuseWithdrawal(judged(command));
    case 'submit-product':
      return decideSubmit(judged(command));
    case 'accept-product':
      return decideAcceptProduct(judged(command));
    case 'send-back-product':
      return decideSendBack(judged(command));
    case 'reopen':
      return decideReopen(judged(command));
    case 'let-time-pass':
      return decideLetTimePass(judged(command));
    case 'reschedule':
      return decideReschedule(judged(command));
  }
};

const decideTask = (command: TaskCommand, state: TaskState, facts: CaseFacts): TaskDecision => {
  const ill = caseActObjection({ command: claimed(command), facts });
  if (ill) return unless(ill, () => []);
  if (command.type === 'assign') return decideAssign(command, state, facts);
  if (state.status === 'none') return unless(objection('case.unknown', { id: '' }), () => []);
  const early = notTooEarly(command.at, state.assigned.at);
  return early ? unless(early, () => []) : onTask(command, state, facts);
};

export const taskAggregate: Aggregate<TaskCommand, TaskState, TaskEvent, TaskCode> = {
  initial: { status: 'none' },
  evolve: evolveTask,
  decide: decideTask,
};
