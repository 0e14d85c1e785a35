import { objection } from '../../kernel/rule.ts';
import type { EscalatingMove } from '../commands.ts';
import type { Submitted } from '../judged.ts';
import { submittingUnit } from '../sending-unit.ts';

/** Letter 000 §1, letter 001 §1.2, directive 002 §1d (R02, R07); towards the centre letter 000 §1 (R03). */
const duties = ['R02', 'R07', 'R03'];

/**
 * R02, R03, R07: who submits a matter upward that they may decide themselves says why. It is asked only where
 * such a duty binds the submitting unit at that moment and the authority matrix says that the unit may decide
 * this kind of matter. Where the matrix is silent nobody is asked; inside one unit nothing is passed up, and an
 * Office that forwards a submission passes on nothing of its own. Whether
 * the stated ground holds is for people to find: one that the matrix contradicts is recorded all the same.
 */
export const groundForEscalation = (judged: Submitted<EscalatingMove>) => {
  const { command, dossier, facts } = judged;
  const from = command.ground ? null : submittingUnit(judged);
  if (from === null) return null;
  const rule = facts.reference.rulebook.firstRule(duties, from, command.at);
  const kind = dossier.current.dossierType;
  if (!rule || facts.reference.authority.may(from, 'decide', kind, command.at) !== true) return null;
  const { obligation, instrument, clause } = rule.citation;
  return objection('escalation.ground-missing', { unit: from, matterKind: kind, obligation, instrument, clause });
};
