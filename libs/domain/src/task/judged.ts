import type { CaseFacts } from '../kernel/aggregate.ts';
import type { TaskCommand } from './commands.ts';
import type { Task } from './state.ts';

/** What a rule about a standing task sees. */
export type Judged<C extends TaskCommand = TaskCommand> = {
  readonly command: C;
  readonly task: Task;
  readonly facts: CaseFacts;
};
