import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { periodNotEmpty } from './period-not-empty.ts';

it('R32 refuses an end at or before the beginning', () => {
  expect(periodNotEmpty({ command: { validFrom: hour(1), validTo: hour(1) } })?.code).toBe('period.empty');
  expect(periodNotEmpty({ command: { validFrom: hour(1), validTo: hour(0) } })?.code).toBe('period.empty');
});

it('R32 takes an end after it, and none', () => {
  expect(periodNotEmpty({ command: { validFrom: hour(1), validTo: hour(2) } })).toBeNull();
  expect(periodNotEmpty({ command: { validFrom: hour(1), validTo: null } })).toBeNull();
});
