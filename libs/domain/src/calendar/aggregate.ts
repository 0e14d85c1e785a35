import { accept } from '../kernel/decision.ts';
import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { CalendarCommand } from './commands.ts';
import type { CalendarEvent } from './events.ts';
import type { CalendarRefusalCode } from './refusals.ts';

export type CalendarState = { readonly status: 'none' };

export const calendarAggregate: Aggregate<
  CalendarCommand,
  CalendarState,
  CalendarEvent,
  CalendarRefusalCode | CaseRefusalCode
> = {
  initial: { status: 'none' },
  evolve: (state) => state,
  decide: () => accept(),
};
