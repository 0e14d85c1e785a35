import { accept } from '../kernel/decision.ts';
import type { Aggregate } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { TaskCommand } from './commands.ts';
import type { TaskEvent } from './events.ts';
import type { TaskRefusalCode } from './refusals.ts';

export type TaskState = { readonly status: 'none' };

export const taskAggregate: Aggregate<TaskCommand, TaskState, TaskEvent, TaskRefusalCode | CaseRefusalCode> = {
  initial: { status: 'none' },
  evolve: (state) => state,
  decide: () => accept(),
};
