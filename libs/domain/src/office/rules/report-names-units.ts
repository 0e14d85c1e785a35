import { isDay } from '../../time/instant.ts';
import { objection } from '../../kernel/rule.ts';
import type { IssueReport } from '../commands.ts';

/** R29: a report of what is overdue names the bodies; R30: each report covers a period. */
export const reportNamesUnits = ({ command }: { readonly command: IssueReport }) => {
  const { kind, named, periodFrom, periodTo } = command;
  if (!isDay(periodFrom)) return objection('act.moment-malformed', { field: 'periodFrom', value: periodFrom });
  if (!isDay(periodTo)) return objection('act.moment-malformed', { field: 'periodTo', value: periodTo });
  if (periodTo < periodFrom) return objection('office.period-empty', { from: periodFrom, to: periodTo });
  return kind === 'overdue' && named.length === 0 ? objection('report.names-nobody') : null;
};
