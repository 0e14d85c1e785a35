import type { Aggregate } from '../kernel/aggregate.ts';
import type { ConsultationCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { ConsultationCode } from './decision.ts';
import type { ConsultationEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { ConsultationState } from './state.ts';

/** A request for opinions to one or several bodies (R11–R19, R73–R74). */
export const consultationAggregate: Aggregate<
  ConsultationCommand,
  ConsultationState,
  ConsultationEvent,
  ConsultationCode
> = { initial: { status: 'none' }, evolve, decide };
