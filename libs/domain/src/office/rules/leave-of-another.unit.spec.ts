import { expect, it } from '@jest/globals';
import { officeFacts, recordLeave } from '../../../../../test/fixtures/domain/office.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { leaveOfAnother } from './leave-of-another.ts';

const codeOf = (fields: object, imported = false) =>
  leaveOfAnother({ command: { ...recordLeave, ...fields }, facts: officeFacts(imported) })?.code ?? null;

it('R38 refuses a leave that one records for oneself, or for who does not serve there', () => {
  expect(codeOf({ actor: actor('member', 'sxd') })).toBe('leave.recorded-by-oneself');
  expect(codeOf({ officer: 'bursar' })).toBe('leave.officer-not-in-unit');
});

it('R38 takes one recorded by somebody else, and what was imported', () => {
  expect(codeOf({})).toBeNull();
  expect(codeOf({ officer: 'bursar' }, true)).toBeNull();
});
