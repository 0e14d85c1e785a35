import type { DocumentReference } from '../../dossier/events.ts';
import { objection } from '../../kernel/rule.ts';
import type { EscalatingMove, SubmissionCommand } from '../commands.ts';
import type { Submitted } from '../judged.ts';

const documentOf = (
  command: SubmissionCommand | EscalatingMove,
): { readonly field: string; readonly document: DocumentReference | null } => {
  if (command.type === 'submit' || command.type === 'hand-off') {
    return { field: 'ground.direction.title', document: command.ground?.direction ?? null };
  }
  const named =
    command.type === 'record-coordination' || command.type === 'issue-apology' || command.type === 'record-objection';
  return { field: 'document.title', document: named ? command.document : null };
};

/** Handbook, Fairness 13: of a secret dossier no document is kept by its title, which is a subject too (Decree 30/2020 art. 8). */
export const noTitleOfSecret = ({ command, dossier }: Pick<Submitted, 'command' | 'dossier'>) => {
  const { secrecy } = dossier.current;
  const { field, document } = documentOf(command);
  return secrecy !== 'none' && document !== null && document.title !== null
    ? objection('secrecy.subject-forbidden', { field, secrecy })
    : null;
};
