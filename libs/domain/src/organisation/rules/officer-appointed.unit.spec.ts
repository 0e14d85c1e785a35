import { expect, it } from '@jest/globals';
import { appoint, noFacts } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { officerAppointed } from './officer-appointed.ts';

const facts = { ...noFacts, officers: ['idle'], accounts: ['counter'] };
const appointing = (officerId: string) => officerAppointed({ command: { ...appoint, officerId }, facts })?.code;

it('R33 appoints a registered officer and nobody else', () => {
  expect(appointing('idle')).toBeUndefined();
  expect(appointing('counter')).toBe('appointment.account');
  expect(appointing('stranger')).toBe('appointment.officer-unknown');
});
