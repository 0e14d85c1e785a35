import { type Detector, found } from '../finding.ts';
import { missedDraft, missedOpinions } from '../missed-opinion.ts';

/**
 * R15, and R17 where it binds (001 §1, third dash): the body asked let the last day of a valid, delivered
 * request pass and has not answered at all. That consent was deemed is the outcome, this is the question
 * about the silence.
 */
export const silentOpinion: Detector = {
  kind: 'silent-opinion',
  obligations: ['R17', 'R15'],
  category: 'consultation',
  threshold: null,
  humanFinding: false,
  detect: (question) =>
    missedOpinions(question)
      .filter(({ late }) => late === null)
      .flatMap((missed) => found(silentOpinion, question, missedDraft(question, missed))),
};
