import { objection } from '../../kernel/rule.ts';
import type { RequestExtension, RequestWithdrawal } from '../commands.ts';
import type { Judged } from '../judged.ts';
import { presentDeadline } from '../state.ts';

/** A request counts only when filed before the present deadline has ended (directive 002 §1c: R26). */
export const beforeDeadline = ({ command: { at }, task }: Judged<RequestExtension | RequestWithdrawal>) => {
  const { dueAt } = presentDeadline(task);
  return at > dueAt ? objection('task.deadline-over', { at, dueAt }) : null;
};
