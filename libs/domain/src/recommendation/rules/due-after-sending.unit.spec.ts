import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { dueAfterSending } from './due-after-sending.ts';

const due = (dueAt: string) => ({ dueAt, calendar: { calendar: 'vn', version: 0 } });

it('R73 refuses a limit that has ended when it is sent', () => {
  expect(dueAfterSending(due(hour(1)), hour(1))?.code).toBe('recommendation.due-before-sending');
});

it('R73 takes one that still runs', () => {
  expect(dueAfterSending(due(hour(1)), hour(0))).toBeNull();
});
