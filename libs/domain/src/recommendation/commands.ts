import type { CaseAct } from '../kernel/case-act.ts';
import type {
  RecommendationAnswered,
  RecommendationDelivered,
  RecommendationReportedUp,
  RecommendationSent,
  RecommendationSettled,
  RecommendationSubmittedToCommittee,
  RecommendationUnresolvedContested,
  RecommendationUnresolvedJudged,
  RecommendationUnresolvedReported,
} from './events.ts';

export type SendRecommendation = CaseAct<'send', Omit<RecommendationSent['data'], 'due'>>;
export type ConfirmDelivery = CaseAct<'confirm-delivery', Omit<RecommendationDelivered['data'], 'due'>>;
export type AnswerRecommendation = CaseAct<'answer', Omit<RecommendationAnswered['data'], 'late'>>;
export type SubmitToCommittee = CaseAct<'submit-to-committee', RecommendationSubmittedToCommittee['data']>;
export type ReportUnresolved = CaseAct<
  'report-unresolved',
  Omit<RecommendationUnresolvedReported['data'], 'report' | 'ownDelay'>
>;
export type ContestReport = CaseAct<'contest-report', RecommendationUnresolvedContested['data']>;
export type JudgeReport = CaseAct<'judge-report', RecommendationUnresolvedJudged['data']>;
export type ReportUp = CaseAct<'report-up', Omit<RecommendationReportedUp['data'], 'ownDelay'>>;
export type SettleRecommendation = CaseAct<'settle', RecommendationSettled['data']>;
/** From the deadline clock alone, as in every subject in which something falls due. */
export type LetTimePass = CaseAct<'let-time-pass', object>;
export type Reschedule = CaseAct<'reschedule', object>;

/** What people do to a recommendation that has been sent. */
export type LaterAct =
  | ConfirmDelivery
  | AnswerRecommendation
  | SubmitToCommittee
  | ReportUnresolved
  | ContestReport
  | JudgeReport
  | ReportUp
  | SettleRecommendation;

export type RecommendationCommand = SendRecommendation | LaterAct | LetTimePass | Reschedule;
