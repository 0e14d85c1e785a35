import type { DocumentReference } from '../dossier/events.ts';
import type { Day, Event, Instant, OfficerId, Party, UnitId } from '../kernel/event.ts';

/*
 * What an office does to keep its house in order, each a small record of its own: obstacles reported, steps
 * given to named persons, regulations reviewed, backlog looked through, reports made, assignments accepted
 * or refused, reasons claimed and judged, human findings, reviews proposed.
 */

export type ObstacleReported = Event<
  'obstacle.reported',
  1,
  {
    readonly obstacleId: string;
    readonly unit: UnitId;
    /** Through whom: the committee, or for the province Sở Nội vụ (R08). */
    readonly channel: UnitId;
    /** Streams it concerns (`task-…`, `dossier-…`); may be empty. */
    readonly concerns: readonly string[];
    readonly content: string;
  }
>;
export type ObstacleAnswered = Event<
  'obstacle.answered',
  1,
  { readonly obstacleId: string; readonly unit: UnitId; readonly answer: string }
>;

/** The steps of a procedure as the unit works it; the latest of a procedure counts. Each step needs a person (R33). */
export type ProcedureLaidDown = Event<
  'procedure.laid-down',
  1,
  {
    readonly procedureId: string;
    readonly unit: UnitId;
    readonly procedure: string;
    readonly steps: readonly string[];
  }
>;
/** Rõ người, rõ việc (R33): who answers for a step of a procedure in the unit, in [from, to). */
export type StepResponsibilityAssigned = Event<
  'step.assigned',
  1,
  {
    readonly stepId: string;
    readonly unit: UnitId;
    readonly procedure: string;
    readonly step: string;
    readonly officer: OfficerId;
    readonly from: Instant;
    readonly to: Instant | null;
  }
>;

/** Review of a work regulation or procedure (R34); `stepsAfter` null when nothing was cut. */
export type RegulationReviewed = Event<
  'regulation.reviewed',
  1,
  {
    readonly regulationId: string;
    readonly unit: UnitId;
    readonly title: string;
    readonly amended: boolean;
    readonly stepsBefore: number | null;
    readonly stepsAfter: number | null;
    readonly document: DocumentReference | null;
  }
>;

/** Rà soát việc tồn đọng (R23). */
export type BacklogReviewed = Event<
  'backlog.reviewed',
  1,
  {
    readonly reviewId: string;
    readonly unit: UnitId;
    readonly dossiers: readonly string[];
    readonly conclusion: string;
  }
>;

/** Điều động, phân công công tác (R36). */
export type AssignmentDecided = Event<
  'assignment.decided',
  1,
  {
    readonly assignmentId: string;
    readonly officer: OfficerId;
    readonly unit: UnitId;
    readonly duty: string;
    readonly document: DocumentReference;
    readonly effectiveFrom: Instant;
  }
>;
export type AssignmentAccepted = Event<
  'assignment.accepted',
  1,
  { readonly assignmentId: string; readonly officer: OfficerId }
>;
export type AssignmentRefused = Event<
  'assignment.refused',
  1,
  { readonly assignmentId: string; readonly officer: OfficerId; readonly reason: string }
>;

/** A leave or absence of the officer, in [from, to); it stands beside candidates as mitigation. */
export type LeaveRecorded = Event<
  'leave.recorded',
  1,
  {
    readonly leaveId: string;
    readonly officer: OfficerId;
    readonly unit: UnitId;
    readonly from: Instant;
    readonly to: Instant;
    readonly kind: string;
  }
>;

/** "Lý do chính đáng" (R38) is decided, never assumed. `incident`: key of the candidate it answers. */
export type ReasonClaimed = Event<
  'reason.claimed',
  1,
  {
    readonly reasonId: string;
    readonly incident: string;
    readonly officer: OfficerId;
    readonly reason: string;
    readonly evidence: readonly string[];
  }
>;
export type ReasonAccepted = Event<'reason.accepted', 1, { readonly reasonId: string; readonly grounds: string }>;
export type ReasonRejected = Event<'reason.rejected', 1, { readonly reasonId: string; readonly grounds: string }>;

/** A human finding with its written source (R37, R64); no machine writes it. */
export const conductFindings = ['disunity', 'refusal-to-process', 'wrong-performance', 'other'] as const;
export type ConductFinding = (typeof conductFindings)[number];
export type ConductFindingRecorded = Event<
  'finding.recorded',
  1,
  {
    readonly findingId: string;
    readonly kind: ConductFinding;
    readonly officer: OfficerId;
    readonly statement: string;
    /** Minutes or conclusion it is taken from. */
    readonly source: DocumentReference;
  }
>;

/** Báo cáo quá hạn, nợ đọng (R29) and periodic synthesis (R30). */
export type ReportIssued = Event<
  'report.issued',
  1,
  {
    readonly reportId: string;
    readonly kind: 'overdue' | 'periodic';
    readonly unit: UnitId;
    readonly to: UnitId;
    readonly periodFrom: Day;
    readonly periodTo: Day;
    /** Units named as overdue or with a backlog. */
    readonly named: readonly UnitId[];
    readonly document: DocumentReference | null;
  }
>;

/** Only people propose a review, two of them, with the positions of the events it rests on (R31). */
export type AccountabilityReviewProposed = Event<
  'review.proposed',
  1,
  {
    readonly reviewId: string;
    readonly subject: { readonly unit: UnitId; readonly officer: OfficerId | null };
    readonly evidence: readonly string[];
    readonly coProposer: Party;
    readonly reason: string;
  }
>;
/** The second proposer says so in person: nobody proposes in another's name. */
export type AccountabilityReviewSeconded = Event<'review.seconded', 1, { readonly reviewId: string }>;
export type AccountabilityReviewDecided = Event<
  'review.decided',
  1,
  { readonly reviewId: string; readonly outcome: 'opened' | 'declined'; readonly grounds: string }
>;

export type OfficeEvent =
  | ObstacleReported
  | ObstacleAnswered
  | ProcedureLaidDown
  | StepResponsibilityAssigned
  | RegulationReviewed
  | BacklogReviewed
  | AssignmentDecided
  | AssignmentAccepted
  | AssignmentRefused
  | LeaveRecorded
  | ReasonClaimed
  | ReasonAccepted
  | ReasonRejected
  | ConductFindingRecorded
  | ReportIssued
  | AccountabilityReviewProposed
  | AccountabilityReviewSeconded
  | AccountabilityReviewDecided;
