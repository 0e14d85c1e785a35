import { expect, it } from '@jest/globals';
import { assign, giveBack, handOff, performStep } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { hour, nobody } from '../../../../../test/fixtures/domain/organisation.ts';
import { unitsInOffice } from './units-in-office.ts';

it('R21 refuses a unit nobody has heard of, and names where it stands', () => {
  const lead = judged({ ...assign, leadUnit: 'nowhere' }, [registerDossier]);
  expect(unitsInOffice(lead)).toEqual({ code: 'unit.unknown', facts: { field: 'leadUnit', unit: 'nowhere' } });
  const right = judged({ ...giveBack, rightUnit: 'nowhere' }, [registerDossier, handOff]);
  expect(unitsInOffice(right)?.facts).toEqual({ field: 'rightUnit', unit: 'nowhere' });
});

it.each([
  ['former', 'dissolved'],
  ['later', 'not-yet'],
])('R21 refuses the unit %s, which is %s when the act happens', (unit, standing) => {
  const moved = judged({ ...handOff, to: { party: nobody, unit } }, [registerDossier]);
  expect(unitsInOffice(moved)).toEqual({
    code: 'unit.not-in-office',
    facts: { field: 'to', unit, standing, at: hour(1) },
  });
  const coordinated = judged({ ...assign, coordinators: ['stc', unit] }, [registerDossier]);
  expect(unitsInOffice(coordinated)?.facts['field']).toBe('coordinators');
});

it('R21 asks as of the act: a unit dissolved since could still receive', () => {
  const before = judged({ ...handOff, at: '2022-01-01T00:00:00.000Z', to: { party: nobody, unit: 'former' } }, [
    registerDossier,
  ]);
  expect(unitsInOffice(before)).toBeNull();
  expect(unitsInOffice(judged(performStep, [registerDossier]))).toBeNull();
});
