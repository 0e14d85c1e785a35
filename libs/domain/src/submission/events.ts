import type { Basis, DocumentReference, Holder } from '../dossier/events.ts';
import type { DelegationId, Event, Instant, Party, UnitId } from '../kernel/event.ts';

/*
 * What is done about a dossier on its way to the one who decides: agreeing with others, grounds for passing
 * it up or sideways, the gate of the Office, what is asked of the citizen. These events stand in the
 * dossier's own stream, beside those of custody, so one revision guards both.
 */

export const escalationGrounds = ['beyond-authority', 'no-consensus', 'direction', 'delegation'] as const;
export type EscalationGround = (typeof escalationGrounds)[number];

export type CoordinationAttempted = Event<
  'coordination.attempted',
  1,
  {
    readonly attemptId: string;
    readonly units: readonly UnitId[];
    readonly topic: string;
    readonly heldAt: Instant;
    readonly result: 'agreed' | 'partly' | 'not-agreed';
    readonly document: DocumentReference | null;
  }
>;

export type DissentRecorded = Event<
  'dissent.recorded',
  1,
  { readonly dissentId: string; readonly unit: UnitId; readonly content: string; readonly grounds: string | null }
>;
export type DissentResolved = Event<
  'dissent.resolved',
  1,
  { readonly dissentId: string; readonly unit: UnitId; readonly resolution: string }
>;
export type ConsensusFailed = Event<
  'consensus.failed',
  1,
  { readonly attempts: readonly string[]; readonly dissents: readonly string[]; readonly statement: string }
>;

/** Why the dossier was passed up (`submit`) or sideways (`hand-off`); stands right after the move it explains. */
export type EscalationStated = Event<
  'escalation.stated',
  1,
  {
    readonly by: 'submit' | 'hand-off';
    readonly from: Holder;
    readonly to: Holder;
    readonly ground: EscalationGround;
    readonly explanation: string;
    /** Ids of the coordination attempts and dissents of this dossier that prove `no-consensus`. */
    readonly attempts: readonly string[];
    readonly dissents: readonly string[];
    /** The written direction from above, for `direction`. */
    readonly direction: DocumentReference | null;
    readonly delegationId: DelegationId | null;
    /** Dissents open at that moment, filed with the submission (R20). */
    readonly openDissents: readonly string[];
  }
>;

export type EscalationAccepted = Event<
  'escalation.accepted',
  1,
  { readonly unit: UnitId; readonly note: string | null }
>;

/** The matter lay within the submitter's own authority; the dossier goes back with it (`dossier.returned` follows). */
export type EscalationRefused = Event<
  'escalation.refused',
  1,
  { readonly unit: UnitId; readonly submitter: UnitId; readonly reason: string; readonly basis: Basis }
>;

/** The Office's gate before the committee (R22). */
export type SubmissionChecked = Event<
  'submission.checked',
  1,
  {
    readonly submitter: UnitId;
    readonly checklist: readonly { readonly item: string; readonly met: boolean; readonly note: string | null }[];
    readonly openDissents: readonly string[];
    readonly conforming: boolean;
  }
>;
export type SubmissionReturned = Event<
  'submission.returned',
  1,
  { readonly submitter: UnitId; readonly defects: readonly string[]; readonly basis: Basis }
>;
/** `defects` not empty: forwarded although defective, which is the Office's own answer to give. */
export type SubmissionForwarded = Event<
  'submission.forwarded',
  1,
  { readonly submitter: UnitId; readonly to: Holder; readonly defects: readonly string[] }
>;

/** A leader looked a document through on its way (R35); `changed` false and no note: a level without value. */
export type ReviewLevelPassed = Event<
  'review.level-passed',
  1,
  {
    readonly document: string;
    readonly level: number;
    readonly reviewer: Party;
    readonly changed: boolean;
    readonly note: string | null;
  }
>;

/** The citizen was asked for more papers; once is allowed (R62). */
export type SupplementRequested = Event<
  'supplement.requested',
  1,
  { readonly ordinal: number; readonly papers: readonly string[]; readonly reason: string }
>;
/** Phiếu xin lỗi và hẹn lại ngày trả kết quả (R62). */
export type ApologyIssued = Event<
  'apology.issued',
  1,
  { readonly reason: string; readonly newAppointment: Instant; readonly document: DocumentReference | null }
>;
/** The holder refuses to process (R64). */
export type ProcessingRefused = Event<
  'processing.refused',
  1,
  { readonly unit: UnitId; readonly reason: string; readonly recordedFor: Party }
>;

/** A written objection to an order that was then carried out all the same: it mitigates (Law on Cadres 2025 art. 7.5). */
export type ObjectionRecorded = Event<
  'objection.recorded',
  1,
  {
    readonly objector: Party;
    readonly order: string;
    readonly grounds: string;
    readonly document: DocumentReference | null;
  }
>;

export type SubmissionEvent =
  | CoordinationAttempted
  | DissentRecorded
  | DissentResolved
  | ConsensusFailed
  | EscalationStated
  | EscalationAccepted
  | EscalationRefused
  | SubmissionChecked
  | SubmissionReturned
  | SubmissionForwarded
  | ReviewLevelPassed
  | SupplementRequested
  | ApologyIssued
  | ProcessingRefused
  | ObjectionRecorded;
