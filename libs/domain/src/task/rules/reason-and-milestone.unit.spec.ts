import { expect, it } from '@jest/globals';
import { askMore } from '../../../../../test/fixtures/domain/task.ts';
import { reasonAndMilestone } from './reason-and-milestone.ts';

const missingIn = (changes: object) => reasonAndMilestone({ command: { ...askMore, ...changes } })?.facts['missing'];

it('R26 takes a request with reason and milestone', () => {
  expect(missingIn({})).toBeUndefined();
});

it('R26 names what is missing, all of it', () => {
  expect(missingIn({ reason: null })).toEqual(['reason']);
  expect(missingIn({ milestone: null })).toEqual(['milestone']);
  expect(missingIn({ milestone: 'cuối tháng' })).toEqual(['milestone']);
  expect(missingIn({ reason: null, milestone: null })).toEqual(['reason', 'milestone']);
});
