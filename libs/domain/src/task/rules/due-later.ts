import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/** A deadline lies after the act that sets it, and a new one after the one it replaces (R23, R26). */
export const dueLater = (dueAt: Instant, ...after: readonly Instant[]) => {
  const passed = after.find((moment) => dueAt <= moment);
  return passed === undefined ? null : objection('task.due-not-later', { dueAt, after: passed });
};
