import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { ConsultationDeadlinePassed, Deadline } from '../events.ts';
import type { AddresseeState, RequestedConsultation } from '../state.ts';

/**
 * Whom a deadline binds (R13, R15; Decree 30/2020 art. 21.2c, 22.1). A request without questions or deadline
 * creates no duty, nor does one that the records clerk of the body asked had not registered before the
 * deadline. Whether it is running is told by the state alone, so that the clock can wait for it.
 */
export const bindingDeadline = (
  consultation: Pick<RequestedConsultation, 'defects'>,
  { deadline, delivery }: AddresseeState,
): Deadline | null => {
  if (deadline === null || delivery === null || consultation.defects.length > 0) return null;
  return delivery.registeredAt < deadline.dueAt ? deadline : null;
};

/**
 * The deadline that the clock waits for. What was imported after its deadline is left to its source: the
 * rest of that log may hold the answer.
 */
export const runningDeadline = (
  consultation: Pick<RequestedConsultation, 'defects'>,
  addressee: AddresseeState,
): Deadline | null => {
  const deadline = addressee.status === 'waiting' ? bindingDeadline(consultation, addressee) : null;
  if (deadline === null || addressee.delivery === null) return null;
  return addressee.delivery.imported && addressee.delivery.recordedAt > deadline.dueAt ? null : deadline;
};

/** A body dissolved before its last day ended is not late, and neither is the one that took over from it. */
export const dutyAt = (
  { unit }: AddresseeState,
  { dueAt }: Deadline,
  { reference }: CaseFacts,
): ConsultationDeadlinePassed['data']['duty'] =>
  reference.organisation.standingOf(unit, dueAt) === 'dissolved' ? 'addressee-dissolved' : 'owed';
