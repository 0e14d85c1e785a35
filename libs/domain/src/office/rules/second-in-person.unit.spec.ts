import { expect, it } from '@jest/globals';
import { officeFacts, proposeReview, recordAfter, secondReview } from '../../../../../test/fixtures/domain/office.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { secondInPerson } from './second-in-person.ts';

const record = recordAfter('review', proposeReview);
const codeOf = (second: typeof secondReview.actor) =>
  secondInPerson({ command: { ...secondReview, actor: second }, record, facts: officeFacts() })?.code ?? null;

it('R31 refuses another person, and the co-proposer acting for the first unit', () => {
  expect(codeOf(actor('chief', 'vp'))).toBe('review.not-the-second');
  expect(codeOf(actor('steward', 'vp'))).toBe('review.not-the-second');
});

it('R31 takes the co-proposer in person', () => {
  expect(codeOf(secondReview.actor)).toBeNull();
});
