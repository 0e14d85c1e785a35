import type { CaseAct } from '../kernel/case-act.ts';
import type { DisseminationEvent, RulebookEvent } from './events.ts';

export type RulebookCommand = CaseAct<'placeholder', (RulebookEvent | DisseminationEvent)['data']>;
