import { bindingDeadline } from '#domain/consultation/rules/duty-to-answer.ts';
import type { AddresseeState, RequestedConsultation } from '#domain/consultation/state.ts';
import type { Instant } from '#domain/kernel/event.ts';

const when = (kept: { readonly at: Instant } | null): Instant | null => (kept === null ? null : kept.at);
const due = (deadline: { readonly dueAt: Instant } | null): Instant | null =>
  deadline === null ? null : deadline.dueAt;

/** The moments of one body asked that rows and answers show. */
export type AddresseeMoments = {
  readonly dueAt: Instant | null;
  /** The deadline where it binds the body; null where no answer is owed by then. */
  readonly bindingDueAt: Instant | null;
  readonly registeredAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly lateAnsweredAt: Instant | null;
};

export const momentsOf = (consultation: RequestedConsultation, addressee: AddresseeState): AddresseeMoments => ({
  dueAt: due(addressee.deadline),
  bindingDueAt: due(bindingDeadline(consultation, addressee)),
  registeredAt: addressee.delivery === null ? null : addressee.delivery.registeredAt,
  answeredAt: when(addressee.answer),
  lateAnsweredAt: when(addressee.lateAnswer),
});

/** A duty was running, its last day is over and nothing has come. */
export const isOverdue = (
  { status }: Pick<AddresseeState, 'status'>,
  { bindingDueAt }: Pick<AddresseeMoments, 'bindingDueAt'>,
  now: Instant,
): boolean => (status === 'waiting' || status === 'silent') && bindingDueAt !== null && bindingDueAt < now;
