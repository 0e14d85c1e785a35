import { keeperOf } from '../../dossier/evolve.ts';
import { objection } from '../../kernel/rule.ts';
import type { AcceptEscalation, RefuseEscalation } from '../commands.ts';
import type { Submitted } from '../judged.ts';

/**
 * R02, R04: answered is what was submitted to this unit, or passed to it on a stated ground. What was merely
 * handed over is returned in the ordinary way (R06); what was accepted is not refused afterwards.
 */
export const escalationToAnswer = ({ dossier, submission }: Submitted<AcceptEscalation | RefuseEscalation>) => {
  const { passing } = submission;
  const passed = passing !== null && (passing.by === 'submit' || passing.ground !== null);
  return passed && !passing.accepted && passing.from.unit !== null && passing.unit === keeperOf(dossier).unit
    ? null
    : objection('escalation.none-to-answer', { unit: keeperOf(dossier).unit ?? '—' });
};
