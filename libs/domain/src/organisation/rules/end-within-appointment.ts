import { objection } from '../../kernel/rule.ts';
import type { EndAppointment } from '../commands.ts';
import type { UnitAppointment } from '../evolve.ts';

type Case = { readonly command: EndAppointment; readonly appointment: UnitAppointment };

/** An ending shortens an appointment; to lengthen one is a new appointment with its own basis (R32). */
export const endWithinAppointment = ({ command, appointment }: Case) => {
  const { appointmentId, validFrom, validTo, endedAt } = appointment;
  if (endedAt !== null) return objection('appointment.already-ended', { appointment: appointmentId, endedAt });
  return command.validTo <= validFrom || (validTo !== null && command.validTo > validTo)
    ? objection('appointment.end-outside-period', { appointment: appointmentId, validFrom, validTo: validTo ?? '—' })
    : null;
};
