import { expect, it } from '@jest/globals';
import { check, coordinate, object, sendBack, supplement } from '../../../../../test/fixtures/domain/submission.ts';
import { somethingNamed } from './something-named.ts';

it.each([
  ['units', coordinate, { ...coordinate, units: [] }],
  ['checklist', check, { ...check, checklist: [] }],
  ['defects', sendBack, { ...sendBack, defects: [] }],
  ['papers', supplement, { ...supplement, papers: [] }],
] as const)('R22 R62 takes no empty list of %s', (field, full, empty) => {
  expect(somethingNamed({ command: full })).toBeNull();
  expect(somethingNamed({ command: empty })).toEqual({ code: 'submission.nothing-named', facts: { field } });
});

it('asks no list of acts that have none', () => {
  expect(somethingNamed({ command: object })).toBeNull();
});
