import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/** An answer does not precede its question, nor work its task, also where it is entered afterwards (R25). */
export const notTooEarly = (at: Instant, since: Instant) =>
  at < since ? objection('task.too-early', { at, since }) : null;
