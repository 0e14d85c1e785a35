import { type Detector, found } from '../finding.ts';
import { missedDraft, missedOpinions } from '../missed-opinion.ts';

/** R15 (001 §1, third dash; 003 §1d): the body asked answered after the last day of a valid, delivered request. */
export const lateOpinion: Detector = {
  kind: 'late-opinion',
  obligations: ['R15'],
  category: 'consultation',
  threshold: null,
  humanFinding: false,
  detect: (question) =>
    missedOpinions(question)
      .filter(({ late }) => late !== null)
      .flatMap((missed) => found(lateOpinion, question, missedDraft(question, missed))),
};
