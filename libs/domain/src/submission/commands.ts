import type { DossierCommand, HandOffDossier, SubmitDossier } from '../dossier/commands.ts';
import type { Basis, Holder } from '../dossier/events.ts';
import type { CaseAct } from '../kernel/case-act.ts';
import type {
  ApologyIssued,
  ConsensusFailed,
  CoordinationAttempted,
  DissentRecorded,
  DissentResolved,
  EscalationStated,
  ObjectionRecorded,
  ReviewLevelPassed,
  SubmissionChecked,
  SubmissionReturned,
  SupplementRequested,
} from './events.ts';

/** Why a dossier is passed up or sideways, as its sender says. From, to and open dissents are the ledger's own knowledge. */
export type StatedGround = Pick<
  EscalationStated['data'],
  'ground' | 'explanation' | 'attempts' | 'dissents' | 'direction' | 'delegationId'
>;

/** A move of custody that may have to say its ground. */
export type EscalatingMove = (SubmitDossier | HandOffDossier) & { readonly ground?: StatedGround | null };

/** An id left to the ledger is the next free number. */
type Numbered<Data, Key extends keyof Data> = Omit<Data, Key> & { readonly [K in Key]: string | null };

export type RecordCoordination = CaseAct<'record-coordination', Numbered<CoordinationAttempted['data'], 'attemptId'>>;
export type RecordDissent = CaseAct<'record-dissent', Numbered<DissentRecorded['data'], 'dissentId'>>;
export type ResolveDissent = CaseAct<'resolve-dissent', Pick<DissentResolved['data'], 'dissentId' | 'resolution'>>;
export type FailConsensus = CaseAct<'fail-consensus', ConsensusFailed['data']>;

export type AcceptEscalation = CaseAct<'accept-escalation', { readonly note: string | null }>;
/** `to` null: back to the very place it came from. */
export type RefuseEscalation = CaseAct<
  'refuse-escalation',
  { readonly reason: string; readonly basis: Basis; readonly to: Holder | null }
>;

export type CheckSubmission = CaseAct<'check-submission', Pick<SubmissionChecked['data'], 'checklist'>>;
/** `to` null: back to the very place it came from. */
export type ReturnSubmission = CaseAct<
  'return-submission',
  Pick<SubmissionReturned['data'], 'defects' | 'basis'> & { readonly to: Holder | null }
>;
export type ForwardSubmission = CaseAct<
  'forward-submission',
  { readonly to: Holder; readonly proposal: string; readonly basis: Basis | null }
>;

export type PassReviewLevel = CaseAct<'pass-review-level', ReviewLevelPassed['data']>;
export type RequestSupplement = CaseAct<'request-supplement', Pick<SupplementRequested['data'], 'papers' | 'reason'>>;
export type IssueApology = CaseAct<'issue-apology', ApologyIssued['data']>;
export type RefuseProcessing = CaseAct<
  'refuse-processing',
  { readonly reason: string; readonly recordedFor: ReviewLevelPassed['data']['reviewer'] }
>;
export type RecordObjection = CaseAct<'record-objection', ObjectionRecorded['data']>;

/** Acts that record something about the dossier and leave custody where it is. */
export type NoteCommand =
  | RecordCoordination
  | RecordDissent
  | ResolveDissent
  | FailConsensus
  | AcceptEscalation
  | CheckSubmission
  | PassReviewLevel
  | RequestSupplement
  | IssueApology
  | RefuseProcessing
  | RecordObjection;

/** Acts that record something and move custody with it, in one append. */
export type AnsweringMove = RefuseEscalation | ReturnSubmission | ForwardSubmission;
export type SubmissionCommand = NoteCommand | AnsweringMove;

/** Everything that can be done in the stream of a dossier. */
export type DossierStreamCommand =
  Exclude<DossierCommand, SubmitDossier | HandOffDossier> | EscalatingMove | SubmissionCommand;
