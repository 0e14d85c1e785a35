import { expect, it } from '@jest/globals';
import { failed, passed } from './verdict.ts';

it('an answer is a yes, or a no with its reason', () => {
  expect(passed).toEqual({ ok: true });
  expect(failed('why')).toEqual({ ok: false, reason: 'why' });
});
