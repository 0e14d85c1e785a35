import { objection } from '../../kernel/rule.ts';
import type { ProposeReview } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** R31: the Office and home affairs are two units; one unit alone does not propose. */
export const proposersOfTwoUnits = ({ command, facts }: Judged<ProposeReview>) => {
  const { actor, coProposer, subject, at } = command;
  const { organisation } = facts.reference;
  if (facts.imported || coProposer.kind !== 'officer') return null;
  const named = subject.officer === null ? [coProposer.id] : [coProposer.id, subject.officer];
  const unknown = named.find((id) => !organisation.knowsOfficer(id));
  if (unknown !== undefined) return objection('case.officer-unknown', { officer: unknown });
  return organisation.appointmentsOf(coProposer.id, at).some(({ unitId }) => unitId !== actor.unit)
    ? null
    : objection('review.proposers-of-one-unit', { unit: actor.unit ?? '' });
};
