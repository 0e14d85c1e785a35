import { objection } from '../../kernel/rule.ts';
import { provinceLeft } from '../../organisation/own-province.ts';
import type { EscalatingMove } from '../commands.ts';
import type { Submitted } from '../judged.ts';
import { submittingUnit } from '../sending-unit.ts';

/**
 * R03 (letter 000 §1): whoever passes to the Government a matter that their province may decide itself says
 * which obstacle lies beyond the province. Asked of the unit the letter binds, and only where the authority
 * matrix gives that kind of matter to the province's committee.
 */
export const groundForCentre = (judged: Submitted<EscalatingMove>) => {
  const { command, dossier, facts } = judged;
  const from = command.ground ? null : submittingUnit(judged);
  const to = command.to.unit;
  if (from === null || to === null) return null;
  const { organisation, rulebook, authority } = facts.reference;
  const province = provinceLeft(organisation, { from, to });
  const rule = province === null ? null : rulebook.rule('R03', from, command.at);
  const kind = dossier.current.dossierType;
  if (province === null || !rule || authority.may(province, 'decide', kind, command.at) !== true) return null;
  const { obligation, instrument, clause } = rule.citation;
  return objection('escalation.ground-missing', { unit: province, matterKind: kind, obligation, instrument, clause });
};
