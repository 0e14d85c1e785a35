import { expect, it } from '@jest/globals';
import { approve, askMore, chair, factsAt, handIn, july, taskAfter } from '../../../../../test/fixtures/domain/task.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import type { TaskCommand } from '../commands.ts';
import { stillOpen } from './still-open.ts';

const codeAfter = (...before: readonly TaskCommand[]) =>
  stillOpen({ command: handIn, task: taskAfter(...before), facts: factsAt(hour(2000)) })?.code;

it('R24 works on an open task only', () => {
  const letOff = { ...askMore, type: 'request-withdrawal' } as const;
  const granted = { type: 'grant-withdrawal', at: july(11), actor: chair, note: null } as const;
  expect(codeAfter()).toBeUndefined();
  expect(codeAfter(handIn)).toBeUndefined();
  expect(codeAfter(handIn, approve)).toBe('task.done');
  expect(codeAfter(letOff, granted)).toBe('task.withdrawn');
});
