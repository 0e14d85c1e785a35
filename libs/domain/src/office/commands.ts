import type { CaseAct } from '../kernel/case-act.ts';
import type {
  AccountabilityReviewDecided,
  AccountabilityReviewProposed,
  AccountabilityReviewSeconded,
  AssignmentAccepted,
  AssignmentDecided,
  AssignmentRefused,
  BacklogReviewed,
  ConductFindingRecorded,
  LeaveRecorded,
  ObstacleAnswered,
  ObstacleReported,
  ProcedureLaidDown,
  ReasonAccepted,
  ReasonClaimed,
  ReasonRejected,
  RegulationReviewed,
  ReportIssued,
  StepResponsibilityAssigned,
} from './events.ts';

export type ReportObstacle = CaseAct<'report-obstacle', ObstacleReported['data']>;
export type AnswerObstacle = CaseAct<'answer-obstacle', ObstacleAnswered['data']>;
export type LayDownProcedure = CaseAct<'lay-down-procedure', ProcedureLaidDown['data']>;
export type AssignStep = CaseAct<'assign-step', StepResponsibilityAssigned['data']>;
export type ReviewRegulation = CaseAct<'review-regulation', RegulationReviewed['data']>;
export type ReviewBacklog = CaseAct<'review-backlog', BacklogReviewed['data']>;
export type DecideAssignment = CaseAct<'decide-assignment', AssignmentDecided['data']>;
export type AcceptAssignment = CaseAct<'accept-assignment', AssignmentAccepted['data']>;
export type RefuseAssignment = CaseAct<'refuse-assignment', AssignmentRefused['data']>;
export type RecordLeave = CaseAct<'record-leave', LeaveRecorded['data']>;
export type ClaimReason = CaseAct<'claim-reason', ReasonClaimed['data']>;
export type AcceptReason = CaseAct<'accept-reason', ReasonAccepted['data']>;
export type RejectReason = CaseAct<'reject-reason', ReasonRejected['data']>;
export type RecordFinding = CaseAct<'record-finding', ConductFindingRecorded['data']>;
export type IssueReport = CaseAct<'issue-report', ReportIssued['data']>;
export type ProposeReview = CaseAct<'propose-review', AccountabilityReviewProposed['data']>;
export type SecondReview = CaseAct<'second-review', AccountabilityReviewSeconded['data']>;
export type DecideReview = CaseAct<'decide-review', AccountabilityReviewDecided['data']>;

/** A record of its own begins with it. */
export type FirstAct =
  | ReportObstacle
  | LayDownProcedure
  | AssignStep
  | ReviewRegulation
  | ReviewBacklog
  | DecideAssignment
  | RecordLeave
  | ClaimReason
  | RecordFinding
  | IssueReport
  | ProposeReview;

/** Answers the act that a record began with. */
export type AnsweringAct =
  AnswerObstacle | AcceptAssignment | RefuseAssignment | AcceptReason | RejectReason | SecondReview | DecideReview;

export type OfficeCommand = FirstAct | AnsweringAct;
