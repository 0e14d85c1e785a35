import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';

/**
 * R21, one holder at any moment: nobody lets go of a dossier before the moment they got it, nor archives
 * or reopens it before the moment it was closed.
 */
export const momentWithinCustody = ({ command: { at }, dossier }: Pick<Judged, 'command' | 'dossier'>) => {
  if (dossier.status !== 'open') {
    const { closedAt } = dossier;
    return at < closedAt ? objection('act.before-closing', { moment: at, closedAt }) : null;
  }
  const { since } = dossier.custody;
  return at < since ? objection('act.before-custody', { moment: at, since }) : null;
};
