import { expect, it } from '@jest/globals';
import {
  askMore,
  dueAt,
  endOfJuly,
  factsAt,
  grantMore,
  july,
  taskAfter,
} from '../../../../../test/fixtures/domain/task.ts';
import type { TaskCommand } from '../commands.ts';
import { beforeDeadline } from './before-deadline.ts';

const codeAt = (at: string, ...before: readonly TaskCommand[]) =>
  beforeDeadline({ command: { ...askMore, at }, task: taskAfter(...before), facts: factsAt(at) })?.code;

it('R26 takes a request to the last millisecond of the deadline, and none after it', () => {
  expect(codeAt(dueAt)).toBeUndefined();
  expect(codeAt('2025-07-15T17:00:00.000Z')).toBe('task.deadline-over');
});

it('R26 goes by the present deadline, not by the original one', () => {
  expect(codeAt(july(20), askMore, grantMore)).toBeUndefined();
  expect(codeAt(endOfJuly(26), askMore, grantMore)).toBe('task.deadline-over');
});
