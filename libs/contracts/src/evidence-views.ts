/** How the sealing of the ledger stands. Acts are taken in whatever it says. */
export type SealingHealth = {
  /**
   * `not-begun`: no checkpoint yet. `refused`: nothing is signed, for the ledger contradicts its evidence.
   * `failing`: it went wrong and is tried again. `silent`: nobody has sealed for longer than the heartbeat, or
   * acts wait for longer than a few rounds.
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

type Bilingual = { readonly vi: string; readonly en: string };

/** The evidence as it shows itself to whoever asks: nothing personal and nothing secret. Moments are UTC. */
export type EvidenceView = {
  readonly origin: string;
  readonly incarnation: number;
  /** The public key that signs (name+id+key); null before the first checkpoint. */
  readonly key: string | null;
  readonly checkpoint: { readonly size: string; readonly root: string; readonly publishedAt: string } | null;
  /** `cosignedAt`: when it cosigned the newest checkpoint; null: it has not. */
  readonly witnesses: readonly { readonly name: string; readonly key: string; readonly cosignedAt: string | null }[];
  /** How many witnesses must have cosigned. */
  readonly quorum: number;
  readonly witnessed: boolean;
  readonly timeStamp: { readonly size: string; readonly savedAt: string } | null;
  /** An act of the last so many seconds may not be under a checkpoint yet, and could be cut off unseen. */
  readonly exposureWindowSeconds: number;
  /** Without new acts a checkpoint comes every so many seconds. */
  readonly heartbeatSeconds: number;
  readonly refused: {
    readonly code: string;
    readonly since: string;
    readonly sentence: Bilingual;
    readonly remedy: Bilingual;
  } | null;
  readonly failing: { readonly step: 'round' | 'time-stamp' | 'subject-map'; readonly since: string } | null;
  /** How many events the subject map covers and how many it was behind at that moment; null: it has not begun. */
  readonly subjectMap: { readonly size: string; readonly behind: string; readonly since: string } | null;
  /** Null: the database could not be asked. */
  readonly sealing: SealingHealth | null;
};
