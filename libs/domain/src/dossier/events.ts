import type { Day, DossierId, Event, Instant, Party, UnitId } from '../kernel/event.ts';

/** Độ khẩn (Decree 30/2020 art. 8): thường, khẩn, thượng khẩn, hỏa tốc. */
export const urgencies = ['normal', 'urgent', 'very-urgent', 'express'] as const;
export type Urgency = (typeof urgencies)[number];

/** Độ mật (Law 117/2025): không, mật, tối mật, tuyệt mật. */
export const secrecyLevels = ['none', 'confidential', 'secret', 'top-secret'] as const;
export type SecrecyLevel = (typeof secrecyLevels)[number];

/** Who holds the dossier: always one unit-side place, with a named person where the source names one. */
export type Holder = { readonly party: Party; readonly unit: UnitId | null };

/** A document as cited: "14/CT-UBND", 28/4/2023. Fields are null when the paper leaves them blank. */
export type DocumentReference = {
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: Day | null;
  readonly title: string | null;
};

/** The basis of an act in law or regulation, in words, with the clause where known. */
export type Basis = { readonly text: string; readonly clause: string | null };

/** How an interval of custody began or ended. */
export type CustodyMove = { readonly from: Holder | null; readonly to: Holder; readonly heldSince: Instant | null };

export type DossierRegistered = Event<
  'dossier.registered',
  1,
  {
    readonly dossierId: DossierId;
    readonly issuer: string;
    readonly number: string | null;
    readonly symbol: string | null;
    /** Trích yếu; null when the dossier is secret: then only `secretReference` says which it is. */
    readonly subject: string | null;
    readonly secretReference: string | null;
    readonly dossierType: string;
    readonly urgency: Urgency;
    readonly secrecy: SecrecyLevel;
    readonly receivedAt: Instant;
    /** Legal deadline (hạn giải quyết); null when the law sets none. */
    readonly deadline: Instant | null;
    readonly holder: Holder;
  }
>;

export type DossierAssigned = Event<
  'dossier.assigned',
  1,
  {
    readonly leadUnit: UnitId | null;
    readonly coordinators: readonly UnitId[];
    /** The named responsible person for the step (R33). */
    readonly responsible: Party;
    readonly step: string | null;
    readonly dueAt: Instant | null;
    readonly basis: Basis | null;
  }
>;

export type DossierHandedOff = Event<
  'dossier.handed-off',
  1,
  CustodyMove & { readonly reason: string | null; readonly basis: Basis | null; readonly dueAt: Instant | null }
>;

export type DossierReceiptConfirmed = Event<
  'dossier.receipt-confirmed',
  1,
  { readonly holder: Holder; readonly arrivalNumber: string | null }
>;

export type DossierReturned = Event<
  'dossier.returned',
  1,
  CustodyMove & {
    readonly reason: string;
    readonly basis: Basis;
    /** The unit whose function it is, when the returning unit can tell (R06). */
    readonly rightUnit: UnitId | null;
  }
>;

export type DossierStepPerformed = Event<
  'dossier.step-performed',
  1,
  { readonly step: string; readonly performer: Holder; readonly note: string | null }
>;

export type DossierSubmitted = Event<
  'dossier.submitted',
  1,
  CustodyMove & { readonly proposal: string; readonly basis: Basis | null }
>;

export type DossierDecided = Event<
  'dossier.decided',
  1,
  {
    readonly decision: 'approved' | 'rejected' | 'amend';
    readonly grounds: string | null;
    readonly document: DocumentReference | null;
  }
>;

export type DossierCompleted = Event<
  'dossier.completed',
  1,
  {
    readonly product: DocumentReference;
    readonly outcome: 'granted' | 'refused' | 'answered' | 'withdrawn' | 'unknown';
    readonly holder: Holder;
    readonly heldSince: Instant;
    readonly deadline: Instant | null;
  }
>;

/** A wrong entry is corrected by this event, never edited; the first one stays readable. */
export type DossierCorrected = Event<
  'dossier.corrected',
  1,
  {
    /** Ledger id of the event that was wrong. */
    readonly correctsEventId: string;
    readonly changes: Readonly<
      Partial<{
        subject: string;
        issuer: string;
        number: string;
        symbol: string;
        dossierType: string;
        urgency: Urgency;
        receivedAt: Instant;
        deadline: Instant | null;
      }>
    >;
    readonly reason: string;
    readonly approver: Party;
  }
>;

export type DossierReopened = Event<
  'dossier.reopened',
  1,
  { readonly reason: string; readonly basis: Basis; readonly holder: Holder; readonly deadline: Instant | null }
>;

export type DossierArchived = Event<
  'dossier.archived',
  1,
  { readonly fileCode: string; readonly retention: string; readonly holder: Holder; readonly heldSince: Instant }
>;

export type DossierEvent =
  | DossierRegistered
  | DossierAssigned
  | DossierHandedOff
  | DossierReceiptConfirmed
  | DossierReturned
  | DossierStepPerformed
  | DossierSubmitted
  | DossierDecided
  | DossierCompleted
  | DossierCorrected
  | DossierReopened
  | DossierArchived;

/** Custody and its circumstances; tells them from what else stands in the dossier's stream (submission/events.ts). */
export const isDossierEvent = <E extends { readonly type: string }>(event: E): event is E & Extract<E, DossierEvent> =>
  event.type.startsWith('dossier.');
