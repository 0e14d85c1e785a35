import type { CaseAct } from '../kernel/case-act.ts';
import type { ConsultationEvent } from './events.ts';

export type ConsultationCommand = CaseAct<'placeholder', ConsultationEvent['data']>;
