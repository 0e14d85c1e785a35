import { expect, it } from '@jest/globals';
import { dissolve, establishedAt } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { dissolutionAfterBeginning } from './dissolution-after-beginning.ts';

const endingAt = (validTo: string) =>
  dissolutionAfterBeginning({ command: { ...dissolve, validTo }, state: establishedAt(hour(100)) })?.code;

it('R32 a unit ends after its beginning', () => {
  expect(endingAt(hour(101))).toBeUndefined();
  expect(endingAt(hour(100))).toBe('unit.end-before-beginning');
  expect(endingAt(hour(99))).toBe('unit.end-before-beginning');
});
