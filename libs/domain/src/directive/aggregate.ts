import { accept } from '../kernel/decision.ts';
import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { DirectiveCommand } from './commands.ts';
import type { DirectiveEvent } from './events.ts';
import type { DirectiveRefusalCode } from './refusals.ts';

export type DirectiveState = { readonly status: 'none' };

export const directiveAggregate: Aggregate<
  DirectiveCommand,
  DirectiveState,
  DirectiveEvent,
  DirectiveRefusalCode | CaseRefusalCode
> = {
  initial: { status: 'none' },
  evolve: (state) => state,
  decide: () => accept(),
};
