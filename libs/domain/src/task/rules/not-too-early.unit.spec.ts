import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { notTooEarly } from './not-too-early.ts';

it('R25 takes an act at or after what it follows', () => {
  expect(notTooEarly(hour(2), hour(1))).toBeNull();
  expect(notTooEarly(hour(1), hour(1))).toBeNull();
  expect(notTooEarly(hour(0), hour(1))?.code).toBe('task.too-early');
});
