import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { answer, judgedAfter, send } from '../../../../../test/fixtures/domain/recommendation.ts';
import { notBeforeSending } from './not-before-sending.ts';

it('R73 refuses an answer before the recommendation', () => {
  expect(notBeforeSending(judgedAfter({ ...answer, at: hour(-1) }, send))?.code).toBe('recommendation.before-sending');
});

it('R73 takes one at the very moment', () => {
  expect(notBeforeSending(judgedAfter({ ...answer, at: send.at }, send))).toBeNull();
});
