import { accept } from '../kernel/decision.ts';
import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { RulebookCommand } from './commands.ts';
import type { DisseminationEvent, RulebookEvent } from './events.ts';
import type { RulebookRefusalCode } from './refusals.ts';

export type RulebookState = { readonly status: 'none' };

export const rulebookAggregate: Aggregate<
  RulebookCommand,
  RulebookState,
  RulebookEvent | DisseminationEvent,
  RulebookRefusalCode | CaseRefusalCode
> = {
  initial: { status: 'none' },
  evolve: (state) => state,
  decide: () => accept(),
};
