import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { forwardPeriod } from './forward-period.ts';

it('R33 refuses a period that has no length, and moments that are none', () => {
  expect(forwardPeriod(hour(1), hour(1))?.code).toBe('office.period-empty');
  expect(forwardPeriod(hour(2), hour(1))?.code).toBe('office.period-empty');
  expect(forwardPeriod('2025-07-01', null)).toMatchObject({ code: 'act.moment-malformed', facts: { field: 'from' } });
  expect(forwardPeriod(hour(0), 'mai')).toMatchObject({ code: 'act.moment-malformed', facts: { field: 'to' } });
});

it('R33 takes one that runs, with or without an end', () => {
  expect(forwardPeriod(hour(0), hour(1))).toBeNull();
  expect(forwardPeriod(hour(0), null)).toBeNull();
});
