/** A subject that the deadline clock could not bring up to the time; it is tried again at `retryAt`. */
export type ClockFailure = {
  readonly stream: string;
  readonly since: string;
  readonly attempts: number;
  readonly retryAt: string;
  readonly error: string;
};

export type ClockHealth = {
  /** When the deadline clock last went through everything that was due; null: never. */
  readonly lastRunAt: string | null;
  /** Subjects in which something is due now and not recorded yet. */
  readonly due: number;
  readonly failing: readonly ClockFailure[];
};
