import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';

/** R21, one holder at any moment: nobody lets go of a dossier before the moment they got it. */
export const momentWithinCustody = ({ command, dossier }: Pick<Judged, 'command' | 'dossier'>) =>
  dossier.status !== 'archived' && command.at < dossier.custody.since
    ? objection('act.before-custody', { moment: command.at, since: dossier.custody.since })
    : null;
