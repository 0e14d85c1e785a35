import { expect, it } from '@jest/globals';
import { apologise } from '../../../../../test/fixtures/domain/submission.ts';
import { newAppointmentAhead } from './new-appointment-ahead.ts';

it('R62 appoints a moment after the apology', () => {
  expect(newAppointmentAhead({ command: apologise })).toBeNull();
  expect(newAppointmentAhead({ command: { ...apologise, newAppointment: apologise.at } })?.code).toBe(
    'apology.appointment-past',
  );
});
