import type { ConductFinding } from '../../office/events.ts';
import type { ObligationId } from '../../kernel/citation.ts';
import { type Detector, found, incidentOf } from '../finding.ts';
import { factsOf } from '../history.ts';

const duties: Readonly<Partial<Record<ConductFinding, ObligationId>>> = {
  disunity: 'R37',
  'refusal-to-process': 'R64',
  'wrong-performance': 'R38',
};

/**
 * R37, R38, R64 (002 §1b; 003 §1g): people found it, in minutes or a conclusion that is named. The machine
 * carries the finding on and measures nothing; kinds without a duty behind them stay out.
 */
export const humanFinding: Detector = {
  kind: 'human-finding',
  obligations: ['R37', 'R38', 'R64'],
  category: 'office',
  threshold: null,
  humanFinding: true,
  detect(question) {
    return factsOf(question.history, 'finding.recorded').flatMap((event) => {
      const { officer, kind, statement } = event.data;
      const duty = duties[kind];
      const [post] = question.reference.organisation.appointmentsOf(officer, event.occurredAt);
      if (!duty || !post) return [];
      return found({ kind: 'human-finding', obligations: [duty] }, question, {
        incident: incidentOf(event),
        at: event.occurredAt,
        unit: post.unitId,
        performer: { kind: 'officer', id: officer },
        lines: 'performer-only',
        facts: { finding: kind, statement },
        evidence: [event],
      });
    });
  },
};
