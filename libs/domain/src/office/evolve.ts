import type { Fact } from '../kernel/aggregate.ts';
import type { Instant, Party, UnitId } from '../kernel/event.ts';
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
  OfficeEvent,
  ProcedureLaidDown,
  ReasonAccepted,
  ReasonClaimed,
  ReasonRejected,
  RegulationReviewed,
  ReportIssued,
  StepResponsibilityAssigned,
} from './events.ts';

/** Said by whom, for which unit, when. */
export type Said<Data> = Data & { readonly at: Instant; readonly by: Party; readonly byUnit: UnitId | null };

export type ObstacleRecord = {
  readonly kind: 'obstacle';
  readonly first: Said<ObstacleReported['data']>;
  readonly answer: Said<ObstacleAnswered['data']> | null;
};
export type AssignmentRecord = {
  readonly kind: 'assignment';
  readonly first: Said<AssignmentDecided['data']>;
  readonly response:
    | (Said<AssignmentAccepted['data']> & { readonly outcome: 'accepted' })
    | (Said<AssignmentRefused['data']> & { readonly outcome: 'refused' })
    | null;
};
export type ReasonRecord = {
  readonly kind: 'reason';
  readonly first: Said<ReasonClaimed['data']>;
  readonly decision:
    | (Said<ReasonAccepted['data']> & { readonly outcome: 'accepted' })
    | (Said<ReasonRejected['data']> & { readonly outcome: 'rejected' })
    | null;
};
export type ReviewRecord = {
  readonly kind: 'review';
  readonly first: Said<AccountabilityReviewProposed['data']>;
  readonly seconded: Said<AccountabilityReviewSeconded['data']> | null;
  readonly decision: Said<AccountabilityReviewDecided['data']> | null;
};
/** Records that are complete with their first event. */
type Plain<Kind extends string, Data> = { readonly kind: Kind; readonly first: Said<Data> };
export type OfficeRecord =
  | ObstacleRecord
  | AssignmentRecord
  | ReasonRecord
  | ReviewRecord
  | Plain<'procedure', ProcedureLaidDown['data']>
  | Plain<'step', StepResponsibilityAssigned['data']>
  | Plain<'regulation', RegulationReviewed['data']>
  | Plain<'backlog-review', BacklogReviewed['data']>
  | Plain<'leave', LeaveRecorded['data']>
  | Plain<'finding', ConductFindingRecorded['data']>
  | Plain<'report', ReportIssued['data']>;
export type OfficeRecordKind = OfficeRecord['kind'];
export type OfficeState = { readonly kind: 'none' } | OfficeRecord;

export const initial: OfficeState = { kind: 'none' };

type OfficeFact = Fact<OfficeEvent>;

const record = <Kind extends OfficeRecordKind>(state: OfficeState, kind: Kind, { type }: OfficeFact) => {
  if (state.kind !== kind) throw new Error(`impossible history: ${type} on a record of kind ${state.kind}`);
  return state as Extract<OfficeRecord, { readonly kind: Kind }>;
};

/** Throws on a history that no decider can have written. */
export const evolve = (state: OfficeState, event: OfficeFact): OfficeState => {
  const said = { at: event.occurredAt, by: event.actor, byUnit: event.unit };
  switch (event.type) {
    case 'obstacle.reported':
      return { kind: 'obstacle', first: { ...event.data, ...said }, answer: null };
    case 'obstacle.answered':
      return { ...record(state, 'obstacle', event), answer: { ...event.data, ...said } };
    case 'procedure.laid-down':
      return { kind: 'procedure', first: { ...event.data, ...said } };
    case 'step.assigned':
      return { kind: 'step', first: { ...event.data, ...said } };
    case 'regulation.reviewed':
      return { kind: 'regulation', first: { ...event.data, ...said } };
    case 'backlog.reviewed':
      return { kind: 'backlog-review', first: { ...event.data, ...said } };
    case 'assignment.decided':
      return { kind: 'assignment', first: { ...event.data, ...said }, response: null };
    case 'assignment.accepted':
      return { ...record(state, 'assignment', event), response: { ...event.data, ...said, outcome: 'accepted' } };
    case 'assignment.refused':
      return { ...record(state, 'assignment', event), response: { ...event.data, ...said, outcome: 'refused' } };
    case 'leave.recorded':
      return { kind: 'leave', first: { ...event.data, ...said } };
    case 'reason.claimed':
      return { kind: 'reason', first: { ...event.data, ...said }, decision: null };
    case 'reason.accepted':
      return { ...record(state, 'reason', event), decision: { ...event.data, ...said, outcome: 'accepted' } };
    case 'reason.rejected':
      return { ...record(state, 'reason', event), decision: { ...event.data, ...said, outcome: 'rejected' } };
    case 'finding.recorded':
      return { kind: 'finding', first: { ...event.data, ...said } };
    case 'report.issued':
      return { kind: 'report', first: { ...event.data, ...said } };
    case 'review.proposed':
      return { kind: 'review', first: { ...event.data, ...said }, seconded: null, decision: null };
    case 'review.seconded':
      return { ...record(state, 'review', event), seconded: { ...event.data, ...said } };
    case 'review.decided':
      return { ...record(state, 'review', event), decision: { ...event.data, ...said } };
  }
};
