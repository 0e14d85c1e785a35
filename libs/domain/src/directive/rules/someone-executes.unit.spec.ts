import { expect, it } from '@jest/globals';
import { issue } from '../../../../../test/fixtures/domain/directive.ts';
import { executorsOf, someoneExecutes } from './someone-executes.ts';

it('R77 lays the duty on those who are to execute, and on nobody else', () => {
  expect(executorsOf(issue)).toEqual(['sxd']);
});

it('R28 refuses a directive that nobody is to carry out', () => {
  expect(someoneExecutes({ command: issue })).toBeNull();
  const known = [{ unit: 'stc', role: 'know' } as const];
  expect(someoneExecutes({ command: { recipients: known } })?.code).toBe('directive.without-executor');
});
