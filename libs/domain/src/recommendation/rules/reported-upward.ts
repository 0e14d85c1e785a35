import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { UnitId } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/** R73: unresolved recommendations are reported to the committee above the sender, or to the office that serves it. */
export const reportedUpward = (to: UnitId, sender: UnitId, { reference: { organisation }, imported }: CaseFacts) => {
  const superiors = organisation.superiorsOf(sender);
  const unit = organisation.unit(to);
  const serves = unit?.unitKind === 'province-office' && unit.parent !== null && superiors.includes(unit.parent);
  return imported || superiors.includes(to) || serves
    ? null
    : objection('recommendation.report-not-upward', { unit: to, sender });
};
