import { expect, it } from '@jest/globals';
import { answer, judge, request, story, typesOf } from '../../../../../test/fixtures/domain/consultation.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';

it('R13 lets nobody answer before they were asked', () => {
  expect(typesOf(judge(story({ ...answer, at: hour(-1) }, request)))).toEqual(['consultation.before-request']);
  expect(typesOf(judge(story({ ...answer, at: hour(0) }, request)))).toEqual(['answered']);
});
