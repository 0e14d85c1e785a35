import { decimal, type Detector, found, incidentOf, unknownParty } from '../finding.ts';
import { factsOf } from '../history.ts';

const poor = new Set(['generic', 'no-stance', 'deflected']);

/**
 * R74 (004, category b): a named person reported the reply as generic, without a stance or deflecting, and the
 * unit reported to confirmed it. Unconfirmed or set aside it is no candidate.
 */
export const poorReply: Detector = {
  kind: 'poor-opinion',
  obligations: ['R74'],
  category: 'recommendation',
  threshold: null,
  humanFinding: true,
  detect(question) {
    const { history } = question;
    const [sent] = factsOf(history, 'recommendation.sent');
    if (sent?.data.to.level !== 'province') return [];
    const unit = sent.data.to.unit;
    return factsOf(history, 'recommendation.unresolved-reported').flatMap((reported) => {
      const about = ({ data }: { data: { report: number } }): boolean => data.report === reported.data.report;
      const judged = factsOf(history, 'recommendation.unresolved-judged').filter(about).at(-1);
      const answer = factsOf(history, 'recommendation.answered').findLast(
        ({ revision }) => revision < reported.revision,
      );
      if (!answer || !poor.has(reported.data.category) || judged?.data.outcome !== 'confirmed') return [];
      return found(poorReply, question, {
        incident: incidentOf(answer, 'quality'),
        at: answer.occurredAt,
        unit,
        performer: unknownParty,
        lines: 'head-only',
        facts: { quality: reported.data.category, quoted: reported.data.quotedSentence ?? '' },
        evidence: [answer, reported, judged],
        mitigations: factsOf(history, 'recommendation.unresolved-contested')
          .filter(about)
          .map((event) => ({
            kind: 'contested',
            facts: { statement: event.data.statement },
            evidence: decimal([event]),
          })),
      });
    });
  },
};
