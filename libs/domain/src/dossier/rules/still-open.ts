import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';

/** R24: what is finished stays finished; more work on it begins with an open reopening. */
export const stillOpen = ({ dossier }: Pick<Judged, 'dossier'>) => {
  switch (dossier.status) {
    case 'open':
      return null;
    case 'completed':
      return objection('dossier.completed', { dossier: dossier.dossierId });
    case 'archived':
      return objection('dossier.archived', { dossier: dossier.dossierId, fileCode: dossier.archive.fileCode });
  }
};
