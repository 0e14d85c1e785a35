import { objection } from '../../kernel/rule.ts';
import type { IssueDirective } from '../commands.ts';

/** A letter repeats an earlier one on the same duty, never itself (letter 004 ¶3: R76). */
export const reissuesAnother = ({ command: { directiveId, reissueOf } }: { readonly command: IssueDirective }) =>
  directiveId === reissueOf ? objection('directive.reissues-itself', { directive: directiveId }) : null;
