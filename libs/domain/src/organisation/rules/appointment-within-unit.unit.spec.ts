import { expect, it } from '@jest/globals';
import { appoint, establishedAt } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { appointmentWithinUnit } from './appointment-within-unit.ts';

const during = (validFrom: string, validTo: string | null, unitEnd: string | null) =>
  appointmentWithinUnit({ command: { ...appoint, validFrom, validTo }, state: establishedAt(hour(100), unitEnd) })
    ?.code;

it('R32 takes a term inside the life of the unit, to its very end', () => {
  expect(during(hour(100), hour(200), null)).toBeUndefined();
  expect(during(hour(100), hour(200), hour(200))).toBeUndefined();
});

it('R32 takes a term without an end: it ends with the unit', () => {
  expect(during(hour(150), null, hour(200))).toBeUndefined();
});

it('R32 refuses a term that begins before the unit, after it, or outlives it', () => {
  expect(during(hour(99), hour(150), null)).toBe('appointment.outside-unit');
  expect(during(hour(200), null, hour(200))).toBe('appointment.outside-unit');
  expect(during(hour(150), hour(201), hour(200))).toBe('appointment.outside-unit');
});
