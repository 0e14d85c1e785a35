/** How the sealing of the ledger stands. Acts are taken in whatever it says. */
export type SealingHealth = {
  /**
   * `not-begun`: no checkpoint yet. `refused`: nothing is signed, for the ledger contradicts its evidence.
   * `failing`: it went wrong and is tried again. `silent`: nobody has sealed for longer than the heartbeat.
   */
  readonly status: 'sealing' | 'not-begun' | 'refused' | 'failing' | 'silent';
  /** What is wrong, in Vietnamese; null: nothing. */
  readonly message: string | null;
  readonly messageEn: string | null;
  /** Events under the newest checkpoint, and events that are not. */
  readonly sealed: string;
  readonly uncovered: string;
  /** When the newest checkpoint was published, UTC. */
  readonly publishedAt: string | null;
};
