import { expect, it } from '@jest/globals';
import { confirmedSameDay } from './confirmed-same-day.ts';

const isSameDay = (confirmedAt: string) => confirmedSameDay({ receivedAt: '2025-07-01T01:00:00.000Z', confirmedAt });

it('R77 confirms until midnight in Vietnam of the day it came in', () => {
  expect(isSameDay('2025-07-01T16:59:59.999Z')).toBe(true);
  expect(isSameDay('2025-07-01T17:00:00.000Z')).toBe(false);
});
