import type { CaseFacts } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { Rule } from '../kernel/rule.ts';
import type { LaterAct } from './commands.ts';
import type { SentRecommendation } from './evolve.ts';
import type { RecommendationRefusalCode } from './refusals.ts';

export type Code = RecommendationRefusalCode | CaseRefusalCode;

/** A command against what is to be judged by: the recommendation as it stands, and what else is known. */
export type Judged<C = LaterAct> = {
  readonly command: C;
  readonly state: SentRecommendation;
  readonly facts: CaseFacts;
};
export type LaterRule<C> = Rule<Judged<C>, Code>;
