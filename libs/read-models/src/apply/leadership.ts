import type { Client } from 'pg';
import { locks, openClient } from '../database.ts';

/** The right to write the views, proved by a token that only the newest leader holds. */
export type Leadership = { readonly token: bigint };

export type HeldLeadership = Leadership & {
  /** Resolves when the lock is gone: released, or its connection lost. */
  readonly ended: Promise<void>;
  release(): Promise<void>;
};

/** Another leader has taken over since; this one must stop. Nothing of its transaction is kept. */
export class StaleLeader extends Error {
  constructor() {
    super('another process leads the projections now');
  }
}

/** A leader whose machine vanished is missed by the server after about this long. */
const keepAlive = 'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3';

const takeToken = async (client: Client): Promise<bigint | null> => {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [locks.leader]);
  if (rows[0]?.got !== true) return null;
  // Waits for a batch of the leader before that is still under way; every later one of his is refused.
  const taken = await client.query<{ token: string }>(
    'update read_models.leader set token = token + 1 returning token',
  );
  return BigInt(taken.rows[0]?.token ?? 0);
};

/**
 * Becomes the leader if nobody is; null when somebody is. The advisory lock makes leaders rare, the token
 * makes them safe: a leader that lost its lock without knowing it is refused by `lockCheckpoint`.
 */
export const tryLead = async (appUrl: string): Promise<HeldLeadership | null> => {
  const client = await openClient(appUrl);
  const ended = new Promise<void>((resolve) => {
    client.on('error', () => resolve()).on('end', () => resolve());
  });
  try {
    await client.query(keepAlive);
    const token = await takeToken(client);
    if (token !== null) return { token, ended, release: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return null;
};
