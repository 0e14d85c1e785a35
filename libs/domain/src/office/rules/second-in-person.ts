import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { SecondReview } from '../commands.ts';
import type { ReviewRecord } from '../evolve.ts';
import type { Answering } from '../judged.ts';

/** R31: the second proposer confirms in person and for another unit; being named is not proposing. */
export const secondInPerson = ({ command: { actor }, record: { first } }: Answering<SecondReview, ReviewRecord>) =>
  same(actor.party, first.coProposer) && actor.unit !== first.byUnit
    ? null
    : objection('review.not-the-second', { officer: first.coProposer.kind === 'unknown' ? '' : first.coProposer.id });
