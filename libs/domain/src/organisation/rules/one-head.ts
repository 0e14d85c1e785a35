import { objection } from '../../kernel/rule.ts';
import type { Appoint } from '../commands.ts';
import type { AppointmentRole } from '../events.ts';
import type { EstablishedUnit, UnitAppointment } from '../evolve.ts';
import { earlierEnd, overlap } from '../period.ts';

type Case = { readonly command: Appoint; readonly state: EstablishedUnit };

/** An acting head stands in the head's place, so the two exclude each other. */
const headRoles: readonly AppointmentRole[] = ['head', 'acting-head'];

const effective = (appointment: UnitAppointment): UnitAppointment => ({
  ...appointment,
  validTo: earlierEnd(appointment.validTo, appointment.endedAt),
});

/** R32: one person answers for a unit at any moment, so that "who was head when that happened" has one answer. */
export const oneHead = ({ command, state }: Case) => {
  const overlapping = state.appointments.map(effective).filter((appointment) => overlap(appointment, command));
  if (headRoles.includes(command.role)) {
    const head = overlapping.find(({ role }) => headRoles.includes(role));
    if (head) {
      return objection('appointment.head-overlap', {
        unit: command.unitId,
        head: head.officerId,
        validFrom: head.validFrom,
        validTo: head.validTo ?? '—',
      });
    }
  }
  const twin = overlapping.find(({ officerId, role }) => officerId === command.officerId && role === command.role);
  return twin
    ? objection('appointment.duplicate', { officer: twin.officerId, role: twin.role, appointment: twin.appointmentId })
    : null;
};
