import type { AppendResult } from '../event-store.ts';
import type { SealedAppend } from '../sealed-append.ts';
import type { Outcome } from './append-statements.ts';

type Waiting = {
  readonly append: SealedAppend;
  readonly bytes: number;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
};

/** Bounds what one call carries: a group over it is split, a single append over it goes alone. */
const maxGroupBytes = 4 * 1024 * 1024;
const maxGroupEvents = 2_000;

const sizeOf = (append: SealedAppend): number => append.events.reduce((sum, { size }) => sum + size, 0);

/**
 * Group commit. Appends that arrive while a group is being made durable wait and go together as the next
 * group, so under load many callers share one transaction and one flush, and a lone caller waits for nobody.
 * One group at a time: the counter row would line them up anyway.
 */
export class AppendQueue {
  readonly #waiting: Waiting[] = [];
  #busy = false;
  readonly #idle: (() => void)[] = [];

  /** `commit` gives one outcome per append, in order; when it throws, every caller of the group gets that error. */
  constructor(private readonly commit: (group: readonly SealedAppend[]) => Promise<readonly Outcome[]>) {}

  add(append: SealedAppend): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, bytes: sizeOf(append), resolve, reject });
      if (!this.#busy) this.#startSoon();
    });
  }

  /** Resolves when everything added so far has its answer. */
  drained(): Promise<void> {
    if (!this.#busy) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Not at once: callers answered together tend to come back together, within the same turn of the loop. */
  #startSoon(): void {
    this.#busy = true;
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    const group = this.#takeGroup();
    try {
      const outcomes = await this.commit(group.map(({ append }) => append));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined || outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    if (this.#waiting.length > 0) {
      this.#startSoon();
      return;
    }
    this.#busy = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #takeGroup(): Waiting[] {
    let [count, events, bytes] = [0, 0, 0];
    for (const { append, bytes: size } of this.#waiting) {
      events += append.events.length;
      bytes += size;
      if (count > 0 && (events > maxGroupEvents || bytes > maxGroupBytes)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }
}
