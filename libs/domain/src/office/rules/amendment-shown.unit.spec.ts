import { expect, it } from '@jest/globals';
import { reviewRegulation } from '../../../../../test/fixtures/domain/office.ts';
import { amendmentShown } from './amendment-shown.ts';

const codeOf = (fields: object) => amendmentShown({ command: { ...reviewRegulation, ...fields } })?.code ?? null;

it('R34 refuses an amendment without its document, and steps cut by none', () => {
  expect(codeOf({ document: null })).toBe('regulation.amendment-without-document');
  expect(codeOf({ stepsBefore: null })).toBe('regulation.steps-half-counted');
  expect(codeOf({ amended: false })).toBe('regulation.steps-without-amendment');
});

it('R34 takes an amendment that cut steps, one that did not count them, and a review that changed nothing', () => {
  expect(codeOf({})).toBeNull();
  expect(codeOf({ stepsBefore: null, stepsAfter: null })).toBeNull();
  expect(codeOf({ amended: false, document: null, stepsAfter: null })).toBeNull();
  expect(codeOf({ amended: false, document: null, stepsAfter: 9 })).toBeNull();
});
