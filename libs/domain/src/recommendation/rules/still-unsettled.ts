import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';

/** R73: what the sender has called settled is not argued on; a report about the agency may still be answered and judged. */
export const stillUnsettled = ({ command, state }: Judged) =>
  state.status === 'settled' && command.type !== 'contest-report' && command.type !== 'judge-report'
    ? objection('recommendation.settled', { recommendation: state.sent.recommendationId })
    : null;
