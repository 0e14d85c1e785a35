import pg from 'pg';

/** Any number that no other part of the product locks. */
const sealingLock = 7_204;
/** A sealer whose machine vanished is missed by the server after about this long. */
const keepAlive = 'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3';

export type HeldLock = {
  /** Aborted when the lock is gone: released, or its connection lost. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
};

/** Becomes the sealer if nobody is; null when somebody is. Held by the session: a dead process holds nothing. */
export const trySealing = async (appUrl: string): Promise<HeldLock | null> => {
  const client = new pg.Client({ connectionString: appUrl, keepAlive: true });
  const lost = new AbortController();
  client.on('error', () => lost.abort()).on('end', () => lost.abort());
  await client.connect();
  try {
    await client.query(keepAlive);
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [sealingLock]);
    if (rows[0]?.got === true) return { lost: lost.signal, release: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return null;
};
