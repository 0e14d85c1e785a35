import type { CaseAct } from '../kernel/case-act.ts';
import type { CalendarPublished } from './events.ts';

/** A whole version, not a change: what was published stays as it is. */
export type PublishCalendar = CaseAct<'publish-calendar', CalendarPublished['data']>;
