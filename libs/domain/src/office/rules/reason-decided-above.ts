import type { Instant, OfficerId, UnitId } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { AcceptReason, RejectReason } from '../commands.ts';
import type { ReasonRecord } from '../evolve.ts';
import type { Answering } from '../judged.ts';
import { leadsUnitOrAbove } from './leads-unit-or-above.ts';

const heads = (officer: OfficerId, unit: UnitId, at: Instant, { reference }: CaseFacts): boolean =>
  reference.organisation.headOf(unit, at)?.officerId === officer;

/**
 * R38 "không có lý do chính đáng": the competent leader of the unit the person claimed it for decides, or one
 * above; never the person, and for its head never one who serves under that head.
 */
export const reasonDecidedAbove = ({
  command,
  record: { first },
  facts,
}: Answering<AcceptReason | RejectReason, ReasonRecord>) => {
  const { actor, at } = command;
  if (same(actor.party, { kind: 'officer', id: first.officer })) {
    return objection('reason.decided-by-claimant', { officer: first.officer });
  }
  if (facts.imported) return null;
  const unit = first.byUnit;
  const underThatHead = unit !== null && actor.unit === unit && heads(first.officer, unit, at, facts);
  return unit !== null && !underThatHead && leadsUnitOrAbove(unit, command, facts)
    ? null
    : objection('reason.decider-not-competent', { unit: unit ?? '' });
};
