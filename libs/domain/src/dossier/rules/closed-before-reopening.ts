import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';

/** R24: a reopening is counted, so only what was closed can be reopened. */
export const closedBeforeReopening = ({ dossier }: Pick<Judged, 'dossier'>) =>
  dossier.status === 'open' ? objection('dossier.not-closed', { dossier: dossier.dossierId }) : null;
