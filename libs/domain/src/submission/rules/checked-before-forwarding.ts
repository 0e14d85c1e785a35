import { objection } from '../../kernel/rule.ts';
import type { EscalatingMove, ForwardSubmission } from '../commands.ts';
import { atGate, leavesUpward } from '../gate.ts';
import type { Submitted } from '../judged.ts';

/**
 * R22 (letter 001 §3.3): where it binds the Office, no dossier that was submitted goes on upward unchecked,
 * whatever the move is called. One found defective may go on: with its defects recorded, it is the Office's own
 * answer to give.
 */
export const checkedBeforeForwarding = (judged: Submitted<EscalatingMove | ForwardSubmission>) => {
  const { command, submission, facts } = judged;
  const gate = atGate(judged);
  if (gate === null || submission.check !== null || !leavesUpward(judged)) return null;
  const rule = facts.reference.rulebook.rule('R22', gate.unit, command.at);
  if (!rule) return null;
  const { obligation, instrument, clause } = rule.citation;
  return objection('submission.unchecked', { unit: gate.unit, obligation, instrument, clause });
};
