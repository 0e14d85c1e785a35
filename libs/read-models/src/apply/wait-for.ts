import { isConnectionFault } from '../connection-fault.ts';
import type { Checkpoint } from './apply-batch.ts';
import type { PositionSignal } from './position-signal.ts';

/** The views have not reached the position in time; `reached` says how far each projection is. */
export class ReadModelLagging extends Error {
  constructor(
    readonly position: bigint,
    readonly reached: readonly Checkpoint[],
    readonly timeoutMs: number,
  ) {
    const places = reached.map(({ projection, position: at }) => `${projection} ${at}`).join(', ');
    super(`read models have not reached position ${position} within ${timeoutMs} ms: ${places}`);
  }
}

const isBlocked = (seen: readonly Checkpoint[], position: bigint): boolean =>
  seen.some((checkpoint) => checkpoint.parked !== null && checkpoint.position < position);

/** A lost notification costs at most this long. */
const lookAgainMs = 100;

type Looks = { look(): Promise<readonly Checkpoint[]>; readonly signal: PositionSignal };

/**
 * Shares one look at the checkpoints among all who wait at the same time, so that a hundred waiters
 * cost the database what one does.
 */
export class CheckpointWatch {
  #running: Promise<readonly Checkpoint[]> | null = null;
  #upTo = -1n;

  constructor(private readonly looks: Looks) {}

  /** Throws ReadModelLagging, at once when a parked projection makes waiting useless. */
  async waitFor(position: bigint, timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    await this.looks.signal.listen();
    while (this.#upTo < position) {
      const seen = await this.lookOver(deadline);
      if (this.#upTo >= position) return;
      const left = deadline - performance.now();
      if (seen !== null && (left <= 0 || isBlocked(seen, position))) {
        throw new ReadModelLagging(position, seen, timeoutMs);
      }
      await this.looks.signal.next(Math.min(left, lookAgainMs));
    }
  }

  /** Null while the database cannot be reached: it may be back before the time runs out. */
  private async lookOver(deadline: number): Promise<readonly Checkpoint[] | null> {
    try {
      return await this.look();
    } catch (error) {
      if (isConnectionFault(error) && performance.now() < deadline) return null;
      throw error;
    }
  }

  private async look(): Promise<readonly Checkpoint[]> {
    this.#running ??= this.looks.look().finally(() => {
      this.#running = null;
    });
    const seen = await this.#running;
    const lowest = seen.reduce((low, { position }) => (position < low ? position : low), seen[0]?.position ?? -1n);
    if (lowest > this.#upTo) this.#upTo = lowest;
    return seen;
  }
}
