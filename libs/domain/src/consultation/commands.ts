import type { Term } from '../calendar/term.ts';
import type { CaseAct } from '../kernel/case-act.ts';
import type { UnitId } from '../kernel/event.ts';
import type {
  ConsultationAddresseeMarkedUnrelated,
  ConsultationAnswered,
  ConsultationAssessmentContested,
  ConsultationAssessmentSettled,
  ConsultationAssigned,
  ConsultationDeemedConsentVoided,
  ConsultationDelivered,
  ConsultationId,
  ConsultationQualityAssessed,
  ConsultationRequested,
  ConsultationReturned,
  ConsultationWithdrawn,
} from './events.ts';

/** An act on a consultation that exists. */
type Act<Type extends string, Fields> = CaseAct<Type, { readonly consultationId: ConsultationId } & Fields>;

export type RequestOpinions = CaseAct<'request', Omit<ConsultationRequested['data'], 'due' | 'defects'>>;
/** Both at once: a delivery that the records clerk has not registered makes nobody owe anything. */
export type ConfirmDelivery = Act<'confirm-delivery', ConsultationDelivered['data']>;
export type AssignDrafter = Act<'assign-drafter', ConsultationAssigned['data']>;
/** In time or late: the moment decides which, not the caller. */
export type GiveAnswer = Act<'answer', ConsultationAnswered['data']>;
export type ReturnRequest = Act<'return', ConsultationReturned['data']>;
export type ExtendTerm = Act<'extend', { readonly unit: UnitId; readonly term: Term; readonly reason: string }>;
export type WithdrawRequest = Act<'withdraw', ConsultationWithdrawn['data']>;
/** `term` null: the term of the request, counted anew. */
export type ReaddressRequest = Act<
  'readdress',
  { readonly from: UnitId; readonly to: UnitId; readonly term: Term | null; readonly reason: string }
>;
export type VoidDeemedConsent = Act<'void-deemed-consent', ConsultationDeemedConsentVoided['data']>;
export type RemindAddressee = Act<'remind', { readonly unit: UnitId; readonly text: string }>;
/** The assessor is who does the act. */
export type MarkUnrelated = Act<'mark-unrelated', Omit<ConsultationAddresseeMarkedUnrelated['data'], 'assessor'>>;
export type AssessQuality = Act<'assess-quality', Omit<ConsultationQualityAssessed['data'], 'assessmentId'>>;
export type ContestAssessment = Act<'contest-assessment', Omit<ConsultationAssessmentContested['data'], 'unit'>>;
export type SettleAssessment = Act<'settle-assessment', Omit<ConsultationAssessmentSettled['data'], 'unit'>>;
export type LetTimePass = CaseAct<'let-time-pass', object>;
export type Reschedule = CaseAct<'reschedule', object>;

export type AddressedCommand =
  | ConfirmDelivery
  | AssignDrafter
  | GiveAnswer
  | ReturnRequest
  | ExtendTerm
  | VoidDeemedConsent
  | RemindAddressee
  | MarkUnrelated
  | AssessQuality;
export type AssessmentCommand = ContestAssessment | SettleAssessment;
export type LaterCommand = AddressedCommand | AssessmentCommand | WithdrawRequest | ReaddressRequest;
export type ClockCommand = LetTimePass | Reschedule;
export type ConsultationCommand = RequestOpinions | LaterCommand | ClockCommand;
