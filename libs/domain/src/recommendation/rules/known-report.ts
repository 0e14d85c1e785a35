import { objection } from '../../kernel/rule.ts';
import type { ContestReport, JudgeReport } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** R74: what is contested or judged is a report that was made, not later than the answer to it, and once. */
export const knownReport = ({ command, state }: Judged<ContestReport | JudgeReport>) => {
  const found = state.reports.find(({ report }) => report === command.report);
  if (found === undefined || command.at < found.at) {
    return objection('recommendation.report-unknown', { report: command.report });
  }
  if (command.type === 'contest-report' && found.contest !== null) {
    return objection('recommendation.report-contested-already', { at: found.contest.at });
  }
  return command.type === 'judge-report' && found.judgement !== null
    ? objection('recommendation.report-judged-already', { at: found.judgement.at })
    : null;
};
