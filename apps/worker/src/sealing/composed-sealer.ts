import { systemClock } from '#platform/clock.ts';
import type { EvidenceConfig } from '#platform/config.ts';
import type { Logger } from '#platform/logging.ts';
import { openSubjectIndex } from '#sealing/subject-index.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { startSealer, type Sealer } from './sealer.ts';
import { sealingParts } from './sealing-parts.ts';

/** Plain values only: they are copied into the thread. */
export type SealerConfig = {
  /** As ledger_app, to a database that `migrateLedger` and `migrateEvidence` have seen. */
  readonly appUrl: string;
  readonly evidence: EvidenceConfig;
};

/** A round asks one thing after another; beside it only a notification goes out. */
const connections = 2;

/** A sealer with connections of its own, which end with it. Throws what is wrong with the configuration. */
export const composeSealer = async ({ appUrl, evidence }: SealerConfig, logger: Logger): Promise<Sealer> => {
  let anchor: string | null = null;
  const store = openPostgresStore({ appUrl, poolSize: connections, anchor: () => anchor });
  const index = await openSubjectIndex({ appUrl });
  const close = async (): Promise<void> => {
    await index.close();
    await store.close();
  };
  try {
    const parts = await sealingParts({ store, index, config: evidence, clock: systemClock, logger });
    // What the sealer says of its evidence carries an anchor like every other event.
    const tokenSeen = (token: string): void => {
      anchor = token;
    };
    const sealer = startSealer({ ...parts, tokenSeen, appUrl });
    return {
      stop: async () => {
        await sealer.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
