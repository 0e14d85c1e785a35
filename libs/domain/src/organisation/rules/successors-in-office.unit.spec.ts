import { expect, it } from '@jest/globals';
import { dissolve, noFacts } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { successorsInOffice } from './successors-in-office.ts';

const facts = { ...noFacts, units: { sxd: 'in-office', former: 'dissolved', later: 'not-yet' } as const };
const succeededBy = (...successors: string[]) =>
  successorsInOffice({ command: { ...dissolve, successors }, facts })?.code;

it('R21 takes successors in office at the end, and none when the function ends', () => {
  expect(succeededBy('sxd')).toBeUndefined();
  expect(succeededBy()).toBeUndefined();
});

it('R21 refuses itself, and whoever is not in office then', () => {
  expect(succeededBy('sxd', 'snnmt')).toBe('unit.succeeds-itself');
  expect(succeededBy('sxd', 'former')).toBe('unit.successor-not-in-office');
  expect(succeededBy('later')).toBe('unit.successor-not-in-office');
  expect(succeededBy('unheard-of')).toBe('unit.successor-not-in-office');
});
