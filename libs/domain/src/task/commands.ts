import type { CaseAct } from '../kernel/case-act.ts';
import type { TaskEvent } from './events.ts';

export type TaskCommand = CaseAct<'placeholder', TaskEvent['data']>;
