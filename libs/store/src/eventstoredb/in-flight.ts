/**
 * Lets a bounded number of tasks run at a time, and of tasks that share a key one after another, in the order
 * in which they came. Whoever waits for a key holds no place among the running.
 */
export class InFlight {
  readonly #lastOf = new Map<string, Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(private readonly most: number) {}

  async run<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
    const before = keys.flatMap((key) => this.#lastOf.get(key) ?? []);
    let done = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      done = resolve;
    });
    for (const key of keys) this.#lastOf.set(key, over);
    try {
      await Promise.all(before);
      await this.#place();
      try {
        return await task();
      } finally {
        this.#leave();
      }
    } finally {
      for (const key of keys) if (this.#lastOf.get(key) === over) this.#lastOf.delete(key);
      done();
    }
  }

  /** Resolves when everything taken in so far is done. */
  async drained(): Promise<void> {
    await Promise.all(this.#lastOf.values());
  }

  async #place(): Promise<void> {
    if (this.#running < this.most) this.#running += 1;
    // The place of the one that leaves is handed on.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
