import type { CaseAct } from '../kernel/case-act.ts';
import type { AuthorityEvent } from './events.ts';

export type AuthorityCommand = CaseAct<'placeholder', AuthorityEvent['data']>;
