/** Shapes of `/v1/calendars`. Days are `yyyy-MM-dd` in Vietnam, moments UTC with milliseconds. */

/** V: read in a published text; S: secondary source; M: from memory, to be confirmed. */
export type Certainty = 'V' | 'S' | 'M';

export type CalendarRef = { readonly calendar: string; readonly version: number };

/** A calendar version without its days. `units` empty: everyone without a calendar of their own. */
export type CalendarSummary = CalendarRef & {
  readonly announcedAt: string;
  readonly units: readonly string[];
  readonly knownFrom: string;
  readonly knownTo: string;
  readonly source: string;
};

export type ExceptionalDayView = {
  readonly day: string;
  readonly off: boolean;
  readonly name: string;
  readonly certainty: Certainty;
  readonly swappedWith: string | null;
};

export type CalendarView = CalendarSummary & {
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly officeHours: readonly { readonly from: string; readonly to: string }[];
  readonly days: readonly ExceptionalDayView[];
};

/** A day that a computation went through; `certainty` null: no year the calendar knows. */
export type TermDayView = {
  readonly day: string;
  readonly working: boolean;
  readonly name: string | null;
  readonly certainty: Certainty | null;
  readonly swappedWith: string | null;
};

/** When a term ends, and why. */
export type DueView = {
  readonly from: string;
  /** The last millisecond in time. */
  readonly dueAt: string;
  /** The version it was computed on; version 0 is the plain week before any calendar. */
  readonly calendar: CalendarRef;
  readonly announcedAt: string;
  readonly source: string;
  readonly knownAt: string;
  /** That of the least sure day; null when one lies outside the years the calendar knows. */
  readonly certainty: Certainty | null;
  readonly days: readonly TermDayView[];
};
