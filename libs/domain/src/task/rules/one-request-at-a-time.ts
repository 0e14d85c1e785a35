import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';
import { pendingRequest } from '../state.ts';

/** The assigner answers one request before the next is filed, so that it is clear what was granted (R26). */
export const oneRequestAtATime = ({ task }: Judged) => {
  const pending = pendingRequest(task);
  return pending ? objection('task.request-pending', { request: pending.requestId, kind: pending.kind }) : null;
};
