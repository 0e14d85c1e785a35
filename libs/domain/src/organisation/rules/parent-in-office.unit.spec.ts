import { expect, it } from '@jest/globals';
import { establish, noFacts } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { parentInOffice } from './parent-in-office.ts';

const under = (parent: string | null, standing?: 'in-office' | 'not-yet' | 'dissolved') =>
  parentInOffice({
    command: { ...establish, parent },
    facts: { ...noFacts, units: parent !== null && standing ? { [parent]: standing } : {} },
  })?.code;

it('R32 begins under a superior in office, or under none', () => {
  expect(under('ubnd', 'in-office')).toBeUndefined();
  expect(under(null)).toBeUndefined();
});

it('R32 refuses a superior that is unknown, not yet or no longer there', () => {
  expect(under('ubnd')).toBe('unit.parent-not-in-office');
  expect(under('ubnd', 'not-yet')).toBe('unit.parent-not-in-office');
  expect(under('ubnd', 'dissolved')).toBe('unit.parent-not-in-office');
});
