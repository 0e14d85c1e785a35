import { dossierCase } from '../dossier-case.ts';
import { type Detector, found } from '../finding.ts';
import { deadlinesPassed, passedDraft } from './overdue-dossier.ts';

/**
 * R01 with R23 (000 §1–2; 001 §1): the unit that held the dossier at its deadline was itself competent to
 * decide it, by the matrix of that day, and had not decided.
 */
export const undecidedOwnMatter: Detector = {
  kind: 'undecided-own-matter',
  obligations: ['R23', 'R01'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const dossier = dossierCase(question.history);
    if (!dossier) return [];
    return deadlinesPassed(question, dossier).flatMap((passed) => {
      const { hold, deadline, decided } = passed;
      const { unit } = hold.holder;
      if (unit === null || decided) return [];
      if (question.reference.authority.may(unit, 'decide', dossier.dossierType, deadline) !== true) return [];
      return found(undecidedOwnMatter, question, passedDraft(question, dossier, passed));
    });
  },
};
