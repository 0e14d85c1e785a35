import { expect, it } from '@jest/globals';
import {
  decideReview,
  officeFacts,
  proposeReview,
  recordAfter,
  secondReview,
} from '../../../../../test/fixtures/domain/office.ts';
import { actor, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { reviewDecidedByChairman } from './review-decided-by-chairman.ts';

const record = recordAfter('review', proposeReview, secondReview);
const codeOf = (decider: typeof decideReview.actor, of = record) =>
  reviewDecidedByChairman({ command: { ...decideReview, actor: decider }, record: of, facts: officeFacts() })?.code ??
  null;

it('R31 refuses to decide what one unit alone proposed', () => {
  expect(codeOf(decideReview.actor, recordAfter('review', proposeReview))).toBe('review.not-seconded');
});

it('R31 refuses proposers, the one under review, and whoever is no leader of a committee above', () => {
  for (const [who, unit] of [
    ['chief', 'vp'],
    ['steward', 'snv'],
    ['financier', 'stc'],
  ] as const) {
    expect(codeOf(actor(who, unit))).toBe('review.decided-by-party');
  }
  expect(codeOf(actor('head', 'sxd'))).toBe('review.decider-not-competent');
});

it('R31 takes the Chairman’s level, but not a Chairman under review', () => {
  expect(codeOf(decideReview.actor)).toBeNull();
  const first = { ...record.first, subject: { unit: 'ubnd', officer: 'chair' }, coProposer: officer('steward') };
  expect(codeOf(decideReview.actor, { ...record, first })).toBe('review.decided-by-party');
});
