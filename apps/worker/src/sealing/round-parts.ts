import type { Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/logging.ts';
import type { Cosigner } from '#sealing/signer/cosigner.ts';
import type { SealingSettings } from '#sealing/signer/settings.ts';
import type { SigningKey } from '#sealing/signer/signing-key.ts';
import type { TimestampSource } from '#sealing/signer/timestamp-source.ts';
import type { SubjectIndex } from '#sealing/subject-index.ts';
import type { TileLog } from '#sealing/tile-log.ts';
import type { EventStore } from '#store/event-store.ts';

/** What is durable once it is named: a crash right after it must be harmless. */
export type SealingStep =
  | 'log-begun'
  | 'key-recorded'
  | 'map-recorded'
  | 'tiles-fed'
  | 'signed'
  | 'cosigned'
  | 'published'
  | 'token-saved'
  | 'token-recorded';

export type SealingParts = {
  readonly store: EventStore;
  readonly index: SubjectIndex;
  readonly settings: SealingSettings;
  readonly openKey: () => Promise<SigningKey>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** null: nobody is asked to cosign. */
  readonly cosigner: Cosigner | null;
  /** null: nothing is time-stamped. */
  readonly timestamps: TimestampSource | null;
  readonly openTiles?: (folder: string) => Promise<TileLog>;
  /** Told after each step that is durable. */
  readonly reached?: (step: SealingStep) => void;
  /** Told the hash of each token that the ledger names, as it is read there: the newest one comes last. */
  readonly tokenSeen?: (token: string) => void;
};
