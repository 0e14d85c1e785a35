/** The three answers; a command's exit codes 0, 1, 2 in this order. */
export const verdicts = ['intact', 'tampered', 'unverifiable'] as const;
export type VerdictName = (typeof verdicts)[number];

/** One thing found, as a sentence in both languages. `line` of the file from 1; `position` in the ledger. */
export type Finding = {
  /** Stable name, such as `event-changed`, `witness-missing`. */
  readonly code: string;
  readonly line: number | null;
  readonly position: bigint | null;
  readonly vi: string;
  readonly en: string;
};

/** Between which proved moments an event was recorded. */
export type Bracket = { readonly notBefore: Date | null; readonly notAfter: Date | null };

export type VerifiedEvent = {
  readonly position: bigint;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly bracket: Bracket;
};

export type Verdict = {
  readonly verdict: VerdictName;
  /** Why not intact; the first one names the first bad record. Empty exactly when intact. */
  readonly findings: readonly Finding[];
  /** What a reader should know although it does not spoil the verdict: claimed times outside the bracket, by how much. */
  readonly remarks: readonly Finding[];
  /** Fields that were lawfully erased, each with the position of the erasure. */
  readonly erased: readonly { readonly position: bigint; readonly path: string; readonly erasedAt: bigint }[];
  /** Everything below is null or empty unless intact. */
  readonly subjects: readonly { readonly name: string; readonly count: bigint }[];
  readonly events: readonly VerifiedEvent[];
  readonly checkpoint: { readonly origin: string; readonly size: bigint; readonly mapSize: bigint } | null;
  readonly witnesses: readonly { readonly operator: string; readonly at: Date }[];
  readonly stampedAt: Date | null;
  readonly report: string | null;
};
