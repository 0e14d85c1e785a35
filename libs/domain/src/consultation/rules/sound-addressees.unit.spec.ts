import { expect, it } from '@jest/globals';
import { request } from '../../../../../test/fixtures/domain/consultation.ts';
import { soundAddressees } from './sound-addressees.ts';

const asking = (...units: readonly string[]) =>
  soundAddressees({
    command: { ...request, addressees: units.map((unit) => ({ unit, relevance: null, legalBasis: null })) },
  })?.code ?? null;

it('R12 asks somebody, each body once, never its author', () => {
  expect(asking('stc', 'vp')).toBeNull();
  expect(asking()).toBe('consultation.addressee-missing');
  expect(asking('stc', 'vp', 'stc')).toBe('consultation.addressee-twice');
  expect(asking('stc', 'sxd')).toBe('consultation.addressed-to-itself');
});
