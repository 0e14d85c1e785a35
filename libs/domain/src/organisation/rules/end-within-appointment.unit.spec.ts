import { expect, it } from '@jest/globals';
import { appoint, dataOf, endAppointment } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import type { UnitAppointment } from '../evolve.ts';
import { endWithinAppointment } from './end-within-appointment.ts';

const ending = (validTo: string, fields: Partial<UnitAppointment> = {}) =>
  endWithinAppointment({
    command: { ...endAppointment, validTo },
    appointment: { ...dataOf(appoint), validFrom: hour(200), validTo: hour(400), endedAt: null, ...fields },
  })?.code;

it('R32 an ending falls inside the term', () => {
  expect(ending(hour(201))).toBeUndefined();
  expect(ending(hour(400))).toBeUndefined();
  expect(ending(hour(9999), { validTo: null })).toBeUndefined();
  expect(ending(hour(200))).toBe('appointment.end-outside-period');
  expect(ending(hour(401))).toBe('appointment.end-outside-period');
});

it('R32 a term ends once', () => {
  expect(ending(hour(300), { endedAt: hour(350) })).toBe('appointment.already-ended');
});
