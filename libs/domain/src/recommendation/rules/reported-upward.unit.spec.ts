import { expect, it } from '@jest/globals';
import { caseFacts } from '../../../../../test/fixtures/domain/recommendation.ts';
import { reportedUpward } from './reported-upward.ts';

it('R73 refuses a report sideways or downward', () => {
  for (const to of ['stc', 'sxd-qh', 'sxd']) {
    expect(reportedUpward(to, 'sxd', caseFacts())?.code).toBe('recommendation.report-not-upward');
  }
});

it('R73 takes the committee, the office that serves it, and what was imported', () => {
  expect(reportedUpward('ubnd', 'sxd', caseFacts())).toBeNull();
  expect(reportedUpward('vp', 'sxd', caseFacts())).toBeNull();
  expect(reportedUpward('stc', 'sxd', caseFacts(true))).toBeNull();
});
