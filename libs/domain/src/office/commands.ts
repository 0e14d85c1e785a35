import type { CaseAct } from '../kernel/case-act.ts';
import type { OfficeEvent } from './events.ts';

export type OfficeCommand = CaseAct<'placeholder', OfficeEvent['data']>;
