import { expect, it } from '@jest/globals';
import { assign, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { dueAfterAct } from './due-after-act.ts';

it('R25 refuses a due moment before the act that sets it', () => {
  expect(dueAfterAct({ command: { ...assign, dueAt: hour(0) } })).toEqual({
    code: 'due.before-act',
    facts: { dueAt: hour(0), at: hour(1) },
  });
});

it('R25 takes one at or after it, and none', () => {
  expect(dueAfterAct({ command: { ...handOff, dueAt: hour(1) } })).toBeNull();
  expect(dueAfterAct({ command: { ...handOff, dueAt: null } })).toBeNull();
});
