import { expect, it } from '@jest/globals';
import { askMore, factsAt, grantMore, july, taskAfter } from '../../../../../test/fixtures/domain/task.ts';
import type { TaskCommand } from '../commands.ts';
import { oneRequestAtATime } from './one-request-at-a-time.ts';

const codeAfter = (...before: readonly TaskCommand[]) =>
  oneRequestAtATime({ command: askMore, task: taskAfter(...before), facts: factsAt(july(12)) })?.code;

it('R26 waits for the answer before the next request', () => {
  expect(codeAfter()).toBeUndefined();
  expect(codeAfter(askMore)).toBe('task.request-pending');
  expect(codeAfter(askMore, grantMore)).toBeUndefined();
});
