import { objection } from '../../kernel/rule.ts';
import type { RecordFinding } from '../commands.ts';
import type { Judged } from '../judged.ts';
import { leadsUnitOrAbove } from './leads-unit-or-above.ts';

/** R37: the inspectorate, or a leader of the person's unit or above; a colleague's word is no finding. */
export const findingByTheCompetent = ({ command, facts }: Judged<RecordFinding>) => {
  const { actor, officer, at } = command;
  const { organisation } = facts.reference;
  if (facts.imported) return null;
  if (!organisation.knowsOfficer(officer)) return objection('case.officer-unknown', { officer });
  const inspects = actor.unit !== null && organisation.unit(actor.unit)?.unitKind === 'inspectorate';
  const leads = organisation.appointmentsOf(officer, at).some(({ unitId }) => leadsUnitOrAbove(unitId, command, facts));
  return inspects || leads ? null : objection('finding.not-competent', { officer });
};
