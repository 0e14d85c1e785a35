import type { Term } from '../calendar/term.ts';
import type { Answer } from '../consultation/events.ts';
import type { Basis, DocumentReference } from '../dossier/events.ts';
import type { CalendarCitation, ComputedDue } from '../kernel/citation.ts';
import type { DossierId, Event, UnitId } from '../kernel/event.ts';
import type { Signature } from '../kernel/signature.ts';

export type RecommendationId = string;

/** The ways in which letter 3239 calls a recommendation unresolved. */
export const unresolvedCategories = ['no-reply', 'generic', 'no-stance', 'deflected', 'not-submitted'] as const;
export type UnresolvedCategory = (typeof unresolvedCategories)[number];

/** To a body of the province (a unit of the ledger), or to the central level (named in words). */
export type RecommendationAddressee =
  { readonly level: 'province'; readonly unit: UnitId } | { readonly level: 'central'; readonly body: string };

export type RecommendationSent = Event<
  'recommendation.sent',
  1,
  {
    readonly recommendationId: RecommendationId;
    readonly dossierId: DossierId | null;
    readonly sender: UnitId;
    readonly to: RecommendationAddressee;
    readonly content: string;
    /** To the central level: the obstacle, and why it is beyond the authority of the province (R03). */
    readonly obstacle: string | null;
    readonly beyondAuthorityBasis: Basis | null;
    /** The matter is for the committee to decide: the agency must submit it there (category c). */
    readonly forCommittee: boolean;
    readonly term: Term;
    readonly due: ComputedDue;
    readonly document: DocumentReference | null;
    readonly signature: Signature;
  }
>;
/**
 * Registered by the body's records clerk: before that an agency of the province owes nothing (Decree 30/2020
 * art. 22.1). `due`: limits in working time count from here; null when a fixed day had passed by then.
 */
export type RecommendationDelivered = Event<
  'recommendation.delivered',
  1,
  { readonly arrivalNumber: string | null; readonly due: ComputedDue | null }
>;
/** A body may answer again after its first answer was found wanting; each answer stays readable. */
export type RecommendationAnswered = Event<
  'recommendation.answered',
  1,
  {
    readonly stance: Answer['stance'];
    readonly content: string;
    readonly document: DocumentReference | null;
    readonly late: boolean;
  }
>;
export type RecommendationSubmittedToCommittee = Event<
  'recommendation.submitted-to-committee',
  1,
  { readonly committee: UnitId; readonly document: DocumentReference | null }
>;
/** By the clock, with `occurredAt` = the due moment. */
export type RecommendationOverdue = Event<
  'recommendation.overdue',
  1,
  {
    readonly category: 'no-reply' | 'not-submitted';
    readonly dueAt: ComputedDue['dueAt'];
    readonly calendar: CalendarCitation;
  }
>;
export type RecommendationRescheduled = Event<
  'recommendation.rescheduled',
  1,
  { readonly formerDueAt: ComputedDue['dueAt']; readonly formerCalendar: CalendarCitation; readonly due: ComputedDue }
>;
/** Working days that the sender itself let pass after the due moment; null when none is known or it has not passed. */
export type OwnDelay = { readonly workingDays: number; readonly calendar: CalendarCitation };

/** A named person's finding; `generic`, `no-stance` and `deflected` quote the sentence (R74). */
export type RecommendationUnresolvedReported = Event<
  'recommendation.unresolved-reported',
  1,
  {
    /** 1, 2, 3 … within the recommendation. */
    readonly report: number;
    readonly category: UnresolvedCategory;
    readonly quotedSentence: string | null;
    readonly reason: string;
    readonly to: UnitId;
    readonly ownDelay: OwnDelay | null;
  }
>;
/** The agency answers the report about it; a right at any time, also after the matter is settled. */
export type RecommendationUnresolvedContested = Event<
  'recommendation.unresolved-contested',
  1,
  { readonly report: number; readonly statement: string }
>;
/** The unit reported to confirms the report or sets it aside; never who made it. Unconfirmed it charges nobody (R74). */
export type RecommendationUnresolvedJudged = Event<
  'recommendation.unresolved-judged',
  1,
  { readonly report: number; readonly outcome: 'confirmed' | 'set-aside'; readonly grounds: string }
>;
/** Reported upward, to the committee or through it to the Prime Minister (R72). */
export type RecommendationReportedUp = Event<
  'recommendation.reported-up',
  1,
  {
    readonly to: RecommendationAddressee;
    readonly document: DocumentReference | null;
    readonly ownDelay: OwnDelay | null;
  }
>;
export type RecommendationSettled = Event<'recommendation.settled', 1, { readonly outcome: string }>;

export type RecommendationEvent =
  | RecommendationSent
  | RecommendationDelivered
  | RecommendationAnswered
  | RecommendationSubmittedToCommittee
  | RecommendationOverdue
  | RecommendationRescheduled
  | RecommendationUnresolvedReported
  | RecommendationUnresolvedContested
  | RecommendationUnresolvedJudged
  | RecommendationReportedUp
  | RecommendationSettled;
