import { systemClock } from '#platform/clock.ts';
import type { Logger } from '#platform/logging.ts';
import type { SealingParts } from '#worker/sealing/round-parts.ts';
import type { RoundResult } from '#worker/sealing/sealing-round.ts';
import type { OpenLedger } from '../compose.ts';

const partsOf = async ({ config, store, evidence }: OpenLedger, logger: Logger): Promise<SealingParts> => {
  const { sealingParts } = await import('#worker/sealing/sealing-parts.ts');
  return sealingParts({ store, config: config.evidence, index: await evidence.index(), clock: systemClock, logger });
};

/** Seals for as long as the work takes, beside it. */
export const sealing = async <Answer>(
  ledger: OpenLedger,
  logger: Logger,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  const { runSealer } = await import('#worker/sealing/run-sealer.ts');
  // Brings the schema of the index up to date, for which the sealer has no right.
  await ledger.evidence.index();
  const sealer = await runSealer({ appUrl: ledger.connection.appUrl, evidence: ledger.config.evidence }, logger);
  try {
    return await work();
  } finally {
    await sealer.stop();
  }
};

/** One round, if nobody else seals; null: somebody does, and will. Throws what the round threw. */
export const sealNow = async (
  ledger: OpenLedger,
  logger: Logger,
  stopping?: AbortSignal,
): Promise<RoundResult | null> => {
  const { trySealing } = await import('#worker/sealing/sealing-lock.ts');
  const { sealOnce } = await import('#worker/sealing/sealer.ts');
  const { SealingRound } = await import('#worker/sealing/sealing-round.ts');
  const lock = await trySealing(ledger.connection.appUrl);
  if (lock === null) return null;
  try {
    const parts = await partsOf(ledger, logger);
    return await sealOnce(parts, new SealingRound(parts), { lost: lock.lost, stopping: stopping ?? lock.lost });
  } finally {
    await lock.release();
  }
};
