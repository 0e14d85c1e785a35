import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { OfficeCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { OfficeEvent } from './events.ts';
import { evolve, initial, type OfficeState } from './evolve.ts';
import type { OfficeRefusalCode } from './refusals.ts';

export const officeAggregate: Aggregate<OfficeCommand, OfficeState, OfficeEvent, OfficeRefusalCode | CaseRefusalCode> =
  { initial, evolve, decide };
