import { rename } from 'node:fs/promises';
import { formatPublicKey } from '#evidence/note/ed25519.ts';
import type { Clock } from '#platform/clock.ts';
import type { EventStore } from '#store/event-store.ts';
import { evidenceAct, recordEvidence } from './evidence-acts.ts';
import { EvidenceLog } from './evidence-log.ts';
import { textIfThere } from './files.ts';
import { keyIn, makeKeyFile, type SigningKey } from './signing-key.ts';

export type RotationParts = {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Of the log that grows now. */
  readonly origin: string;
  /** The key that signs now. */
  readonly former: SigningKey;
  /** Where the next key lies until it signs. */
  readonly nextFile: string;
};

/** The key that is to sign next, named by the ledger. */
export type IntroducedKey = {
  readonly key: string;
  readonly formerKey: string;
  /** Position of the event that names it: a checkpoint of the former key is to cover it. */
  readonly position: bigint;
};

/** The file of a key that is to take the place of the one in `keyFile`. */
export const nextKeyFile = (keyFile: string): string => `${keyFile}.next`;

/**
 * Makes the next key and lets the ledger name it; the former one signs on until a checkpoint covers that.
 * Repeated after a crash it goes on with the key that lies there.
 */
export const introduceKey = async (
  { store, clock, origin, former, nextFile }: RotationParts,
  reason: string,
): Promise<IntroducedKey> => {
  const log = new EvidenceLog(store);
  await log.refresh();
  const waiting = await textIfThere(nextFile);
  const next = waiting === null ? await makeKeyFile(nextFile) : keyIn(waiting, nextFile);
  const key = formatPublicKey(next.signerFor(origin).publicKey);
  const formerKey = formatPublicKey(former.signerFor(origin).publicKey);
  const named = log.keyOf(origin);
  if (named?.data.key === key) return { key, formerKey, position: named.position };
  const now = clock.now();
  const data = { origin, key, formerKey, reason };
  const position = await recordEvidence(
    store,
    evidenceAct({ type: 'signing-key.introduced', version: 1, data }, now, now),
  );
  return { key, formerKey, position };
};

/** From here on the next key signs. The former one is gone with this: a key that lies about can be stolen. */
export const putKeyInPlace = (nextFile: string, keyFile: string): Promise<void> => rename(nextFile, keyFile);
