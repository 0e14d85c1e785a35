import type { Aggregate, CaseFacts } from '../kernel/aggregate.ts';
import { unitsInOfficeObjection } from '../kernel/case-actor.ts';
import { saidIn } from '../kernel/case-act.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import { accept } from '../kernel/decision.ts';
import { firstObjection, type Rule } from '../kernel/rule.ts';
import { filledTexts } from '../kernel/rules/filled-texts.ts';
import { notInFuture } from '../kernel/rules/not-in-future.ts';
import { wellFormedMoments } from '../kernel/rules/well-formed-moments.ts';
import { same } from '../kernel/same.ts';
import type { PublishCalendar } from './commands.ts';
import type { CalendarEvent, CalendarPublished } from './events.ts';
import type { CalendarRefusalCode } from './refusals.ts';
import { nextVersion } from './rules/next-version.ts';
import { oneCalendarPerUnit } from './rules/one-calendar-per-unit.ts';
import { orderedOfficeHours } from './rules/ordered-office-hours.ts';
import { realExceptions } from './rules/real-exceptions.ts';
import { wellFormedCalendar } from './rules/well-formed-calendar.ts';

export type CalendarState = { readonly versions: readonly CalendarPublished['data'][] };

type Code = CalendarRefusalCode | CaseRefusalCode;
type Judged = { readonly command: PublishCalendar; readonly state: CalendarState; readonly facts: CaseFacts };

const unitsInOffice: Rule<Judged, Code> = ({ command, facts }) =>
  unitsInOfficeObjection(command.units, command.at, facts);

/**
 * The order is the precedence of the refusals. Who may publish is told by the role of the token: calendars
 * are kept by administrators and by the product's own packaged ones, on no unit's behalf.
 */
const rules: readonly Rule<Judged, Code>[] = [
  wellFormedMoments,
  filledTexts,
  notInFuture,
  wellFormedCalendar,
  nextVersion,
  orderedOfficeHours,
  realExceptions,
  unitsInOffice,
  oneCalendarPerUnit,
];

export const calendarAggregate: Aggregate<PublishCalendar, CalendarState, CalendarEvent, Code> = {
  initial: { versions: [] },
  evolve: ({ versions }, { data }) => {
    if (data.version !== versions.length + 1) {
      throw new Error(`calendar ${data.calendarId}: version ${String(data.version)} after ${String(versions.length)}`);
    }
    return { versions: [...versions, data] };
  },
  decide: (command, state, facts) => {
    const data = saidIn(command);
    if (same(state.versions[command.version - 1], data)) return accept();
    const refusal = firstObjection(rules, { command, state, facts });
    return refusal ? { accepted: false, refusal } : accept({ type: 'calendar.published', version: 1, data });
  },
};
