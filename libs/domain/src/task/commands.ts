import type { Term } from '../calendar/term.ts';
import type { DocumentReference } from '../dossier/events.ts';
import type { CaseAct } from '../kernel/case-act.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import type { TaskAssigned, TaskPriority } from './events.ts';

/** What a directive says about duties, as whoever passes the command on has read it in the ledger (R77). */
export type DirectiveSeen = { readonly directiveId: string; readonly executes: readonly UnitId[] };

export type AssignTask = CaseAct<
  'assign',
  Omit<TaskAssigned['data'], 'due' | 'directiveId'> & { readonly directive: DirectiveSeen | null }
>;
export type AcceptTask = CaseAct<'accept', object>;
export type RefuseTask = CaseAct<'refuse', { readonly reason: string }>;
export type ReportProgress = CaseAct<
  'report-progress',
  { readonly percent: number; readonly statement: string; readonly obstacles: string | null }
>;
export type RemindTask = CaseAct<'remind', { readonly text: string | null }>;
export type MarkPriority = CaseAct<'mark-priority', { readonly priority: TaskPriority; readonly reason: string }>;
/** Reason and milestone may be missing in what people send; the rule then says which (R26). */
type Wish = { readonly reason: string | null; readonly milestone: Instant | null };
export type RequestExtension = CaseAct<'request-extension', Wish>;
/** Without a term the milestone asked for becomes the deadline. */
export type GrantExtension = CaseAct<'grant-extension', { readonly term: Term | null; readonly note: string | null }>;
export type RefuseExtension = CaseAct<'refuse-extension', { readonly reason: string }>;
export type RequestWithdrawal = CaseAct<'request-withdrawal', Wish>;
export type GrantWithdrawal = CaseAct<'grant-withdrawal', { readonly note: string | null }>;
export type RefuseWithdrawal = CaseAct<'refuse-withdrawal', { readonly reason: string }>;
export type SubmitProduct = CaseAct<'submit-product', { readonly product: DocumentReference }>;
export type AcceptProduct = CaseAct<'accept-product', { readonly note: string | null }>;
export type SendBackProduct = CaseAct<
  'send-back-product',
  { readonly reason: string; readonly defects: readonly string[]; readonly term: Term | null }
>;
export type ReopenTask = CaseAct<'reopen', { readonly reason: string; readonly term: Term }>;
/** From the deadline clock alone (kernel/aggregate.ts). */
export type LetTimePass = CaseAct<'let-time-pass', object>;
export type RescheduleTask = CaseAct<'reschedule', object>;

export type TaskCommand =
  | AssignTask
  | AcceptTask
  | RefuseTask
  | ReportProgress
  | RemindTask
  | MarkPriority
  | RequestExtension
  | GrantExtension
  | RefuseExtension
  | RequestWithdrawal
  | GrantWithdrawal
  | RefuseWithdrawal
  | SubmitProduct
  | AcceptProduct
  | SendBackProduct
  | ReopenTask
  | LetTimePass
  | RescheduleTask;
