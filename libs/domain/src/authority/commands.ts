import type { CaseAct } from '../kernel/case-act.ts';
import type { AuthorityAssigned, AuthorityEnded } from './events.ts';

export type AssignAuthority = CaseAct<'assign-authority', AuthorityAssigned['data']>;
export type EndAuthority = CaseAct<'end-authority', AuthorityEnded['data']>;
export type AuthorityCommand = AssignAuthority | EndAuthority;
