import type { Instant } from '../../kernel/event.ts';
import type { AddresseeState } from '../state.ts';

/**
 * Late is what is given after a deadline that bound the body and passed (001 §1 third dash; R15, R17): such a
 * text is kept and readable, and undoes nothing. Without a binding deadline no answer is late (R13). Returns
 * the due moment that was missed; null when the answer is in time.
 */
export const missedDue = ({ status, deadline, passes }: AddresseeState, at: Instant): Instant | null => {
  if (status !== 'silent' && status !== 'consent-deemed') return null;
  const dueAt = passes.at(-1)?.dueAt ?? deadline?.dueAt ?? null;
  return dueAt !== null && at > dueAt ? dueAt : null;
};
