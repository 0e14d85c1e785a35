import { accept } from '../kernel/decision.ts';
import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { AuthorityCommand } from './commands.ts';
import type { AuthorityEvent } from './events.ts';
import type { AuthorityRefusalCode } from './refusals.ts';

export type AuthorityState = { readonly status: 'none' };

export const authorityAggregate: Aggregate<
  AuthorityCommand,
  AuthorityState,
  AuthorityEvent,
  AuthorityRefusalCode | CaseRefusalCode
> = {
  initial: { status: 'none' },
  evolve: (state) => state,
  decide: () => accept(),
};
