import { expect, it } from '@jest/globals';
import { deliver, giveBack, judge, request, story, typesOf } from '../../../../../test/fixtures/domain/consultation.ts';

const returning = (rightUnit: string | null) => typesOf(judge(story({ ...giveBack, rightUnit }, request, deliver)));

it('R12 R06 names another body as the right one, or none', () => {
  expect(returning('vp')).toEqual(['returned']);
  expect(returning(null)).toEqual(['returned']);
  expect(returning('stc')).toEqual(['consultation.right-unit-is-own']);
});
