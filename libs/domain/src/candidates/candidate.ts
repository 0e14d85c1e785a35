import type { CalendarCitation, RuleCitation } from '../kernel/citation.ts';
import type { Instant, OfficerId, Party, UnitId } from '../kernel/event.ts';

/** What a detector can point at. Each is a question to people, never a verdict (handbook, Fairness 1). */
export const candidateKinds = [
  'improper-escalation',
  'unsupported-escalation',
  'sideways-transfer',
  'beyond-authority',
  'late-return',
  'return-of-own-function',
  'circular-referral',
  'over-consultation',
  'unrelated-addressee',
  'incomplete-request',
  'late-opinion',
  'silent-opinion',
  'poor-opinion',
  'unresolved-dissent',
  'defective-submission',
  'forwarded-defective',
  'expired-delegation',
  'undecided-own-matter',
  'overdue-dossier',
  'overdue-task',
  'silent-slip',
  'broken-commitment',
  'unreported-overdue',
  'unlinked-directive',
  'late-receipt',
  'unassigned-step',
  'inaction',
  'refused-processing',
  'refused-assignment',
  'human-finding',
  'repeated-supplement',
  'missing-apology',
  'unanswered-recommendation',
  'unsubmitted-recommendation',
  'unreported-recommendation',
] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** What stands beside a candidate in the person's favour, computed from events (handbook, Fairness 6). */
export const mitigationKinds = [
  'invalid-request',
  'upstream-delay',
  'clock-stopped',
  'leave',
  'acting-period',
  'granted-extension',
  'written-objection',
  'rule-not-disseminated',
  'inherited',
  'direction-from-above',
  'reason-accepted',
  'obstacle-reported',
  'sender-own-delay',
  'revoked-afterwards',
  'contested',
  'calendar-uncertain',
] as const;
export type MitigationKind = (typeof mitigationKinds)[number];

export type Mitigation = {
  readonly kind: MitigationKind;
  /** Plain facts for the sentence shown: moments, units, counts. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Ledger positions, decimal. */
  readonly evidence: readonly string[];
};

/**
 * A signal candidate. The same events give the same candidates at any time and on any machine; nothing in
 * it is stored, so a rebuild cannot change it. Performer and head in office are separate lines (R32).
 */
export type Candidate = {
  /** Stable name of what happened, made of stream and revisions; one incident gives one candidate. */
  readonly incident: string;
  readonly kind: CandidateKind;
  /** The rule that grounds it first, then others that the same incident touches. Never empty. */
  readonly rules: readonly RuleCitation[];
  /** The calendar a lateness was counted on; null where nothing was counted. */
  readonly calendar: CalendarCitation | null;
  /** Stream it is about, e.g. `dossier-HS-1`. */
  readonly subject: string;
  readonly at: Instant;
  readonly unit: UnitId | null;
  readonly performer: Party;
  /** Head or acting head of the unit at `at`; null when the post was vacant or the unit is unknown. */
  readonly head: OfficerId | null;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Ledger positions of the events it rests on, decimal, ascending. Never empty. */
  readonly evidence: readonly string[];
  readonly mitigations: readonly Mitigation[];
  /** An event it rests on was recorded more than a day after it happened. */
  readonly recordedLate: boolean;
};
