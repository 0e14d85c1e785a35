import type { Clocked } from '../kernel/aggregate.ts';
import { isMovable } from './deadline.ts';
import { nextDueOf } from './passing.ts';
import type { ConsultationState } from './state.ts';

/** What the deadline clock needs to know of a consultation: reminders and deadlines ahead, and whether a calendar could move one. */
export const consultationClock: Clocked<ConsultationState> = {
  nextDue: (state) => (state.status === 'none' ? null : nextDueOf(state)),
  movable: (state) =>
    state.status === 'requested' &&
    state.addressees.some(({ status, deadline, term }) => status === 'waiting' && deadline !== null && isMovable(term)),
};
