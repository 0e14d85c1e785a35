import type { Instant } from './event.ts';

/** Ids R01–R80 of the duties that the founding instruments lay down (config/rulebook/obligations.yaml). */
export type ObligationId = string;
export type InstrumentId = string;
export type CalendarId = string;

/** The rule a judgement rests on: duty, instrument, clause and the version of the rulebook that was asked. */
export type RuleCitation = {
  readonly obligation: ObligationId;
  readonly instrument: InstrumentId;
  readonly clause: string;
  readonly rulebookVersion: number;
};

/** The calendar a computation used; `version` 0 is the plain week before any calendar was published. */
export type CalendarCitation = { readonly calendar: CalendarId; readonly version: number };

/** A due moment with what explains it: due at the end of `dueAt`, computed on that calendar version. */
export type ComputedDue = { readonly dueAt: Instant; readonly calendar: CalendarCitation };
