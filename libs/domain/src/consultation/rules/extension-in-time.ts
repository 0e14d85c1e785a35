import { objection } from '../../kernel/rule.ts';
import type { ExtendTerm } from '../commands.ts';
import type { Deadline } from '../events.ts';
import type { OfAddressee } from '../judged.ts';
import type { AddresseeStatus } from '../state.ts';

/** Granted in time but entered afterwards is still an extension, unless a consent was deemed meanwhile: that one must be voided first. */
const extensible: readonly AddresseeStatus[] = ['waiting', 'silent', 'deemed-void'];

/** A deadline is extended while it runs, to a later moment; what is over is not made undone (R17, R27). */
export const extensionInTime = ({ command: { at }, addressee }: OfAddressee<ExtendTerm>, extended: Deadline) => {
  const { unit, deadline, status } = addressee;
  if (deadline === null) return objection('consultation.no-deadline', { unit });
  if (!extensible.includes(status)) return objection('consultation.closed', { unit, status });
  if (at > deadline.dueAt) return objection('consultation.deadline-over', { unit, dueAt: deadline.dueAt });
  return extended.dueAt > deadline.dueAt
    ? null
    : objection('consultation.extension-not-longer', { dueAt: extended.dueAt, formerDueAt: deadline.dueAt });
};
