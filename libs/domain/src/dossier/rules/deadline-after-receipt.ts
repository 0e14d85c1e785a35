import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/** R23: a legal deadline that had passed on arrival is a slip of the pen, and would make its holder late at once. */
export const deadlineAfterReceipt = (deadline: Instant | null, receivedAt: Instant) =>
  deadline !== null && deadline < receivedAt ? objection('deadline.before-received', { deadline, receivedAt }) : null;
