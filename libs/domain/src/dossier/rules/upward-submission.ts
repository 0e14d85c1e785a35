import { objection } from '../../kernel/rule.ts';
import type { SubmitDossier } from '../commands.ts';
import type { InOffice, Judged } from '../judged.ts';

/** R02, R07, R22: one submits to the leader of one's unit, to a unit above, or to the office that receives for it. */
export const upwardSubmission = ({ command, organisation }: InOffice<Pick<Judged<SubmitDossier>, 'command'>>) =>
  organisation.recipientIsAbove ? null : objection('submission.not-upward', { unit: command.to.unit ?? '—' });
