import { objection } from '../../kernel/rule.ts';
import type { EraseSealedFields } from '../commands.ts';

/**
 * What is erased cannot be asked about again; so the ground stands in law and names the clause by which anyone can
 * check it (R59). That it is not blank is asked of every text.
 */
export const groundWithClause = ({ command: { ground } }: { readonly command: Pick<EraseSealedFields, 'ground'> }) =>
  ground.clause === null ? objection('erasure.clause-missing') : null;
