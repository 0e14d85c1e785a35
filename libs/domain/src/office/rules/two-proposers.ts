import type { Party } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { ProposeReview } from '../commands.ts';

const isOneOf = (officer: string | null, ...parties: readonly Party[]): boolean =>
  parties.some((party) => party.kind === 'officer' && party.id === officer);

/**
 * R31, letter of An Lão section 3: the Office together with home affairs proposes. Only people do, two of them,
 * with the events it rests on; neither is the one it is about. No machine opens a review.
 */
export const twoProposers = ({
  command: { actor, coProposer, subject, evidence },
}: {
  readonly command: ProposeReview;
}) => {
  if (actor.party.kind !== 'officer' || coProposer.kind !== 'officer') return objection('review.human-only');
  if (evidence.length === 0) return objection('review.without-evidence');
  if (same(actor.party, coProposer)) return objection('review.one-proposer');
  return isOneOf(subject.officer, actor.party, coProposer)
    ? objection('review.proposer-is-subject', { officer: subject.officer ?? '' })
    : null;
};
