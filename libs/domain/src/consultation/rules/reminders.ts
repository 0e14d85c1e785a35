import type { Instant, UnitId } from '../../kernel/event.ts';
import type { Reference } from '../../reference.ts';
import type { ConsultationReminded, Deadline } from '../events.ts';
import type { AddresseeState } from '../state.ts';

/** 001 §1 third dash; 003 §1d (R15): the body asked is reminded the working day before, on the day, and the working day after. */
const defaultWorkingDaysBefore = 1;

/** Working days between the first reminder and the due day; parameter `reminderWorkingDaysBefore` of R15. */
export const reminderDaysBefore = (reference: Reference, unit: UnitId, at: Instant): number => {
  const given = reference.rulebook.rule('R15', unit, at)?.parameters['reminderWorkingDaysBefore'];
  return typeof given === 'number' ? given : defaultWorkingDaysBefore;
};

export type DueReminder = {
  readonly kind: Exclude<ConsultationReminded['data']['kind'], 'manual'>;
  readonly at: Instant;
};

const kinds = ['before', 'due', 'after'] as const;

/** Reminders of the deadline that can still be given: not written yet, and not for a time before the ledger knew of the duty. */
export const remindersAhead = (
  deadline: Deadline,
  { remindersSent, deadlineKnownSince, delivery }: AddresseeState,
): readonly DueReminder[] =>
  kinds
    .map((kind) => ({ kind, at: deadline.remindAt[kind] }))
    .filter(
      ({ kind, at }) =>
        !remindersSent.includes(kind) && at > deadlineKnownSince && delivery !== null && at > delivery.recordedAt,
    );
