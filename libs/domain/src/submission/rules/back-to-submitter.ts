import { objection } from '../../kernel/rule.ts';
import type { RefuseEscalation, ReturnSubmission } from '../commands.ts';
import type { Submitted } from '../judged.ts';

/** R02, R22: what is refused or defective goes back to the unit that submitted it, or to one that took it over. */
export const backToSubmitter = ({ command, submission, facts }: Submitted<RefuseEscalation | ReturnSubmission>) => {
  const submitter = submission.passing?.from.unit ?? null;
  const to = command.to?.unit ?? submitter;
  if (submitter === null || to === submitter) return null;
  return to !== null && facts.reference.organisation.successorsOf(submitter, command.at).includes(to)
    ? null
    : objection('escalation.not-to-submitter', { unit: to ?? '—', submitter });
};
