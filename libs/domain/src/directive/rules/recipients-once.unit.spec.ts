import { expect, it } from '@jest/globals';
import { issue } from '../../../../../test/fixtures/domain/directive.ts';
import { recipientsOnce } from './recipients-once.ts';

it('R77 takes each recipient in one role', () => {
  expect(recipientsOnce({ command: issue })).toBeNull();
  const twice = [...issue.recipients, { unit: 'sxd', role: 'know' } as const];
  expect(recipientsOnce({ command: { ...issue, recipients: twice } })?.facts).toEqual({ unit: 'sxd' });
});
