import { objection } from '../../kernel/rule.ts';
import type { CorrectDossier } from '../commands.ts';
import type { InOffice, Judged } from '../judged.ts';

/** Handbook, Fairness 10: the approver answers for the unit that keeps the dossier, or for one above it, at that time. */
export const approverLeads = ({ command, organisation }: InOffice<Pick<Judged<CorrectDossier>, 'command'>>) =>
  organisation.approverLeads
    ? null
    : objection('correction.approver-not-leader', {
        approver: command.approver.kind === 'unknown' ? '—' : command.approver.id,
      });
