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
      const seen = await this.look();
      if (this.#upTo >= position) return;
      const left = deadline - performance.now();
      if (left <= 0 || seen.some((checkpoint) => checkpoint.parked !== null && checkpoint.position < position)) {
        throw new ReadModelLagging(position, seen, timeoutMs);
      }
      await this.looks.signal.next(Math.min(left, lookAgainMs));
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
