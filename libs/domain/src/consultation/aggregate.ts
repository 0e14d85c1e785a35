import { accept } from '../kernel/decision.ts';
import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { ConsultationCommand } from './commands.ts';
import type { ConsultationEvent } from './events.ts';
import type { ConsultationRefusalCode } from './refusals.ts';

export type ConsultationState = { readonly status: 'none' };

export const consultationAggregate: Aggregate<
  ConsultationCommand,
  ConsultationState,
  ConsultationEvent,
  ConsultationRefusalCode | CaseRefusalCode
> = {
  initial: { status: 'none' },
  evolve: (state) => state,
  decide: () => accept(),
};
