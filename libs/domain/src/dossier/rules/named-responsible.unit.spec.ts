import { expect, it } from '@jest/globals';
import { assign } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { account, nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import type { AssignDossier } from '../commands.ts';
import { namedResponsible } from './named-responsible.ts';

const assigned = (fields: Partial<AssignDossier>) =>
  namedResponsible(judged({ ...assign, ...fields }, [registerDossier]))?.code;

it('R33 takes a person of the holding, lead or coordinating unit', () => {
  expect(assigned({ responsible: officer('colleague') })).toBeUndefined();
  expect(assigned({ responsible: officer('bursar') })).toBeUndefined();
  expect(assigned({ responsible: officer('chief'), leadUnit: 'vp' })).toBeUndefined();
});

it('R33 refuses a person from elsewhere', () => {
  expect(assigned({ responsible: officer('chief') })).toBe('assignment.responsible-not-in-unit');
  expect(assigned({ responsible: officer('bursar'), coordinators: [] })).toBe('assignment.responsible-not-in-unit');
});

it('R33 refuses whoever is not a registered person', () => {
  expect(assigned({ responsible: account('counter') })).toBe('assignment.responsible-not-a-person');
  expect(assigned({ responsible: nobody })).toBe('assignment.responsible-not-a-person');
  expect(assigned({ responsible: officer('ghost') })).toBe('assignment.responsible-not-a-person');
});
