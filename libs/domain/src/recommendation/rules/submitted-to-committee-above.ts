import type { UnitKind } from '../../organisation/events.ts';
import { objection } from '../../kernel/rule.ts';
import type { SubmitToCommittee } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** Committees; also those that only the history of a unit still knows. */
export const committeeKinds: readonly UnitKind[] = ['province-committee', 'district-committee', 'commune-committee'];

/** R75, letter 3239 category c: the agency submits to the committee above it what only that committee may decide. */
export const submittedToCommitteeAbove = ({ command, state, facts }: Judged<SubmitToCommittee>) => {
  const { sent, submittedAt } = state;
  if (!sent.forCommittee) {
    return objection('recommendation.not-for-committee', { recommendation: sent.recommendationId });
  }
  if (submittedAt !== null) return objection('recommendation.already-submitted', { at: submittedAt });
  if (facts.imported) return null;
  const { organisation } = facts.reference;
  const kind = organisation.unit(command.committee)?.unitKind;
  const above = command.actor.unit !== null && organisation.superiorsOf(command.actor.unit).includes(command.committee);
  return above && kind !== undefined && committeeKinds.includes(kind)
    ? null
    : objection('recommendation.not-a-committee-above', { unit: command.committee });
};
