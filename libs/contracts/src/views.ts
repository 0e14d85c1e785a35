/**
 * Shapes of the query side of `/v1`, shared by server, command line and web.
 * Moments are UTC text with milliseconds; positions are decimal text (they may pass 2^53);
 * working time is milliseconds of office hours on the newest version of the common calendar.
 */
export type PartyKind = 'officer' | 'account' | 'unknown';
export type AccountKind = 'system' | 'shared' | 'test';
export type Capacity = 'own' | 'for-head' | 'by-order' | 'by-delegation' | 'acting-head' | 'clerk' | 'system';

/** Name only when the directory has one; an account's label is not a person's name. */
export type PartyView = {
  readonly kind: PartyKind;
  readonly id: string | null;
  readonly name: string | null;
  readonly accountKind?: AccountKind;
};
export type UnitRef = { readonly id: string; readonly name: string | null };

export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/** What a command answers. */
export type Receipt = { readonly id: string; readonly revision: number; readonly position: string };

export type DossierStatus = 'open' | 'completed' | 'archived';
export type DossierSummary = {
  readonly id: string;
  readonly issuer: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly subject: string | null;
  readonly secretReference: string | null;
  readonly secrecy: 'none' | 'confidential' | 'secret' | 'top-secret';
  readonly urgency: 'normal' | 'urgent' | 'very-urgent' | 'express';
  readonly dossierType: string;
  readonly receivedAt: string;
  readonly deadline: string | null;
  readonly status: DossierStatus;
  readonly completedAt: string | null;
  readonly outcome: string | null;
  /** Open past its deadline, or completed after it. */
  readonly late: boolean;
  readonly holder: PartyView | null;
  readonly holderUnit: UnitRef | null;
  readonly heldSince: string | null;
  readonly responsible: PartyView | null;
  readonly leadUnit: UnitRef | null;
  readonly revision: number;
};
export type DossierDetail = DossierSummary & {
  readonly coordinators: readonly UnitRef[];
  readonly step: string | null;
  readonly dueAt: string | null;
  readonly handoffs: number;
  readonly returns: number;
  readonly custody: readonly CustodyInterval[];
};

export type CustodyInterval = {
  readonly dossierId: string;
  /** 0, 1, 2 … in the order recorded. */
  readonly sequence: number;
  readonly holder: PartyView;
  readonly unit: UnitRef | null;
  readonly beganAt: string;
  readonly endedAt: string | null;
  /** Event types that opened and closed it. */
  readonly beganBy: string;
  readonly endedBy: string | null;
  readonly beganPosition: string;
  readonly endedPosition: string | null;
  readonly reason: string | null;
  readonly basis: string | null;
  readonly receiptConfirmedAt: string | null;
  readonly workingMs: number;
  readonly dueAt: string | null;
  /** Where the entry that opened it came from; `import` is always shown as such. */
  readonly provenance: 'entered' | 'sample' | 'import';
  /** An importer concluded it; the source does not state it. */
  readonly inferred: boolean;
};

export type CustodyRow = CustodyInterval & {
  readonly subject: string | null;
  /** Set for a secret dossier, which is then shown by this reference alone. */
  readonly secretReference: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly deadline: string | null;
  readonly overdue: boolean;
};

export type TimelineEntry = {
  readonly position: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** Recorded more than one day after it happened. */
  readonly recordedLate: boolean;
  readonly actor: PartyView;
  readonly unit: UnitRef | null;
  readonly capacity: Capacity;
  readonly headAtThatTime: PartyView | null;
  readonly provenance: 'entered' | 'sample' | 'import';
  readonly inferred: boolean;
  /** Event data with party and unit ids as they are. */
  readonly data: Readonly<Record<string, unknown>>;
};

/** One interval of a person's responsibility trail. */
export type TrailInterval = CustodyInterval & {
  /**
   * `performer`: held by this person. `head`: held in a unit this person was heading at the time,
   * clipped to the time in office: where the office began or ended inside an interval of custody,
   * `beganBy`/`endedBy` name the appointment event and the outcome is `left-office`.
   */
  readonly line: 'performer' | 'head';
  readonly number: string | null;
  readonly symbol: string | null;
  readonly subject: string | null;
  /** Set for a secret dossier, which is then shown by this reference alone. */
  readonly secretReference: string | null;
  readonly deadline: string | null;
  readonly outcome: 'open' | 'passed-on' | 'returned' | 'submitted' | 'completed' | 'archived' | 'left-office';
  /** The dossier's deadline passed while this interval ran. */
  readonly deadlinePassedHere: boolean;
  readonly actsInInterval: number;
};

export type AppointmentView = {
  readonly appointmentId: string;
  readonly unit: UnitRef;
  readonly role: 'head' | 'deputy' | 'acting-head' | 'member' | 'clerk';
  readonly title: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export type OfficerView = {
  readonly id: string;
  readonly name: string | null;
  readonly appointments: readonly AppointmentView[];
  readonly openCustody: number;
};

export type TrailSummary = {
  readonly officer: OfficerView;
  readonly asOf: string;
  readonly performer: {
    readonly intervals: number;
    readonly open: number;
    readonly workingMs: number;
    readonly acts: number;
  };
  readonly head: { readonly intervals: number; readonly open: number; readonly workingMs: number };
};
export type Trail = TrailSummary & Page<TrailInterval>;

export type UnitView = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: UnitRef | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly predecessors: readonly UnitRef[];
  readonly successors: readonly UnitRef[];
  readonly head: PartyView | null;
  readonly headRole: 'head' | 'acting-head' | null;
};

export type UnitWorkload = {
  readonly unit: UnitRef;
  readonly holding: number;
  readonly overdue: number;
  readonly received: number;
  readonly passedOn: number;
  readonly returned: number;
  readonly completed: number;
  readonly completedLate: number;
  /** Median working time of the unit's closed intervals; null when there are none. */
  readonly medianHeldMs: number | null;
};

export type Overview = {
  readonly asOf: string;
  readonly dossiers: {
    readonly open: number;
    readonly overdue: number;
    readonly completed: number;
    readonly completedLate: number;
  };
  readonly units: readonly UnitWorkload[];
};

/** Figures of the whole ledger, the same names as an import's report. */
export type Stats = {
  readonly cases: number;
  readonly events: number;
  readonly directSuccessions: number;
  readonly handoffs: number;
  readonly handoffPairs: number;
  readonly largestPair: { readonly from: string; readonly to: string; readonly handoffs: number } | null;
  readonly bounces: number;
  readonly bouncedCases: number;
  readonly lateClosed: number;
  readonly unclosed: number;
  readonly responsibleNeverActed: number;
  readonly nonPersonAccounts: readonly string[];
};

export type ProjectionHealth = {
  readonly name: string;
  readonly position: string;
  readonly lag: string;
  readonly parked: { readonly position: string; readonly error: string } | null;
};
