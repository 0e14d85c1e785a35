import { expect, it } from '@jest/globals';
import { askMore, dueAt, endOfJuly, factsAt, july, taskAfter } from '../../../../../test/fixtures/domain/task.ts';
import { milestoneAfterDue } from './milestone-after-due.ts';

const codeOf = (milestone: string) =>
  milestoneAfterDue({ command: { ...askMore, milestone }, task: taskAfter(), facts: factsAt(july(10)) })?.code;

it('R26 takes a milestone after the present deadline only', () => {
  expect(codeOf(endOfJuly(16))).toBeUndefined();
  expect(codeOf(dueAt)).toBe('task.milestone-not-later');
  expect(codeOf(july(11))).toBe('task.milestone-not-later');
});
