import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../event-store.ts';

/**
 * The connection went, or the server is going, gone or coming: the statement may or may not have run.
 * Class 08 connection exceptions; 57P01–57P03 server shutting down, crashed, starting; 53300 no connection
 * free; sockets carry E-codes. pg reports a connection that ended under a query as an Error of no kind and
 * without a code, and nothing else in that way.
 */
export const isConnectionFault = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return /^(08...|57P0[123]|53300|E[A-Z]+)$/.test(code);
  return Object.getPrototypeOf(error) === Error.prototype;
};

const firstPauseMs = 5;
const longestPauseMs = 500;

export type Patience = {
  /** How long a fault of the connection is met by trying again, in milliseconds. */
  readonly patienceMs: number;
  /** Aborted when the store is closed: then nothing is tried again. */
  readonly closed: AbortSignal;
  /** What counts as such a fault. Default: isConnectionFault. */
  readonly isFault?: (error: unknown) => boolean;
};

/**
 * Repeats `attempt` over faults of the connection until patience ends, then throws StoreUnavailable.
 * Every attempt MUST be harmless to repeat: a read, or an append whose event ids are fixed.
 */
export const overFaults = async <T>(
  { patienceMs, closed, isFault = isConnectionFault }: Patience,
  attempt: () => Promise<T>,
): Promise<T> => {
  const deadline = performance.now() + patienceMs;
  for (let waitMs = firstPauseMs; ; waitMs = Math.min(waitMs * 2, longestPauseMs)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isFault(error)) throw error;
      if (closed.aborted) throw new StoreUnavailable('the store is closed', { cause: error });
      if (performance.now() + waitMs > deadline) {
        throw new StoreUnavailable('the store could not be reached; what was asked for may have been stored', {
          cause: error,
        });
      }
    }
    await pause(waitMs);
  }
};
