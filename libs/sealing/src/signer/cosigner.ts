/** The tree that witnesses are asked about. */
export type CosignedTree = {
  readonly size: bigint;
  /** RFC 6962 consistency proof from `from` leaves (0 < from ≤ size) to this size; empty when they are equal. */
  readonly consistency: (from: bigint) => Promise<readonly Uint8Array[]>;
};

/**
 * Asks the configured witnesses to cosign a note. Implementations MUST answer with what came in time and MUST
 * NOT throw because a witness is away or refuses: each is heard on its own, and the note is published anyway.
 */
export interface Cosigner {
  /**
   * `note`: signed by the log alone. Answers whole signature lines to be added to it (each begins with the
   * dash of C2SP signed-note and ends with a newline), only of configured keys and only those that verify.
   */
  cosign(note: Uint8Array, tree: CosignedTree): Promise<readonly string[]>;
}
