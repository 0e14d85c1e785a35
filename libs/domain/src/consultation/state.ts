import type { Term } from '../calendar/term.ts';
import type { CalendarCitation, RuleCitation } from '../kernel/citation.ts';
import type { Instant, Party, UnitId } from '../kernel/event.ts';
import type {
  Addressee,
  ConsultationAddresseeMarkedUnrelated,
  ConsultationAnswered,
  ConsultationAssessmentSettled,
  ConsultationDeadlinePassed,
  ConsultationDeemedConsentVoided,
  ConsultationDelivered,
  ConsultationExtended,
  ConsultationQualityAssessed,
  ConsultationReminded,
  ConsultationRequested,
  ConsultationRescheduled,
  ConsultationReturned,
  Deadline,
} from './events.ts';

/** When it happened, as claimed, when the ledger took it in, and who did it. */
export type Kept = { readonly at: Instant; readonly recordedAt: Instant; readonly by: Party };

/**
 * `silent`: the deadline passed, no consent follows from it, or the consent that did was voided for another
 * reason than the deadline itself. `consent-deemed`: đồng ý do hết hạn, whatever came later.
 * `deemed-void`: neither consent nor silence is left of it. `lapsed`: the body asked was dissolved before the
 * last day ended.
 */
export type AddresseeStatus =
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

export type KeptAnswer = Kept &
  Pick<ConsultationAnswered['data'], 'answers' | 'document' | 'signature'> & {
    /** The unit for which it was given: the body asked, or one that took over from it. */
    readonly actingUnit: UnitId | null;
    /** Claimed in time but taken in after the deadline: what the deadline brought about stands until somebody voids it. */
    readonly recordedAfterDeadline: boolean;
  };

export type Pass = Kept & Omit<ConsultationDeadlinePassed['data'], 'unit'>;
export type Deemed = Kept & {
  readonly dueAt: Instant;
  readonly calendar: CalendarCitation;
  readonly rule: RuleCitation;
};

export type AddresseeState = Addressee & {
  readonly readdressedFrom: UnitId | null;
  readonly addressedAt: Instant;
  readonly status: AddresseeStatus;
  readonly term: Term | null;
  /** The moment the term is counted from. */
  readonly termFrom: Instant;
  readonly deadline: Deadline | null;
  /** Since when the ledger knows this deadline. */
  readonly deadlineKnownSince: Instant;
  readonly delivery: (Kept & Omit<ConsultationDelivered['data'], 'unit'> & { readonly imported: boolean }) | null;
  readonly responsible: Party | null;
  readonly answer: KeptAnswer | null;
  readonly lateAnswer: KeptAnswer | null;
  readonly returned: (Kept & Omit<ConsultationReturned['data'], 'unit'>) | null;
  readonly withdrawn: (Kept & { readonly reason: string }) | null;
  readonly readdressedTo: UnitId | null;
  readonly extensions: readonly (Kept & Omit<ConsultationExtended['data'], 'unit'>)[];
  readonly reschedulings: readonly (Kept & Omit<ConsultationRescheduled['data'], 'unit'>)[];
  /** Every deadline that passed unanswered, each once. */
  readonly passes: readonly Pass[];
  readonly deemed: Deemed | null;
  readonly voided: (Kept & Omit<ConsultationDeemedConsentVoided['data'], 'unit'>) | null;
  readonly reminders: readonly (Kept & Omit<ConsultationReminded['data'], 'unit'>)[];
  /** Reminders of the present deadline that the clock has written. */
  readonly remindersSent: readonly ConsultationReminded['data']['kind'][];
  readonly unrelated: (Kept & Omit<ConsultationAddresseeMarkedUnrelated['data'], 'unit'>) | null;
};

export type Assessment = Kept &
  ConsultationQualityAssessed['data'] & {
    readonly contested: (Kept & { readonly statement: string }) | null;
    readonly settled: (Kept & Pick<ConsultationAssessmentSettled['data'], 'outcome' | 'reason'>) | null;
  };

export type RequestedConsultation = Kept &
  Omit<ConsultationRequested['data'], 'addressees' | 'due'> & {
    readonly status: 'requested';
    readonly due: Deadline | null;
    readonly addressees: readonly AddresseeState[];
    readonly assessments: readonly Assessment[];
  };

export type ConsultationState = { readonly status: 'none' } | RequestedConsultation;

export const addresseeOf = (consultation: RequestedConsultation, unit: UnitId): AddresseeState | null =>
  consultation.addressees.find((addressee) => addressee.unit === unit) ?? null;

/** What was answered, whenever; null while nothing was. */
export const answerGivenBy = ({ answer, lateAnswer }: AddresseeState): KeptAnswer | null => answer ?? lateAnswer;
