import { accept } from '../kernel/decision.ts';
import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { RecommendationCommand } from './commands.ts';
import type { RecommendationEvent } from './events.ts';
import type { RecommendationRefusalCode } from './refusals.ts';

export type RecommendationState = { readonly status: 'none' };

export const recommendationAggregate: Aggregate<
  RecommendationCommand,
  RecommendationState,
  RecommendationEvent,
  RecommendationRefusalCode | CaseRefusalCode
> = {
  initial: { status: 'none' },
  evolve: (state) => state,
  decide: () => accept(),
};
