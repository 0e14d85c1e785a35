import { accept } from '../kernel/decision.ts';
import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { OfficeCommand } from './commands.ts';
import type { OfficeEvent } from './events.ts';
import type { OfficeRefusalCode } from './refusals.ts';

export type OfficeState = { readonly status: 'none' };

export const officeAggregate: Aggregate<OfficeCommand, OfficeState, OfficeEvent, OfficeRefusalCode | CaseRefusalCode> =
  {
    initial: { status: 'none' },
    evolve: (state) => state,
    decide: () => accept(),
  };
