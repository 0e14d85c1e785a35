import { Bell } from '../subscription.ts';
import type { Cluster, Cursor } from './cluster.ts';

/**
 * Tells followers that the ledger has grown, by a subscription to `$all`. Only ever a hint that shortens a wait:
 * what is read is read by position, so a subscription that drops loses nothing and repeats nothing.
 */
export class Arrivals {
  readonly bell = new Bell();
  #stop: (() => void) | null = null;
  #closed = false;

  constructor(private readonly cluster: Cluster) {}

  get listening(): boolean {
    return this.#stop !== null;
  }

  /** Hears of what comes after `from`, until the subscription drops. */
  listen(from: Cursor | null): void {
    if (this.#stop !== null || this.#closed) return;
    this.#stop = this.cluster.follow(from, {
      arrived: () => this.bell.ring(),
      ended: (accepted) => {
        this.#stop = null;
        // The next look subscribes again, from where it has got to. One that was refused waits for its turn.
        if (accepted) this.bell.ring();
      },
    });
  }

  close(): void {
    this.#closed = true;
    this.#stop?.();
  }
}
