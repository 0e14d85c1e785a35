import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { dueLater } from './due-later.ts';

it('R23 sets deadlines ahead, never back', () => {
  expect(dueLater(hour(10), hour(1), hour(9))).toBeNull();
  expect(dueLater(hour(10), hour(1), hour(11))?.facts).toEqual({ dueAt: hour(10), after: hour(11) });
  expect(dueLater(hour(10), hour(10))?.code).toBe('task.due-not-later');
});
