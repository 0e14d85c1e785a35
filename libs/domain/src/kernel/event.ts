/** A fact that happened, as data: a stable name, a version of its shape, and the shape itself. */
export type Event<Type extends string, Version extends number, Data> = {
  readonly type: Type;
  readonly version: Version;
  readonly data: Data;
};

/** UTC moment, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that text order is time order. */
export type Instant = string;

/** Calendar day in Vietnam, `YYYY-MM-DD`. */
export type Day = string;

export type OfficerId = string;
export type AccountId = string;
export type UnitId = string;
export type DossierId = string;
export type DelegationId = string;
export type AppointmentId = string;

/**
 * Who acted or holds. An account (system, shared, test) is never a person;
 * `unknown` is said openly when the source does not name anybody (handbook, Fairness 7).
 */
export type Party =
  | { readonly kind: 'officer'; readonly id: OfficerId }
  | { readonly kind: 'account'; readonly id: AccountId }
  | { readonly kind: 'unknown' };

/**
 * In which capacity an act was done (Decree 30/2020 art. 13):
 * own; KT. for the head; TL. by order; TUQ. by written delegation; acting head; records clerk; machine.
 */
export const capacities = ['own', 'for-head', 'by-order', 'by-delegation', 'acting-head', 'clerk', 'system'] as const;
export type Capacity = (typeof capacities)[number];

/** Where the entry came from. `inferred`: the source did not state the act, the importer concluded it. */
export type Provenance =
  | { readonly kind: 'entered' }
  | { readonly kind: 'sample' }
  | { readonly kind: 'import'; readonly importId: string; readonly line: number; readonly inferred: boolean };

/** The circumstances of an act, kept with every event. */
export type Circumstances = {
  /** When the act happened, as claimed. */
  readonly occurredAt: Instant;
  /** When the ledger took it in, by the ledger's clock. */
  readonly recordedAt: Instant;
  readonly actor: Party;
  /** The unit the actor acted for; null when not known. */
  readonly unit: UnitId | null;
  readonly capacity: Capacity;
  readonly provenance: Provenance;
  readonly correlationId: string;
  readonly causationId: string | null;
};
