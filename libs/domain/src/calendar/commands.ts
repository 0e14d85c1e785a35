import type { CaseAct } from '../kernel/case-act.ts';
import type { CalendarEvent } from './events.ts';

export type CalendarCommand = CaseAct<'placeholder', CalendarEvent['data']>;
