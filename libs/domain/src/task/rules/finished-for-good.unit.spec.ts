import { expect, it } from '@jest/globals';
import { referenceOf } from '../../../../../test/fixtures/domain/task.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { finishedForGood } from './finished-for-good.ts';

const reference = referenceOf();
const accepted = { submittedAt: hour(0), acceptedAt: hour(0), dueAt: hour(9), reopened: null };
/** The thirtieth working day after 1 July 2025 is 12 August. */
const lastMoment = '2025-08-12T16:59:59.999Z';
const afterwards = '2025-08-12T17:00:00.000Z';
const reopened = (at: string) => ({ ...accepted, reopened: { at, reason: 'Phát sinh lại' } });

it('R24 leaves it open while the days run, and says yes when they have run', () => {
  expect(finishedForGood(accepted, 'sxd', { reference, now: lastMoment })).toBeNull();
  expect(finishedForGood(accepted, 'sxd', { reference, now: afterwards })).toBe(true);
});

it('R24 says no when it was reopened within them, and yes when later', () => {
  expect(finishedForGood(reopened(lastMoment), 'sxd', { reference, now: lastMoment })).toBe(false);
  expect(finishedForGood(reopened(afterwards), 'sxd', { reference, now: afterwards })).toBe(true);
});
