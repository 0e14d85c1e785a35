import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import {
  answer,
  contest,
  judgedAfter,
  judgeIt,
  reportGeneric,
  send,
} from '../../../../../test/fixtures/domain/recommendation.ts';
import { knownReport } from './known-report.ts';

const story = [send, answer, reportGeneric] as const;

it('R74 refuses to speak of a report that was not made, or not yet', () => {
  expect(knownReport(judgedAfter({ ...contest, report: 2 }, ...story))?.code).toBe('recommendation.report-unknown');
  expect(knownReport(judgedAfter({ ...contest, at: hour(60) }, ...story))?.code).toBe('recommendation.report-unknown');
});

it('R74 takes one contestation and one judgement, in either order', () => {
  expect(knownReport(judgedAfter(contest, ...story, { ...judgeIt, at: hour(242) }))).toBeNull();
  expect(knownReport(judgedAfter(judgeIt, ...story, contest))).toBeNull();
  expect(knownReport(judgedAfter(contest, ...story, contest))?.code).toBe('recommendation.report-contested-already');
  expect(knownReport(judgedAfter(judgeIt, ...story, judgeIt))?.code).toBe('recommendation.report-judged-already');
});
