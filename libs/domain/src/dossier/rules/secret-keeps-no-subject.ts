import { objection } from '../../kernel/rule.ts';
import type { DossierCommand } from '../commands.ts';
import type { SecrecyLevel } from '../events.ts';

type SubjectText = { readonly field: string; readonly text: string | null | undefined };

/** A document's title is a subject too (Decree 30/2020 art. 8: trích yếu). */
const subjectTextsOf = (command: DossierCommand): readonly SubjectText[] => {
  if (command.type === 'register') return [{ field: 'subject', text: command.subject }];
  if (command.type === 'correct') return [{ field: 'changes.subject', text: command.changes.subject }];
  if (command.type === 'decide') return [{ field: 'document.title', text: command.document?.title }];
  if (command.type === 'complete') return [{ field: 'product.title', text: command.product.title }];
  return [];
};

/** Handbook, Fairness 13: of a dossier marked secret the ledger keeps an opaque reference and no subject. */
export const secretKeepsNoSubject = (command: DossierCommand, secrecy: SecrecyLevel) => {
  if (secrecy === 'none') return null;
  const kept = subjectTextsOf(command).find(({ text }) => text !== null && text !== undefined);
  return kept ? objection('secrecy.subject-forbidden', { field: kept.field, secrecy }) : null;
};
