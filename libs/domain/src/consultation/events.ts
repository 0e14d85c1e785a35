import type { Term } from '../calendar/term.ts';
import type { Basis, DocumentReference } from '../dossier/events.ts';
import type { CalendarCitation, ComputedDue, RuleCitation } from '../kernel/citation.ts';
import type { DossierId, Event, Instant, Party, UnitId } from '../kernel/event.ts';
import type { Signature } from '../kernel/signature.ts';

export type ConsultationId = string;
export type Question = { readonly questionId: string; readonly text: string };

/** Why this body is asked: the function that makes it concerned, and the law that wants it asked. */
export type Addressee = { readonly unit: UnitId; readonly relevance: string | null; readonly legalBasis: Basis | null };

export const stances = ['agree', 'disagree', 'agree-with-conditions', 'not-in-function'] as const;
export type Stance = (typeof stances)[number];

/** `stance` null: the answer passes over the question (only in imported or late texts). */
export type Answer = {
  readonly questionId: string;
  readonly stance: Stance | null;
  readonly grounds: string | null;
  readonly conditions: string | null;
};

/** Moments of the reminders for one deadline: working day before, the day itself, working day after. */
export type RemindAt = { readonly before: Instant; readonly due: Instant; readonly after: Instant };

/** A due moment with its reminders, all counted on the calendar version named. */
export type Deadline = ComputedDue & { readonly remindAt: RemindAt };

export const requestDefects = ['questions-missing', 'deadline-missing'] as const;
export type RequestDefect = (typeof requestDefects)[number];

export const opinionQualities = ['adequate', 'generic', 'no-stance', 'deflecting'] as const;
export type OpinionQuality = (typeof opinionQualities)[number];

/** Why a deemed consent does not stand (handbook, decision 3). */
export const voidGrounds = [
  'request-invalid',
  'not-delivered',
  'returned-in-time',
  'withdrawn',
  'extended',
  'addressee-dissolved',
  'answered-in-time',
  'other',
] as const;
export type VoidGround = (typeof voidGrounds)[number];

export type ConsultationRequested = Event<
  'consultation.requested',
  1,
  {
    readonly consultationId: ConsultationId;
    readonly dossierId: DossierId | null;
    readonly requester: UnitId;
    /** The content in words; rounds on the same dossier and subject are recognised by it. */
    readonly subject: string;
    readonly questions: readonly Question[];
    readonly addressees: readonly Addressee[];
    /** As the request states it; null only with the defect `deadline-missing`. */
    readonly term: Term | null;
    /** Counted from the request on the requester's calendar: one deadline for every body asked. */
    readonly due: Deadline | null;
    /** Never empty unless imported without: without questions and deadline nobody owes an answer (R13). */
    readonly defects: readonly RequestDefect[];
    readonly document: DocumentReference | null;
    readonly signature: Signature;
  }
>;

/** Delivered to the body and registered by its records clerk: before that it owes nothing (Decree 30/2020 art. 21.2c, 22.1). */
export type ConsultationDelivered = Event<
  'consultation.delivered',
  1,
  { readonly unit: UnitId; readonly arrivalNumber: string; readonly registeredAt: Instant }
>;

/** The officer of the consulted body who drafts its answer. */
export type ConsultationAssigned = Event<
  'consultation.assigned',
  1,
  { readonly unit: UnitId; readonly responsible: Party }
>;

export type ConsultationAnswered = Event<
  'consultation.answered',
  1,
  {
    readonly unit: UnitId;
    readonly answers: readonly Answer[];
    readonly document: DocumentReference | null;
    readonly signature: Signature;
  }
>;

/** The text that came after the deadline: kept and readable, it undoes nothing (R17). */
export type ConsultationLateAnswerReceived = Event<
  'consultation.late-answer-received',
  1,
  ConsultationAnswered['data'] & { readonly dueAt: Instant }
>;

export type ConsultationReturned = Event<
  'consultation.returned',
  1,
  { readonly unit: UnitId; readonly reason: string; readonly basis: Basis; readonly rightUnit: UnitId | null }
>;

export type ConsultationExtended = Event<
  'consultation.extended',
  1,
  {
    readonly unit: UnitId;
    readonly formerDueAt: Instant;
    readonly term: Term;
    readonly due: Deadline;
    readonly reason: string;
  }
