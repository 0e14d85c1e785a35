import { expect, it } from '@jest/globals';
import { appoint, dataOf, establishedAt } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Appoint } from '../commands.ts';
import type { UnitAppointment } from '../evolve.ts';
import { oneHead } from './one-head.ts';

const held = (fields: Partial<UnitAppointment>): UnitAppointment => ({
  ...dataOf(appoint),
  appointmentId: 'BN-0',
  officerId: 'old',
  role: 'head',
  validFrom: hour(100),
  validTo: hour(200),
  endedAt: null,
  ...fields,
});
const beside = (appointment: UnitAppointment, fields: Partial<Appoint>) =>
  oneHead({
    command: { ...appoint, ...fields },
    state: { ...establishedAt(hour(0)), appointments: [appointment] },
  })?.code;

it('R32 refuses a second head while the first is in office', () => {
  expect(beside(held({}), { validFrom: hour(199), validTo: null })).toBe('appointment.head-overlap');
  expect(beside(held({ validTo: null }), { validFrom: hour(900) })).toBe('appointment.head-overlap');
  expect(beside(held({}), { validFrom: hour(50), validTo: hour(101) })).toBe('appointment.head-overlap');
});

it('R32 an acting head excludes a head, and the other way round', () => {
  expect(beside(held({}), { role: 'acting-head', validFrom: hour(150) })).toBe('appointment.head-overlap');
  expect(beside(held({ role: 'acting-head' }), { validFrom: hour(150) })).toBe('appointment.head-overlap');
});

it('R32 takes the successor at the moment the first one leaves, planned or early', () => {
  expect(beside(held({}), { validFrom: hour(200) })).toBeUndefined();
  expect(beside(held({ endedAt: hour(150) }), { validFrom: hour(150) })).toBeUndefined();
  expect(beside(held({ validTo: null, endedAt: hour(150) }), { validFrom: hour(150), validTo: null })).toBeUndefined();
  expect(beside(held({}), { validFrom: hour(50), validTo: hour(100) })).toBeUndefined();
});

it('R32 takes several deputies, but not the same person twice in one role', () => {
  const deputy = held({ role: 'deputy' });
  expect(beside(deputy, { role: 'deputy', validFrom: hour(150) })).toBeUndefined();
  expect(beside(deputy, { role: 'acting-head', officerId: 'old', validFrom: hour(150) })).toBeUndefined();
  expect(beside(deputy, { role: 'deputy', officerId: 'old', validFrom: hour(150) })).toBe('appointment.duplicate');
});
