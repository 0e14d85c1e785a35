import { expect, it } from '@jest/globals';
import {
  answer,
  contest,
  judgedAfter,
  reportGeneric,
  send,
  settle,
} from '../../../../../test/fixtures/domain/recommendation.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { stillUnsettled } from './still-unsettled.ts';

const story = [send, answer, reportGeneric, { ...settle, at: hour(241) }] as const;

it('R73 refuses to go on with what is settled', () => {
  expect(stillUnsettled(judgedAfter({ ...answer, at: hour(300) }, ...story))?.code).toBe('recommendation.settled');
});

it('R74 leaves the agency its word on a report all the same', () => {
  expect(stillUnsettled(judgedAfter(contest, ...story))).toBeNull();
  expect(stillUnsettled(judgedAfter(answer, send))).toBeNull();
});
