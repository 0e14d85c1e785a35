import type { Client } from 'pg';
import { openClient } from '../database.ts';
import { advancedChannel } from './apply-batch.ts';

/**
 * Tells waiters that a projection has moved on: by PostgreSQL's notifications, which come with the commit
 * from any process. While the listening connection is down waiters fall back on their own look-ups.
 */
export class PositionSignal {
  readonly #waiters = new Set<() => void>();
  #client: Promise<Client> | null = null;
  #closed = false;

  constructor(private readonly appUrl: string) {}

  /** Resolves at the next advance or after `maxMs`; never rejects. */
  async next(maxMs: number): Promise<void> {
    await this.listen();
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiters.delete(done);
        resolve();
      };
      const timer = setTimeout(done, maxMs);
      this.#waiters.add(done);
    });
  }

  /** Resolves when notifications arrive, or at once when they cannot. */
  async listen(): Promise<void> {
    if (this.#closed) return;
    this.#client ??= this.connect();
    await this.#client.catch(() => {
      this.#client = null;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.wake();
    const client = await this.#client?.catch(() => null);
    await client?.end();
  }

  private async connect(): Promise<Client> {
    const client = await openClient(this.appUrl);
    const lost = (): void => {
      this.#client = null;
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', () => this.wake());
    await client.query(`listen ${advancedChannel}`);
    return client;
  }

  private wake(): void {
    for (const waiter of this.#waiters) waiter();
  }
}
