import { objection } from '../../kernel/rule.ts';
import type { ReportUp } from '../commands.ts';
import type { Judged } from '../judged.ts';
import { reportedUpward } from './reported-upward.ts';

/** R72: the originating unit reports to the committee, and the committee of the province to the Prime Minister. */
export const committeeReportsToCentral = ({ command: { to, actor }, state, facts }: Judged<ReportUp>) => {
  if (to.level === 'province') return reportedUpward(to.unit, state.sent.sender, facts);
  const unit = actor.unit === null ? null : facts.reference.organisation.unit(actor.unit);
  return facts.imported || unit?.unitKind === 'province-committee'
    ? null
    : objection('recommendation.central-report-not-by-committee', { body: to.body });
};
