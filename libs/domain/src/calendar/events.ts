import type { CalendarId } from '../kernel/citation.ts';
import type { Day, Event, Instant, UnitId } from '../kernel/event.ts';

/** How sure we are of a day: read in a published text, from a secondary source, from memory. */
export const certainties = ['V', 'S', 'M'] as const;
export type Certainty = (typeof certainties)[number];

/** A day that differs from the weekly pattern: a weekday off, or a weekend day worked. */
export type ExceptionalDay = {
  readonly day: Day;
  readonly off: boolean;
  readonly name: string;
  readonly certainty: Certainty;
  /** The day it was swapped with, for swaps and their make-up days. */
  readonly swappedWith: Day | null;
};

/** Clock times in Vietnam, `HH:mm`, [from, to). */
export type OfficeHours = { readonly from: string; readonly to: string };

/**
 * A whole new version of an office calendar; the earlier ones stay readable. Swaps are decided late
 * (the one of 29/4/2024 on 12/4/2024), so a version is known only from `announcedAt` on.
 */
export type CalendarPublished = Event<
  'calendar.published',
  1,
  {
    readonly calendarId: CalendarId;
    /** 1, 2, 3 … */
    readonly version: number;
    readonly announcedAt: Instant;
    /** Units (with those under them) that keep this calendar; empty: everyone without one of their own. */
    readonly units: readonly UnitId[];
    /** Working weekdays, 1 Monday … 7 Sunday. */
    readonly weekdays: readonly number[];
    /** In order, not overlapping; the gap between them is the lunch break. */
    readonly officeHours: readonly OfficeHours[];
    /** First and last day of the years whose exceptional days are complete; outside, only the weekly pattern is known. */
    readonly knownFrom: Day;
    readonly knownTo: Day;
    readonly days: readonly ExceptionalDay[];
    readonly source: string;
  }
>;

export type CalendarEvent = CalendarPublished;