>;

/** A newer calendar version moved the deadline; the former stays readable with the version it used. */
export type ConsultationRescheduled = Event<
  'consultation.rescheduled',
  1,
  {
    readonly unit: UnitId;
    readonly formerDueAt: Instant;
    readonly formerCalendar: CalendarCitation;
    readonly due: Deadline;
  }
>;

export type ConsultationWithdrawn = Event<
  'consultation.withdrawn',
  1,
  /** `unit` null: from every body that has not answered. */
  { readonly unit: UnitId | null; readonly reason: string }
>;

/** The request goes to a unit that took over from a dissolved addressee; it owes nothing before it is registered there anew. */
export type ConsultationReaddressed = Event<
  'consultation.readdressed',
  1,
  {
    readonly from: UnitId;
    readonly to: UnitId;
    readonly term: Term;
    readonly due: Deadline;
    readonly reason: string;
  }
>;

/**
 * The last day ended without an answer in time. `occurredAt` is the due moment when the deadline clock wrote it, and the
 * moment of the act before which it had to be written otherwise (decision 0065); `dueAt` is always the due moment.
 */
export type ConsultationDeadlinePassed = Event<
  'consultation.deadline-passed',
  1,
  {
    readonly unit: UnitId;
    readonly dueAt: Instant;
    readonly calendar: CalendarCitation;
    /** Nobody is late where the body asked was dissolved before the day ended. */
    readonly duty: 'owed' | 'addressee-dissolved';
  }
>;

/** Đồng ý do hết hạn: an outcome of its own, never shown as "đồng ý" (R17). */
export type ConsultationConsentDeemed = Event<
  'consultation.consent-deemed',
  1,
  { readonly unit: UnitId; readonly dueAt: Instant; readonly calendar: CalendarCitation; readonly rule: RuleCitation }
>;

export type ConsultationDeemedConsentVoided = Event<
  'consultation.deemed-consent-voided',
  1,
  { readonly unit: UnitId; readonly ground: VoidGround; readonly reason: string }
>;

/** Đôn đốc: by a person, or by the clock at T−1, T, T+1 working days (`by` the kind of reminder). */
export type ConsultationReminded = Event<
  'consultation.reminded',
  1,
  { readonly unit: UnitId; readonly kind: 'before' | 'due' | 'after' | 'manual'; readonly text: string | null }
>;

export type ConsultationAddresseeMarkedUnrelated = Event<
  'consultation.addressee-marked-unrelated',
  1,
  { readonly unit: UnitId; readonly reason: string; readonly assessor: Party }
>;

/** A named person's judgement with the sentence it rests on; no machine writes this (R16, R74). */
export type ConsultationQualityAssessed = Event<
  'consultation.quality-assessed',
  1,
  {
    readonly assessmentId: string;
    readonly unit: UnitId;
    readonly questionId: string | null;
    readonly quality: OpinionQuality;
    /** Null only for `adequate`, and for `no-stance` on a question that was passed over in silence. */
    readonly quotedSentence: string | null;
    readonly reason: string;
  }
>;

export type ConsultationAssessmentContested = Event<
  'consultation.assessment-contested',
  1,
  { readonly assessmentId: string; readonly unit: UnitId; readonly statement: string }
>;

/** Somebody above both sides, the Office or the Inspectorate closes a contested or open assessment; never who assessed it. */
export type ConsultationAssessmentSettled = Event<
  'consultation.assessment-settled',
  1,
  {
    readonly assessmentId: string;
    readonly unit: UnitId;
    readonly outcome: 'confirmed' | 'set-aside';
    readonly reason: string;
  }
>;

export type ConsultationEvent =
  | ConsultationRequested
  | ConsultationDelivered
  | ConsultationAssigned
  | ConsultationAnswered
  | ConsultationLateAnswerReceived
  | ConsultationReturned
  | ConsultationExtended
  | ConsultationRescheduled
  | ConsultationWithdrawn
  | ConsultationReaddressed
  | ConsultationDeadlinePassed
  | ConsultationConsentDeemed
  | ConsultationDeemedConsentVoided
  | ConsultationReminded
  | ConsultationAddresseeMarkedUnrelated
  | ConsultationQualityAssessed
  | ConsultationAssessmentContested
  | ConsultationAssessmentSettled;
