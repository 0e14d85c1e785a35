import type { Clock } from '#platform/clock.ts';
import type { EventStore } from '#store/event-store.ts';
import { evidencePaths, originOf, type EvidenceSettings } from '../evidence-folder.ts';
import { evidenceAct, recordEvidence } from './evidence-acts.ts';
import { EvidenceLog } from './evidence-log.ts';
import { textIfThere } from './files.ts';
import { beginLog, logInFolder, type CurrentLog } from './log-folder.ts';

export type IncarnationParts = {
  readonly store: EventStore;
  readonly settings: EvidenceSettings;
  readonly clock: Clock;
};

/** The number after every one that folder and ledger know: an origin is never signed under twice. */
const nextNumber = (folder: CurrentLog, log: EvidenceLog): number => {
  const recorded = log.lastIncarnation();
  // Recorded and never begun: a crash in between, to be gone on from.
  if (recorded > folder.incarnation && log.keyOf(log.originOfIncarnation(recorded) ?? '') === null) return recorded;
  return Math.max(folder.incarnation, recorded) + 1;
};

/**
 * Goes on openly where the database does not extend what was signed: a new log with an origin of its own, from
 * what is there. The ledger says so first; a folder that is ahead of the ledger would not be signed in.
 */
export const startIncarnation = async (
  { store, settings, clock }: IncarnationParts,
  reason: string,
): Promise<CurrentLog> => {
  const { folder } = settings;
  const log = new EvidenceLog(store);
  await log.refresh();
  const current = await logInFolder(settings);
  const incarnation = nextNumber(current, log);
  const next = { incarnation, origin: originOf(settings.origin, incarnation), begun: true };
  if (log.incarnationOf(next.origin) === null) {
    const now = clock.now();
    const data = {
      incarnation,
      origin: next.origin,
      formerOrigin: current.begun ? current.origin : (log.originOfIncarnation(incarnation - 1) ?? current.origin),
      formerCheckpoint: (await textIfThere(evidencePaths.lastSigned(folder))) ?? '',
      size: String((await store.headPosition()) + 1n),
      reason,
    };
    await recordEvidence(store, evidenceAct({ type: 'ledger.incarnation-started', version: 1, data }, now, now));
  }
  await beginLog(folder, next);
  return next;
};
