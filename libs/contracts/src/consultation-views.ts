import type { Capacity, PartyView, UnitRef } from './views.ts';

/** Requests for opinions as `/v1/consultations` shows them. Moments are UTC text, positions decimal text. */
export type OpinionStatus =
  | 'waiting'
  | 'answered'
  | 'answered-late'
  | 'returned'
  | 'withdrawn'
  | 'readdressed'
  | 'silent'
  | 'consent-deemed'
  | 'deemed-void'
  | 'lapsed';

export type OpinionStance = 'agree' | 'disagree' | 'agree-with-conditions' | 'not-in-function';

/** One body asked, in short. */
export type AddresseeSummary = {
  readonly unit: UnitRef;
  readonly status: OpinionStatus;
  /** In Vietnamese; a deemed consent is “đồng ý do hết hạn”, never “đồng ý”. */
  readonly outcome: string;
  readonly dueAt: string | null;
  readonly registeredAt: string | null;
  readonly answeredAt: string | null;
  readonly lateAnsweredAt: string | null;
  /** A duty was running, its last day is over and nothing has come. */
  readonly overdue: boolean;
};

export type ConsultationSummary = {
  readonly id: string;
  readonly dossierId: string | null;
  readonly requester: UnitRef;
  readonly subject: string;
  readonly requestedAt: string;
  readonly dueAt: string | null;
  /** What the request lacks (R13): with any of these nobody owes an answer. */
  readonly defects: readonly ('questions-missing' | 'deadline-missing')[];
  readonly addressees: readonly AddresseeSummary[];
  readonly revision: number;
};

export type SignatureView = {
  readonly drafter: PartyView;
  readonly signer: PartyView;
  readonly capacity: Capacity;
  /** Head or acting head of the signing unit at that moment; null when the post was vacant. */
  readonly head: PartyView | null;
};

export type CitedRule = {
  readonly obligation: string;
  readonly instrument: string;
  readonly clause: string;
  readonly rulebookVersion: number;
};
export type CitedCalendar = { readonly calendar: string; readonly version: number };

export type AnswerView = {
  readonly at: string;
  readonly recordedAt: string;
  /** Claimed in time but taken in after the deadline. */
  readonly recordedAfterDeadline: boolean;
  readonly answers: readonly {
    readonly questionId: string;
    readonly stance: OpinionStance | null;
    readonly grounds: string | null;
    readonly conditions: string | null;
  }[];
  /** Questions left without a stance: all that a machine can tell of an opinion (R16). */
  readonly withoutStance: readonly string[];
  readonly signature: SignatureView;
  readonly document: string | null;
};

export type DeemedView = {
  readonly dueAt: string;
  readonly recordedAt: string;
  readonly rule: CitedRule;
  readonly calendar: CitedCalendar;
  /** Who headed the body at the due moment and answers for it as if it had agreed (R17). */
  readonly head: PartyView | null;
};

export type VoidView = {
  readonly at: string;
  readonly ground: string;
  readonly reason: string;
  readonly by: PartyView;
};

export type AddresseeView = AddresseeSummary & {
  readonly relevance: string | null;
  readonly legalBasis: string | null;
  readonly readdressedFrom: UnitRef | null;
  readonly readdressedTo: UnitRef | null;
  readonly arrivalNumber: string | null;
  readonly drafter: PartyView | null;
  readonly answer: AnswerView | null;
  readonly lateAnswer: AnswerView | null;
  readonly returned: {
    readonly at: string;
    readonly reason: string;
    readonly basis: string;
    readonly rightUnit: UnitRef | null;
  } | null;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
  readonly extensions: readonly {
    readonly at: string;
    readonly formerDueAt: string;
    readonly dueAt: string;
    readonly reason: string;
  }[];
  readonly reschedulings: readonly {
    readonly at: string;
    readonly formerDueAt: string;
    readonly formerCalendar: CitedCalendar;
    readonly dueAt: string;
    readonly calendar: CitedCalendar;
  }[];
  readonly passedDeadlines: readonly {
    readonly dueAt: string;
    readonly calendar: CitedCalendar;
    readonly duty: 'owed' | 'addressee-dissolved';
  }[];
  readonly deemed: DeemedView | null;
  readonly voided: VoidView | null;
  readonly reminders: readonly {
    readonly at: string;
    readonly kind: 'before' | 'due' | 'after' | 'manual';
    readonly text: string | null;
  }[];
  readonly unrelated: { readonly at: string; readonly reason: string; readonly assessor: PartyView } | null;
};

export type AssessmentView = {
  readonly assessmentId: string;
  readonly unit: UnitRef;
  readonly at: string;
  readonly assessor: PartyView;
  readonly questionId: string | null;
  readonly quality: 'adequate' | 'generic' | 'no-stance' | 'deflecting';
  readonly quotedSentence: string | null;
  readonly reason: string;
  readonly contested: { readonly at: string; readonly statement: string } | null;
  readonly settled: {
    readonly at: string;
    readonly outcome: 'confirmed' | 'set-aside';
    readonly reason: string;
    readonly by: PartyView;
  } | null;
};

export type ConsultationEntry = {
  readonly position: string;
  readonly revision: number;
  readonly type: string;
  readonly unit: UnitRef | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** Recorded more than one day after it happened. */
  readonly recordedLate: boolean;
  readonly actor: PartyView;
  readonly actingUnit: UnitRef | null;
  readonly capacity: Capacity;
};

export type ConsultationDetail = Omit<ConsultationSummary, 'addressees'> & {
  readonly questions: readonly { readonly questionId: string; readonly text: string }[];
  readonly document: string | null;
  readonly signature: SignatureView;
  readonly calendar: CitedCalendar | null;
  readonly addressees: readonly AddresseeView[];
  readonly assessments: readonly AssessmentView[];
  readonly history: readonly ConsultationEntry[];
};

/** A deemed consent with all it rests on, and who answers for it. */
export type DeemedConsent = {
  readonly consultationId: string;
  readonly dossierId: string | null;
  readonly subject: string;
  readonly requester: UnitRef;
  readonly unit: UnitRef;
  readonly outcome: string;
  readonly deemed: DeemedView;
  readonly lateAnsweredAt: string | null;
  readonly voided: VoidView | null;
  /** Ledger positions of the events it rests on, ascending. */
  readonly evidence: readonly string[];
};

/** How one organisation answers another; never a figure of a person (R18, level T). */
export type Responsiveness = {
  readonly requester: UnitRef;
  readonly responder: UnitRef;
  /** Valid requests that were registered in time to be answered and whose deadline is over or was met. */
  readonly asked: number;
  readonly answeredInTime: number;
  readonly late: number;
  readonly silent: number;
  readonly returned: number;
  /** Median office time from registration to answer, in milliseconds; null when nothing was answered. */
  readonly medianOfficeMs: number | null;
  /** Share answered in time of those that owed an answer; null below the smallest number shown. */
  readonly inTime: {
    readonly numerator: number;
    readonly denominator: number;
    readonly share: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
};
