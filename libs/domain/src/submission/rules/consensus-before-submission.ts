import { objection } from '../../kernel/rule.ts';
import type { RuleInForce } from '../../rulebook/rulebook.ts';
import type { EscalatingMove } from '../commands.ts';
import type { Submitted } from '../judged.ts';
import { submittingUnit } from '../sending-unit.ts';
import { openDissents, type SubmissionState } from '../state.ts';

/** Parameter `fullConsensus` of R20: letter 001 §1.4 wants everything agreed before submitting; directive 002 §1d does not. */
const wantsFullConsensus = ({ parameters }: RuleInForce): boolean => parameters['fullConsensus'] !== false;

const wasFoundImpossible = (submission: SubmissionState, dissent: string): boolean =>
  submission.failures.some(({ dissents }) => dissents.includes(dissent));

/**
 * R20 (letter 001 §1.4): dissent on main contents is settled before submitting. A dissenter could then hold a
 * matter up for ever (handbook, decision 4), so a submission with open dissents passes on the ground of R07,
 * `no-consensus` — under full consensus only after it was recorded for every open dissent that agreeing failed.
 */
export const consensusBeforeSubmission = (judged: Submitted<EscalatingMove>) => {
  const { command, submission, facts } = judged;
  const open = openDissents(submission);
  const from = open.length === 0 ? null : submittingUnit(judged);
  const rule = from === null ? null : facts.reference.rulebook.rule('R20', from, command.at);
  if (from === null || rule === null) return null;
  const settled = wantsFullConsensus(rule) ? open.every((dissent) => wasFoundImpossible(submission, dissent)) : true;
  if (settled && command.ground?.ground === 'no-consensus') return null;
  const { obligation, instrument, clause } = rule.citation;
  return objection('submission.open-dissent', { dissents: open, unit: from, obligation, instrument, clause });
};
