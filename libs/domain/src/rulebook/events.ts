import type { Certainty } from '../calendar/events.ts';
import type { InstrumentId, ObligationId } from '../kernel/citation.ts';
import type { Day, Event, Instant, UnitId } from '../kernel/event.ts';

/** Values a rule takes from its clause: limits in working days, switches. */
export type Parameters = Readonly<Record<string, number | string | boolean>>;

export type Clause = {
  /** As cited: `§1.3` is the third dash of section 1. */
  readonly clause: string;
  readonly duties: readonly { readonly obligation: ObligationId; readonly parameters: Parameters }[];
};

/** An instrument of the rulebook. Number and date are null where the published text leaves them blank. */
export type Instrument = {
  readonly instrumentId: InstrumentId;
  readonly kind: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuer: string;
  readonly issuedOn: Day | null;
  readonly title: string;
  /** Where it applies, in words; which units it binds is said by `rulebook.bound`. */
  readonly territory: string;
  readonly validFrom: Day;
  /** First day on which it no longer applies; null while it does. */
  readonly validTo: Day | null;
  readonly replaces: readonly InstrumentId[];
  readonly cites: readonly InstrumentId[];
  readonly certainty: Certainty;
  readonly clauses: readonly Clause[];
};

/** A whole new version of the rulebook; the earlier ones stay readable and keep judging what happened under them. */
export type RulebookPublished = Event<
  'rulebook.published',
  1,
  {
    /** 1, 2, 3 … */
    readonly version: number;
    /** It judges what happens from then on, nothing earlier (handbook, Fairness 16). The first may reach back. */
    readonly effectiveFrom: Instant;
    readonly instruments: readonly Instrument[];
    readonly source: string;
  }
>;

/** The instrument binds the unit, and those under it when `withSubordinates`, in [from, to). */
export type RulebookBound = Event<
  'rulebook.bound',
  1,
  {
    readonly bindingId: string;
    readonly instrumentId: InstrumentId;
    readonly unitId: UnitId;
    readonly withSubordinates: boolean;
    readonly from: Instant;
    readonly to: Instant | null;
  }
>;

export type RulebookUnbound = Event<
  'rulebook.unbound',
  1,
  { readonly bindingId: string; readonly to: Instant; readonly reason: string }
>;

/** An instrument was made known inside a unit (R79): nobody answers for a rule that was never made known to them. */
export type DisseminationHeld = Event<
  'dissemination.held',
  1,
  {
    readonly disseminationId: string;
    readonly instrumentId: InstrumentId;
    readonly unitId: UnitId;
    readonly heldAt: Instant;
    /** Officer ids; empty: everyone of the unit. */
    readonly attendees: readonly string[];
    readonly document: string | null;
  }
>;

export type RulebookEvent = RulebookPublished | RulebookBound | RulebookUnbound;
export type DisseminationEvent = DisseminationHeld;
