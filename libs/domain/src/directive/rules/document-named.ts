import { objection } from '../../kernel/rule.ts';
import type { IssueDirective } from '../commands.ts';

/** A directive can be found again: by its number, or by its title where the number was left blank (R28). */
export const documentNamed = ({ command: { document } }: { readonly command: IssueDirective }) =>
  document.number === null && document.title === null ? objection('directive.document-missing') : null;
