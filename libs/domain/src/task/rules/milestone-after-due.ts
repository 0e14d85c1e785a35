import { objection } from '../../kernel/rule.ts';
import type { RequestExtension } from '../commands.ts';
import type { Judged } from '../judged.ts';
import { presentDeadline } from '../state.ts';

/** The milestone of an extension lies after the present deadline, else nothing is extended (R26). */
export const milestoneAfterDue = ({ command: { milestone }, task }: Judged<RequestExtension>) => {
  const { dueAt } = presentDeadline(task);
  return milestone !== null && milestone <= dueAt ? objection('task.milestone-not-later', { milestone, dueAt }) : null;
};
