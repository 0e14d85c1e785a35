import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { deadlineAfterReceipt } from './deadline-after-receipt.ts';

it('R23 refuses a deadline before the receipt', () => {
  expect(deadlineAfterReceipt(hour(0), hour(1))).toEqual({
    code: 'deadline.before-received',
    facts: { deadline: hour(0), receivedAt: hour(1) },
  });
});

it('R23 takes one at or after the receipt, and none', () => {
  expect(deadlineAfterReceipt(hour(1), hour(1))).toBeNull();
  expect(deadlineAfterReceipt(hour(2), hour(1))).toBeNull();
  expect(deadlineAfterReceipt(null, hour(1))).toBeNull();
});
