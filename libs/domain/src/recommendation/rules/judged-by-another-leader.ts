import { leadsOwnUnit } from '../../kernel/case-actor.ts';
import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { JudgeReport } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** R74, handbook Fairness 11: who reported does not judge; whoever judges leads the unit reported to. */
export const judgedByAnotherLeader = ({ command: { actor, at, report }, state, facts }: Judged<JudgeReport>) => {
  const reporter = state.reports.find((each) => each.report === report)?.reporter;
  if (same(reporter, actor.party)) return objection('recommendation.judged-by-reporter', { report });
  return facts.imported || leadsOwnUnit(facts.reference, actor, at)
    ? null
    : objection('recommendation.not-a-leader', { unit: actor.unit ?? '' });
};
