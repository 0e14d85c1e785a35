import { objection } from '../../kernel/rule.ts';
import type { ReportUp } from '../commands.ts';
import type { Judged } from '../judged.ts';
import { deadlinePassedBy } from './category-holds.ts';

/** R72, letter 3239: reported up is what was not settled in time, or not settled by what was answered. */
export const unsettledBeforeReportingUp = ({ command: { at }, state }: Judged<ReportUp>) =>
  deadlinePassedBy(state, at) || state.reports.some((report) => report.at <= at)
    ? null
    : objection('recommendation.not-unsettled', { dueAt: state.due?.dueAt ?? '–' });
