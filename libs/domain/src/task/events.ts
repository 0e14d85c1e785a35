import type { Term } from '../calendar/term.ts';
import type { DocumentReference } from '../dossier/events.ts';
import type { CalendarCitation, ComputedDue } from '../kernel/citation.ts';
import type { DossierId, Event, Instant, Party, UnitId } from '../kernel/event.ts';

export type TaskId = string;
export const taskPriorities = ['normal', 'key', 'overdue-clearance'] as const;
export type TaskPriority = (typeof taskPriorities)[number];

/** When the clock reminds of a deadline; computed with it, on the same calendar (R25). */
export type DueReminder = { readonly kind: 'before' | 'due' | 'after'; readonly at: Instant };
/** A deadline with its reminders; those that would precede the act which set it are left out. */
export type TaskDue = ComputedDue & { readonly reminders: readonly DueReminder[] };

/** A task of the committee or its Chairman; with `programme` it is an item of a yearly or quarterly work programme. */
export type TaskAssigned = Event<
  'task.assigned',
  1,
  {
    readonly taskId: TaskId;
    /** The instrument or conclusion that gives it (R28); null when given without one. */
    readonly directiveId: string | null;
    readonly dossierId: DossierId | null;
    /** The task of which this one is a part: one lateness of both is one incident (handbook, Fairness 4). */
    readonly parentTaskId: TaskId | null;
    readonly assigner: UnitId;
    readonly lead: UnitId;
    readonly coordinators: readonly UnitId[];
    readonly responsible: Party;
    readonly title: string;
    readonly product: string;
    readonly term: Term;
    readonly due: TaskDue;
    readonly programme: { readonly name: string; readonly year: number; readonly quarter: number | null } | null;
    readonly priority: TaskPriority;
  }
>;

export type TaskAccepted = Event<'task.accepted', 1, { readonly unit: UnitId }>;
/** The lead says that the task is not its function, or refuses it; the assigner answers by another act. */
export type TaskRefused = Event<'task.refused', 1, { readonly unit: UnitId; readonly reason: string }>;
export type TaskProgressReported = Event<
  'task.progress-reported',
  1,
  { readonly percent: number; readonly statement: string; readonly obstacles: string | null }
>;
/** Đôn đốc, kept for ever (R25): by a person (`manual`) or by the clock before, on and after the due day. */
export type TaskReminded = Event<
  'task.reminded',
  1,
  {
    readonly unit: UnitId;
    readonly kind: DueReminder['kind'] | 'manual';
    readonly text: string | null;
    /** The deadline that the clock reminds of; null for a person's reminder. */
    readonly dueAt: Instant | null;
  }
>;
export type TaskPriorityMarked = Event<
  'task.priority-marked',
  1,
  { readonly priority: TaskPriority; readonly reason: string }
>;

export type TaskExtensionRequested = Event<
  'task.extension-requested',
  1,
  { readonly requestId: string; readonly reason: string; readonly milestone: Instant }
>;
/** `due` counts beside the original deadline, which is never overwritten (R26). A commitment to the milestone comes with it. */
export type TaskExtensionGranted = Event<
  'task.extension-granted',
  1,
  {
    readonly requestId: string;
    readonly formerDueAt: Instant;
    readonly term: Term;
    readonly due: TaskDue;
    readonly note: string | null;
  }
>;
export type TaskExtensionRefused = Event<
  'task.extension-refused',
  1,
  { readonly requestId: string; readonly reason: string }
>;
export type TaskWithdrawalRequested = Event<
  'task.withdrawal-requested',
  1,
  { readonly requestId: string; readonly reason: string; readonly milestone: Instant }
>;
export type TaskWithdrawalGranted = Event<
  'task.withdrawal-granted',
  1,
  { readonly requestId: string; readonly note: string | null }
>;
export type TaskWithdrawalRefused = Event<
  'task.withdrawal-refused',
  1,
  { readonly requestId: string; readonly reason: string }
>;

/** A newer calendar version moved the deadline. */
export type TaskRescheduled = Event<
  'task.rescheduled',
  1,
  { readonly formerDueAt: Instant; readonly formerCalendar: CalendarCitation; readonly due: TaskDue }
>;
/** The present deadline ended without the product; by the clock, with `occurredAt` = that moment. */
export type TaskDeadlinePassed = Event<
  'task.deadline-passed',
  1,
  { readonly dueAt: Instant; readonly calendar: CalendarCitation; readonly original: boolean }
>;
/** The milestone promised with a granted extension. */
export type TaskCommitmentMade = Event<
  'task.commitment-made',
  1,
  { readonly commitmentId: string; readonly milestone: Instant; readonly madeBy: Party; readonly unit: UnitId }
>;
export type TaskCommitmentMet = Event<
  'task.commitment-met',
  1,
  { readonly commitmentId: string; readonly milestone: Instant }
>;
export type TaskCommitmentBroken = Event<
  'task.commitment-broken',
  1,
  { readonly commitmentId: string; readonly milestone: Instant }
>;

export type TaskProductSubmitted = Event<'task.product-submitted', 1, { readonly product: DocumentReference }>;
/** Accepted by the assigner: the task is done; `dueAt` and `submittedAt` say whether in time. */
export type TaskProductAccepted = Event<
  'task.product-accepted',
  1,
  { readonly submittedAt: Instant; readonly dueAt: Instant; readonly note: string | null }
>;
/** `rework`: the new deadline; always given when the present one has passed while the product lay with the assigner. */
export type TaskProductSentBack = Event<
  'task.product-sent-back',
  1,
  {
    readonly reason: string;
    readonly defects: readonly string[];
    readonly rework: { readonly term: Term; readonly due: TaskDue } | null;
  }
>;
/** Not finished for good after all (dứt điểm, R24). */
export type TaskReopened = Event<
  'task.reopened',
  1,
  { readonly reason: string; readonly term: Term; readonly due: TaskDue }
>;

export type TaskEvent =
  | TaskAssigned
  | TaskAccepted
  | TaskRefused
  | TaskProgressReported
  | TaskReminded
  | TaskPriorityMarked
  | TaskExtensionRequested
  | TaskExtensionGranted
  | TaskExtensionRefused
  | TaskWithdrawalRequested
  | TaskWithdrawalGranted
  | TaskWithdrawalRefused
  | TaskRescheduled
  | TaskDeadlinePassed
  | TaskCommitmentMade
  | TaskCommitmentMet
  | TaskCommitmentBroken
  | TaskProductSubmitted
  | TaskProductAccepted
  | TaskProductSentBack
  | TaskReopened;
