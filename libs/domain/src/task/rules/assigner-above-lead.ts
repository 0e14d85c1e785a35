import type { CaseFacts } from '../../kernel/aggregate.ts';
import { objection } from '../../kernel/rule.ts';
import type { AssignTask } from '../commands.ts';

/**
 * Conclusions and directions come from the committee and its Chairman, or from its office on their behalf
 * (letter 003 §1b, a: R28): from a unit above the lead, or from the office of one.
 */
export const assignerAboveLead = ({
  command: { assigner, lead },
  facts,
}: {
  command: AssignTask;
  facts: CaseFacts;
}) => {
  const { organisation } = facts.reference;
  const above = organisation.superiorsOf(lead);
  const unit = organisation.unit(assigner);
  const isOfficeAbove =
    unit?.unitKind === 'province-office' && unit.parent !== null && above.includes(unit.parent) && lead !== assigner;
  return above.includes(assigner) || isOfficeAbove ? null : objection('task.assigner-not-above', { assigner, lead });
};
