import { expect, it } from '@jest/globals';
import { proposeReview } from '../../../../../test/fixtures/domain/office.ts';
import { account, machine, nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { twoProposers } from './two-proposers.ts';

const codeOf = (fields: object) => twoProposers({ command: { ...proposeReview, ...fields } })?.code ?? null;

it('R31 refuses machines and nobody on either side', () => {
  expect(codeOf({ actor: machine('portal', 'vp') })).toBe('review.human-only');
  expect(codeOf({ coProposer: account('portal') })).toBe('review.human-only');
  expect(codeOf({ coProposer: nobody })).toBe('review.human-only');
});

it('R31 refuses one proposer, no evidence, and one who is reviewed', () => {
  expect(codeOf({ coProposer: officer('chief') })).toBe('review.one-proposer');
  expect(codeOf({ evidence: [] })).toBe('review.without-evidence');
  expect(codeOf({ subject: { unit: 'snv', officer: 'steward' } })).toBe('review.proposer-is-subject');
  expect(codeOf({ subject: { unit: 'vp', officer: 'chief' } })).toBe('review.proposer-is-subject');
});

it('R31 takes two people, about a person or a unit', () => {
  expect(codeOf({})).toBeNull();
  expect(codeOf({ subject: { unit: 'stc', officer: null } })).toBeNull();
});
