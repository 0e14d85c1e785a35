import { objection } from '../../kernel/rule.ts';
import type { GrantDelegation } from '../commands.ts';

/** Decree 30/2020 art. 13.3, R09: ủy quyền is given in writing and limited in content. */
export const writtenDelegation = ({ command }: { readonly command: GrantDelegation }) => {
  if (command.document.trim() === '') return objection('delegation.not-written');
  return command.scope.trim() === '' ? objection('delegation.without-scope') : null;
};
