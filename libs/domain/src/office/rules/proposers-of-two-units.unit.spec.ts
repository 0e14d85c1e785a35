import { expect, it } from '@jest/globals';
import { officeFacts, proposeReview } from '../../../../../test/fixtures/domain/office.ts';
import { officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { proposersOfTwoUnits } from './proposers-of-two-units.ts';

const codeOf = (fields: object, imported = false) =>
  proposersOfTwoUnits({ command: { ...proposeReview, ...fields }, facts: officeFacts(imported) })?.code ?? null;

it('R31 refuses a co-proposer of no other unit, and people nobody knows', () => {
  expect(codeOf({ coProposer: officer('idle') })).toBe('review.proposers-of-one-unit');
  expect(codeOf({ coProposer: officer('stranger') })).toBe('case.officer-unknown');
  expect(codeOf({ subject: { unit: 'stc', officer: 'stranger' } })).toBe('case.officer-unknown');
});

it('R31 takes the Office with home affairs, and what was imported', () => {
  expect(codeOf({})).toBeNull();
  expect(codeOf({ subject: { unit: 'stc', officer: null } })).toBeNull();
  expect(codeOf({ coProposer: officer('idle') }, true)).toBeNull();
});
