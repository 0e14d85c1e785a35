import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { deadlineAhead } from './deadline-ahead.ts';

const remindAt = { before: hour(0), due: hour(0), after: hour(0) };
const ending = (at: string) => ({ dueAt: at, calendar: { calendar: 'vn', version: 0 }, remindAt });

it('R13 leaves time to answer', () => {
  expect(deadlineAhead(ending(hour(2)), hour(1))).toBeNull();
  expect(deadlineAhead(ending(hour(1)), hour(1))?.code).toBe('consultation.due-not-ahead');
  expect(deadlineAhead(null, hour(1))).toBeNull();
});
