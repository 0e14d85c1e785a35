import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { RecommendationCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { RecommendationEvent } from './events.ts';
import { evolve, initial, type RecommendationState } from './evolve.ts';
import type { RecommendationRefusalCode } from './refusals.ts';

export const recommendationAggregate: Aggregate<
  RecommendationCommand,
  RecommendationState,
  RecommendationEvent,
  RecommendationRefusalCode | CaseRefusalCode
> = { initial, evolve, decide };
