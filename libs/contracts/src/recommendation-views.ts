import type { PartyView, UnitRef } from './views.ts';

export type UnresolvedCategory = 'no-reply' | 'generic' | 'no-stance' | 'deflected' | 'not-submitted';

/** A recommendation as it stands now. */
export type RecommendationView = {
  readonly id: string;
  readonly dossierId: string | null;
  readonly sender: UnitRef;
  readonly level: 'province' | 'central';
  /** The agency asked; null for the central level. */
  readonly unit: UnitRef | null;
  /** The central body in words; null inside the province. */
  readonly body: string | null;
  readonly content: string;
  readonly forCommittee: boolean;
  readonly status: 'open' | 'settled';
  readonly sentAt: string;
  readonly deliveredAt: string | null;
  /** Null while no time limit runs: not registered as received, or received after its fixed day. */
  readonly dueAt: string | null;
  readonly answeredAt: string | null;
  readonly submittedAt: string | null;
  /** Still missing now; null when nothing is, or when it is settled. */
  readonly missing: 'no-reply' | 'not-submitted' | null;
  readonly overdue: boolean;
  /** Categories of letter 3239 that stand now: by the clock, or by a named person's report not set aside. */
  readonly unresolved: readonly UnresolvedCategory[];
  /** Those of them that the unit reported to has confirmed. */
  readonly confirmed: readonly UnresolvedCategory[];
  readonly reportedUpAt: string | null;
  readonly revision: number;
};

/** Working days the sender itself let pass after the due moment. */
export type OwnDelayView = {
  readonly workingDays: number;
  readonly calendar: string;
  readonly calendarVersion: number;
};

export type RecommendationAnswerView = {
  readonly at: string;
  readonly stance: 'agree' | 'disagree' | 'agree-with-conditions' | 'not-in-function' | null;
  readonly content: string;
  readonly late: boolean;
};
export type RecommendationReportView = {
  readonly report: number;
  readonly at: string;
  readonly category: UnresolvedCategory;
  readonly quotedSentence: string | null;
  readonly reason: string;
  readonly reporter: PartyView;
  readonly to: UnitRef;
  readonly ownDelay: OwnDelayView | null;
  /** What the agency says to it. */
  readonly contested: string | null;
  readonly outcome: 'confirmed' | 'set-aside' | null;
  readonly grounds: string | null;
};
export type ReportedUpView = {
  readonly at: string;
  readonly unit: UnitRef | null;
  readonly body: string | null;
  readonly ownDelay: OwnDelayView | null;
};
export type RecommendationDetail = RecommendationView & {
  readonly obstacle: string | null;
  readonly beyondAuthorityBasis: string | null;
  readonly drafter: PartyView;
  readonly signer: PartyView;
  /** The calendar the time limit was counted on. */
  readonly calendar: string | null;
  readonly calendarVersion: number | null;
  readonly answers: readonly RecommendationAnswerView[];
  readonly reports: readonly RecommendationReportView[];
  readonly reportedUp: readonly ReportedUpView[];
  readonly outcome: string | null;
};

/** What is unresolved at one agency, in the four categories of letter 3239; never broken down to persons. */
export type AgencyUnresolved = {
  readonly unit: UnitRef;
  readonly noReply: number;
  readonly genericOrNoStance: number;
  readonly deflected: number;
  readonly notSubmitted: number;
  /** Of the second and third kind, how many were confirmed by the unit reported to. */
  readonly confirmed: number;
  readonly oldestDueAt: string | null;
};
