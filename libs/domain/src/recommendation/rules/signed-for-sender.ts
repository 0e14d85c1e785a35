import type { CaseFacts } from '../../kernel/aggregate.ts';
import { objection } from '../../kernel/rule.ts';
import type { SendRecommendation } from '../commands.ts';

/** R03 lays the escalation on adviser and signer: a person who held the capacity in the sender (Decree 30/2020 art. 13). */
export const signedForSender = ({
  command: { signature, sender, at },
  facts: { reference, imported },
}: {
  readonly command: SendRecommendation;
  readonly facts: CaseFacts;
}) => {
  const { signer, drafter, capacity } = signature;
  if (imported) return null;
  if (drafter.kind === 'officer' && !reference.organisation.knowsOfficer(drafter.id)) {
    return objection('case.officer-unknown', { officer: drafter.id });
  }
  return signer.kind === 'officer' && reference.organisation.holdsCapacity(signer, sender, capacity, at)
    ? null
    : objection('recommendation.signature-not-held', { unit: sender, capacity });
};
