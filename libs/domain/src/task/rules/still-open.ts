import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';

/** A finished task is taken up again by reopening it (R24: finished for good is measured), a withdrawn one not at all. */
export const stillOpen = ({ task: { status, taskId } }: Judged) => {
  switch (status) {
    case 'open':
      return null;
    case 'done':
      return objection('task.done', { task: taskId });
    case 'withdrawn':
      return objection('task.withdrawn', { task: taskId });
  }
};
