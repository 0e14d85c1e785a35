import type { Term } from '../calendar/term.ts';
import type { DocumentReference } from '../dossier/events.ts';
import type { CalendarCitation } from '../kernel/citation.ts';
import type { Capacity, Instant, Party, UnitId } from '../kernel/event.ts';
import type { DueReminder, TaskAssigned, TaskPriority, TaskReminded } from './events.ts';

/** Who did it, when, as the ledger has it. */
export type Trace = {
  readonly at: Instant;
  readonly by: Party;
  readonly unit: UnitId | null;
  readonly capacity: Capacity;
};

/** One deadline; none is ever removed. It counted over [from, until). */
export type Deadline = {
  readonly dueAt: Instant;
  readonly calendar: CalendarCitation;
  readonly term: Term;
  /** The moment its term is counted from. */
  readonly countedFrom: Instant;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly ground: 'assigned' | 'extension' | 'rework' | 'reopening';
  /** The clock has recorded that it passed without the product. */
  readonly passed: boolean;
  readonly reminders: readonly (DueReminder & { readonly sent: boolean })[];
};

/** The product lay with the assigner, or was accepted, over [submittedAt, until). */
export type Submission = {
  readonly product: DocumentReference;
  readonly submittedAt: Instant;
  readonly until: Instant | null;
  readonly sentBack: { readonly reason: string; readonly defects: readonly string[] } | null;
};

export type TaskRequest = {
  readonly requestId: string;
  readonly kind: 'extension' | 'withdrawal';
  readonly reason: string;
  readonly milestone: Instant;
  readonly requested: Trace;
  /** The deadline then. */
  readonly dueAt: Instant;
  readonly outcome: 'pending' | 'granted' | 'refused';
  readonly settled: Trace | null;
  readonly note: string | null;
};

export const commitmentStates = ['open', 'met', 'broken', 'released'] as const;
export type CommitmentState = (typeof commitmentStates)[number];
export type Commitment = {
  readonly commitmentId: string;
  readonly milestone: Instant;
  readonly madeAt: Instant;
  readonly madeBy: Party;
  readonly unit: UnitId;
  /** `released`: the assigner put another deadline in its place, or took the task back. */
  readonly state: CommitmentState;
  readonly endedAt: Instant | null;
  /** Recorded as broken before a submission in time was recorded, late: it counts as met, and this stays visible. */
  readonly recordedBroken: boolean;
};

/** Finished, for good or not (R24). */
export type Ending = {
  readonly submittedAt: Instant;
  readonly acceptedAt: Instant;
  readonly dueAt: Instant;
  readonly reopened: { readonly at: Instant; readonly reason: string } | null;
};

export type Task = Omit<TaskAssigned['data'], 'due' | 'term' | 'priority'> & {
  readonly status: 'open' | 'done' | 'withdrawn';
  readonly assigned: Trace;
  readonly priority: TaskPriority;
  readonly priorities: readonly (Trace & { readonly priority: TaskPriority; readonly reason: string })[];
  readonly acceptedAt: Instant | null;
  readonly refusals: readonly (Trace & { readonly reason: string })[];
  /** The first one is the original deadline, the last one counts. Never empty. */
  readonly deadlines: readonly Deadline[];
  readonly submissions: readonly Submission[];
  readonly requests: readonly TaskRequest[];
  readonly commitments: readonly Commitment[];
  readonly endings: readonly Ending[];
  readonly progress: readonly (Trace & {
    readonly percent: number;
    readonly statement: string;
    readonly obstacles: string | null;
  })[];
  readonly reminders: readonly (Trace & Omit<TaskReminded['data'], 'unit'>)[];
};
export type TaskState = { readonly status: 'none' } | Task;

/** The deadline that counts now. */
export const presentDeadline = ({ deadlines }: Task): Deadline => {
  const last = deadlines.at(-1);
  if (!last) throw new Error('impossible history: a task without a deadline');
  return last;
};

/** The product that lies with the assigner, not yet accepted or sent back. */
export const pendingProduct = ({ status, submissions }: Task): Submission | null => {
  const last = submissions.at(-1);
  return status === 'open' && last?.until === null ? last : null;
};

export const pendingRequest = ({ requests }: Task): TaskRequest | null =>
  requests.find(({ outcome }) => outcome === 'pending') ?? null;

/** Had the lead done its part at the moment: was the product with the assigner, or accepted? */
export const productWasIn = ({ submissions }: Task, at: Instant): boolean =>
  submissions.some(({ submittedAt, until }) => submittedAt <= at && (until === null || at < until));

export const countedAt = ({ from, until }: Deadline, at: Instant): boolean =>
  from <= at && (until === null || at < until);
