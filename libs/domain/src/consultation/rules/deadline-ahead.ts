import type { Instant } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';
import type { Deadline } from '../events.ts';

/** A time limit leaves time: it ends after the act that sets it (R13). */
export const deadlineAhead = (deadline: Deadline | null, at: Instant) =>
  deadline === null || at < deadline.dueAt
    ? null
    : objection('consultation.due-not-ahead', { dueAt: deadline.dueAt, at });
