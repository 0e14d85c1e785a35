import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { RecordLeave } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** Fairness 6: leave stands in a person's favour, so somebody else records it, of one who serves in the unit. */
export const leaveOfAnother = ({ command: { officer, unit, from, actor }, facts }: Judged<RecordLeave>) => {
  if (same(actor.party, { kind: 'officer', id: officer })) return objection('leave.recorded-by-oneself', { officer });
  if (facts.imported) return null;
  return facts.reference.organisation.appointmentsOf(officer, from).some(({ unitId }) => unitId === unit)
    ? null
    : objection('leave.officer-not-in-unit', { officer, unit, from });
};
