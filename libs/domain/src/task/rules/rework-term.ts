import { objection } from '../../kernel/rule.ts';
import type { SendBackProduct } from '../commands.ts';
import type { Judged } from '../judged.ts';
import { presentDeadline } from '../state.ts';

/**
 * Whoever sends a product back after its deadline gives a new one: the time it lay with the assigner is
 * not the lead's (R25: rework is counted by itself; handbook, Fairness 7).
 */
export const reworkTerm = ({ command: { at, term }, task }: Judged<SendBackProduct>) => {
  const { dueAt } = presentDeadline(task);
  return term === null && at > dueAt ? objection('task.rework-term-missing', { dueAt }) : null;
};
