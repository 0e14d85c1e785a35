import type { CaseAct } from '../kernel/case-act.ts';
import type { DirectiveEvent } from './events.ts';

export type DirectiveCommand = CaseAct<'placeholder', DirectiveEvent['data']>;
