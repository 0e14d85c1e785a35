import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';

/** Decree 30/2020 art. 30.2: a dossier goes to the archive after its work is finished; R21. */
export const finishedBeforeArchive = ({ dossier }: Pick<Judged, 'dossier'>) => {
  switch (dossier.status) {
    case 'completed':
      return null;
    case 'open':
      return objection('dossier.not-completed', { dossier: dossier.dossierId });
    case 'archived':
      return objection('dossier.archived', { dossier: dossier.dossierId, fileCode: dossier.archive.fileCode });
  }
};
