import type { RawEvent } from '#store/event-store.ts';
import type { ChainHead } from '#evidence/subject/chain.ts';

export type SubjectProof = {
  readonly chain: ChainHead;
  /** As `mapProof` gives it, from the root downward. */
  readonly proof: readonly Uint8Array[];
};

/** A consistent look at one size of the map, whatever the index does meanwhile. */
export type SubjectSnapshot = {
  /** The map is over the events [0, size). */
  readonly size: bigint;
  readonly root: Uint8Array;
  readonly subjects: bigint;
  /** null: no event concerns the subject. */
  proofOf(subject: string): Promise<SubjectProof | null>;
  /** Positions of the subject's events, ascending, below `size`. */
  positionsOf(subject: string): Promise<readonly bigint[]>;
};

/**
 * Chains of all subjects and the map over them, in PostgreSQL (schema `evidence`): derived from the events,
 * rebuildable, and never trusted by a verifier. One writer at a time (advisory lock of the signer).
 */
export interface SubjectIndex {
  /** Takes in the events that follow on its size, in one transaction. Answers the new size and root. */
  extend(
    events: readonly RawEvent[],
  ): Promise<{ readonly size: bigint; readonly root: Uint8Array; readonly subjects: bigint }>;
  state(): Promise<{ readonly size: bigint; readonly root: Uint8Array; readonly subjects: bigint }>;
  /** Reads within one repeatable-read transaction, and ends it whatever happens. */
  look<T>(read: (snapshot: SubjectSnapshot) => Promise<T>): Promise<T>;
  /** Empties it, to be filled again from the events. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** `appUrl` as ledger_app, to a database that `migrateEvidence` has seen. */
export const openSubjectIndex = async ({ appUrl }: { readonly appUrl: string }): Promise<SubjectIndex> => {
  throw new Error(`not written yet (${appUrl.length})`);
};

/** Brings the schema `evidence` to its newest version, as the owner. */
export const migrateEvidence = async (ownerUrl: string): Promise<void> => {
  throw new Error(`not written yet (${ownerUrl.length})`);
};
