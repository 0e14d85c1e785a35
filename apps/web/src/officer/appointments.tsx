import { Text } from '@mantine/core';
import type { AppointmentView } from '#contracts/views.ts';
import { UnitName } from '../common/who.tsx';
import { formatDay } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import styles from './officer.module.css';

export function Appointments({ appointments }: { readonly appointments: readonly AppointmentView[] }) {
  const { text, label } = useLanguage();
  if (appointments.length === 0) return <Text c="var(--muted)">{text('trail.noAppointments')}</Text>;
  return (
    <ul className={styles['appointments']}>
      {appointments.map((appointment) => (
        <li key={appointment.appointmentId} data-ended={appointment.validTo !== null || undefined}>
          <strong>{appointment.title ?? label('role', appointment.role)}</strong> · <UnitName unit={appointment.unit} />{' '}
          <span className={styles['period']}>
            {formatDay(appointment.validFrom)} –{' '}
            {appointment.validTo === null ? text('common.now') : formatDay(appointment.validTo)}
          </span>
        </li>
      ))}
    </ul>
  );
}
