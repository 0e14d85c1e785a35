import type { Mitigation } from '../candidate.ts';
import { decimal, type Detector, found, incidentOf } from '../finding.ts';
import { factsOf, type FactOf, type History } from '../history.ts';

type Assessed = FactOf<'consultation.quality-assessed'>;

const contestedIn = (history: History, { data }: Assessed): Mitigation[] =>
  factsOf(history, 'consultation.assessment-contested')
    .filter((event) => event.data.assessmentId === data.assessmentId)
    .map((event) => ({
      kind: 'contested',
      facts: { statement: event.data.statement },
      evidence: decimal([event]),
    }));

const isSetAside = (history: History, { data }: Assessed): boolean =>
  factsOf(history, 'consultation.assessment-settled').some(
    (event) => event.data.assessmentId === data.assessmentId && event.data.outcome === 'set-aside',
  );

/** The answer that was assessed: the last one of the body before the assessment. */
const answerOf = (history: History, { data, revision }: Assessed) =>
  [...factsOf(history, 'consultation.answered'), ...factsOf(history, 'consultation.late-answer-received')]
    .filter((event) => event.data.unit === data.unit && event.revision < revision)
    .toSorted((a, b) => a.revision - b.revision)
    .at(-1);

/**
 * R16 (001 §1, third dash; 003 §1d; 004): a named person found the answer generic, deflecting or without a
 * stance and quoted the sentence. No machine says so; set aside it is gone, contested it shows as contested.
 */
export const poorOpinion: Detector = {
  kind: 'poor-opinion',
  obligations: ['R16'],
  category: 'consultation',
  threshold: null,
  humanFinding: true,
  detect(question) {
    const { history } = question;
    return factsOf(history, 'consultation.quality-assessed').flatMap((assessed) => {
      const answer = answerOf(history, assessed);
      const byPerson = assessed.actor.kind === 'officer';
      if (!answer || !byPerson || assessed.data.quality === 'adequate' || isSetAside(history, assessed)) return [];
      return found(poorOpinion, question, {
        incident: incidentOf(answer, 'quality'),
        at: answer.occurredAt,
        unit: assessed.data.unit,
        performer: answer.data.signature.signer,
        facts: { quality: assessed.data.quality, quoted: assessed.data.quotedSentence ?? '' },
        evidence: [answer, assessed],
        mitigations: contestedIn(history, assessed),
      });
    });
  },
};
