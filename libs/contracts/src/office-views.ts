import type { PartyView, UnitRef } from './views.ts';

export type OfficeRecordKind =
  | 'obstacle'
  | 'procedure'
  | 'step'
  | 'regulation'
  | 'backlog-review'
  | 'assignment'
  | 'leave'
  | 'reason'
  | 'finding'
  | 'report'
  | 'review';

/** A record of an office with what has been answered to it. */
export type OfficeRecordView = {
  readonly id: string;
  readonly kind: OfficeRecordKind;
  /** The unit it is about; null for a finding, which is about a person. */
  readonly unit: UnitRef | null;
  /** The person it is about. */
  readonly officer: PartyView | null;
  readonly by: PartyView;
  readonly byUnit: UnitRef | null;
  readonly at: string;
  /** It still waits for an answer or a decision. */
  readonly open: boolean;
  /** What was said, as recorded: `first`, and `answer`, `response`, `decision` or `seconded` where there is one. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly revision: number;
};

/** A step of a procedure with who answers for it at the moment asked about. */
export type StepView = {
  readonly unit: UnitRef;
  readonly procedure: string;
  readonly step: string;
  readonly officer: PartyView | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Why nobody answers for it; null when somebody does. It counts for the head of the unit, never for staff. */
  readonly unassigned: 'never-assigned' | 'period-over' | 'officer-left' | null;
  readonly head: PartyView | null;
};
