import type { ComputedDue } from '../../kernel/citation.ts';
import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/** R73: a time limit that has ended when the recommendation leaves binds nobody. */
export const dueAfterSending = (due: ComputedDue, at: Instant) =>
  due.dueAt > at ? null : objection('recommendation.due-before-sending', { dueAt: due.dueAt, at });
