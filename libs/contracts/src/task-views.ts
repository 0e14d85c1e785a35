import type { Capacity, PartyView, UnitRef } from './views.ts';

/** Shapes of what is asked about tasks and directives. Moments are UTC text with milliseconds. */
export type TaskPriority = 'normal' | 'key' | 'overdue-clearance';
export type CommitmentState = 'open' | 'met' | 'broken' | 'released';
export type RecipientRole = 'execute' | 'report' | 'know';
export type TaskTerm =
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'day' | 'before-day'; readonly day: string; readonly rollOver: boolean }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'working-hours'; readonly hours: number };
export type CitedDocument = {
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly title: string | null;
};
export type ProgrammeItem = { readonly name: string; readonly year: number; readonly quarter: number | null };
export const waitings = ['product', 'extension', 'withdrawal'] as const;
/** What of a task lies with its assigner. */
export type Waiting = (typeof waitings)[number];
export const taskStatuses = ['open', 'done', 'withdrawn'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export type TaskSummary = {
  readonly taskId: string;
  readonly title: string;
  readonly product: string;
  readonly assigner: UnitRef;
  readonly lead: UnitRef;
  readonly coordinators: readonly UnitRef[];
  readonly responsible: PartyView;
  readonly status: TaskStatus;
  readonly priority: TaskPriority;
  readonly programme: ProgrammeItem | null;
  readonly directiveId: string | null;
  readonly dossierId: string | null;
  readonly parentTaskId: string | null;
  readonly assignedAt: string;
  /** As first set; never overwritten. */
  readonly originalDueAt: string;
  /** What counts now. */
  readonly dueAt: string;
  /** Open, past its present deadline, and the product is not with the assigner. */
  readonly overdue: boolean;
  readonly waitingFor: Waiting | null;
  /** Of the last report; null before any. */
  readonly percent: number | null;
  readonly submittedAt: string | null;
  /** When the product was accepted; null while the task is not done. */
  readonly doneAt: string | null;
  /** Submitted after the deadline that counted then; null while the task is not done. */
  readonly late: boolean | null;
  readonly lateAgainstOriginal: boolean | null;
  readonly extensions: number;
  readonly timesSentBack: number;
  readonly remindersSent: number;
};

export type ActTrace = {
  readonly at: string;
  readonly by: PartyView;
  readonly unit: UnitRef | null;
  readonly capacity: Capacity;
};
export type DeadlineView = {
  readonly dueAt: string;
  readonly calendar: { readonly calendar: string; readonly version: number };
  readonly term: TaskTerm;
  readonly ground: 'assigned' | 'extension' | 'rework' | 'reopening';
  readonly from: string;
  readonly until: string | null;
  /** It ended without the product. */
  readonly passed: boolean;
  /** Recorded so by the clock; with `passed` false, an act entered afterwards shows that it was not. */
  readonly recordedPassed: boolean;
};
export type TaskRequestView = {
  readonly requestId: string;
  readonly kind: 'extension' | 'withdrawal';
  readonly reason: string;
  readonly milestone: string;
  readonly dueAt: string;
  readonly requested: ActTrace;
  readonly outcome: 'pending' | 'granted' | 'refused';
  readonly settled: ActTrace | null;
  readonly note: string | null;
};
export type CommitmentView = {
  readonly commitmentId: string;
  readonly taskId: string;
  readonly title: string;
  readonly unit: UnitRef;
  readonly madeBy: PartyView;
  readonly madeAt: string;
  readonly milestone: string;
  readonly state: CommitmentState;
  readonly endedAt: string | null;
  /** The clock recorded it as broken; with another state, an act entered afterwards shows that it was not. */
  readonly recordedBroken: boolean;
};
export type ProductSubmissionView = {
  readonly product: CitedDocument;
  readonly submittedAt: string;
  readonly sentBackAt: string | null;
  readonly reason: string | null;
  readonly defects: readonly string[];
};
export type EndingView = {
  readonly submittedAt: string;
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly inTime: boolean;
  readonly reopenedAt: string | null;
  readonly reopenedBecause: string | null;
  /** Not reopened within the working days that the rule gives; null while they run. */
  readonly finishedForGood: boolean | null;
};
export type ReminderView = ActTrace & {
  readonly kind: 'before' | 'due' | 'after' | 'manual';
  readonly text: string | null;
  /** By the head of the lead in office then. */
  readonly byHeadOfLead: boolean;
};
export type TaskDetail = TaskSummary & {
  readonly revision: number;
  readonly assigned: ActTrace;
  readonly acceptedAt: string | null;
  readonly refusals: readonly (ActTrace & { readonly reason: string })[];
  readonly deadlines: readonly DeadlineView[];
  readonly requests: readonly TaskRequestView[];
  readonly commitments: readonly CommitmentView[];
  readonly submissions: readonly ProductSubmissionView[];
  readonly endings: readonly EndingView[];
  readonly progress: readonly (ActTrace & {
    readonly percent: number;
    readonly statement: string;
    readonly obstacles: string | null;
  })[];
  readonly reminders: readonly ReminderView[];
  readonly priorities: readonly (ActTrace & { readonly priority: TaskPriority; readonly reason: string })[];
  readonly subtasks: readonly { readonly taskId: string; readonly lead: UnitRef; readonly status: TaskStatus }[];
};

/** How many working days past due. Less than one whole day counts with the first bucket. */
export type AgeingRow = {
  readonly unit: UnitRef | null;
  readonly open: number;
  readonly overdue: number;
  readonly upTo5: number;
  readonly upTo10: number;
  readonly upTo30: number;
  readonly over30: number;
};
export type OverdueAgeing = {
  readonly asOf: string;
  readonly tasks: readonly AgeingRow[];
  readonly dossiers: readonly AgeingRow[];
};

/** Of all items of the programme that a unit leads. */
export type ProgrammeRow = {
  readonly unit: UnitRef;
  readonly items: number;
  readonly delivered: number;
  readonly deliveredInTime: number;
  readonly withdrawn: number;
  readonly open: number;
  readonly overdue: number;
};
export type Programme = { readonly year: number; readonly units: readonly ProgrammeRow[] };

export type DirectiveSummary = {
  readonly directiveId: string;
  readonly issuer: UnitRef;
  readonly document: CitedDocument;
  readonly duty: string;
  readonly issuedAt: string;
  readonly reissueOf: string | null;
  /** How often the same duty had been laid down before. */
  readonly timesReissued: number;
  readonly executors: number;
  readonly executorsWithTask: number;
};
export type RecipientView = {
  readonly unit: UnitRef;
  readonly role: RecipientRole;
  readonly arrivalNumber: string | null;
  readonly receivedAt: string | null;
  readonly confirmedAt: string | null;
  /** Confirmed on a later day than it came in; null while not confirmed. */
  readonly confirmedLate: boolean | null;
  /** Only who is to execute has a duty: the others never have any. */
  readonly coverage: 'no-duty' | 'no-task' | 'open' | 'overdue' | 'done-in-time' | 'done-late' | 'withdrawn';
  readonly tasks: readonly {
    readonly taskId: string;
    readonly lead: UnitRef;
    readonly status: TaskStatus;
    readonly dueAt: string;
    readonly overdue: boolean;
    readonly late: boolean | null;
  }[];
};
export type DirectiveDetail = DirectiveSummary & {
  readonly revision: number;
  readonly issuedBy: PartyView;
  readonly recipients: readonly RecipientView[];
  /** The directives on the same duty, the first one first. */
  readonly sameDuty: readonly { readonly directiveId: string; readonly issuedAt: string }[];
};
