import { objection } from '../../kernel/rule.ts';
import type { AssignDossier, HandOffDossier } from '../commands.ts';

/** R25: a due moment set by the one who gives the work lies ahead of it. */
export const dueAfterAct = ({ command }: { readonly command: AssignDossier | HandOffDossier }) =>
  command.dueAt !== null && command.dueAt < command.at
    ? objection('due.before-act', { dueAt: command.dueAt, at: command.at })
    : null;
