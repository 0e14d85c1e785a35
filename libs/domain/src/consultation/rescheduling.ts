import type { CaseFacts } from '../kernel/aggregate.ts';
import { same } from '../kernel/same.ts';
import { deadlineOf, isMovable } from './deadline.ts';
import type { ConsultationRescheduled, Deadline } from './events.ts';
import type { AddresseeState, RequestedConsultation } from './state.ts';

/** No calendar moves a deadline forward into a time that is over: that would be lateness by announcement. */
const intoThePast = (due: Deadline, former: Deadline, { now }: CaseFacts): boolean =>
  due.dueAt < former.dueAt && due.dueAt <= now;

/** What fell due before the new calendar was announced stays fallen due. */
const rescheduled = (
  consultation: RequestedConsultation,
  addressee: AddresseeState,
  facts: CaseFacts,
): readonly ConsultationRescheduled[] => {
  const { unit, term, termFrom, deadline, status } = addressee;
  if (status !== 'waiting' || term === null || deadline === null || !isMovable(term)) return [];
  const { version } = facts.reference.calendars.for(consultation.requester, facts.now);
  const due = deadlineOf(consultation.requester, term, termFrom, facts);
  const overAlready = deadline.dueAt <= version.announcedAt;
  if (overAlready || facts.reference.calendars.isOlder(due.calendar, deadline.calendar)) return [];
  if (intoThePast(due, deadline, facts)) return [];
  if (due.dueAt === deadline.dueAt && same(due.remindAt, deadline.remindAt)) return [];
  return [
    {
      type: 'consultation.rescheduled',
      version: 1,
      data: { unit, formerDueAt: deadline.dueAt, formerCalendar: deadline.calendar, due },
    },
  ];
};

/** Deadlines that still run, counted anew on the newest calendar the ledger knows; those that do not move are left alone. */
export const rescheduledOn = (
  consultation: RequestedConsultation,
  facts: CaseFacts,
): readonly ConsultationRescheduled[] =>
  consultation.addressees.flatMap((addressee) => rescheduled(consultation, addressee, facts));
