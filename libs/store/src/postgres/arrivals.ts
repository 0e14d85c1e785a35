import pg from 'pg';
import { Bell } from '../subscription.ts';

const channel = 'ledger_appended';

/**
 * Between two notifications, in milliseconds. Every NOTIFY takes a lock of the whole server at its commit and
 * then slows a lone caller's next append by a third; a follower that is behind reads large batches anyway and
 * gains nothing from more.
 */
const notifyEveryMs = 25;

/**
 * Tells followers, here and in other processes, that the ledger has grown. Only ever a hint that shortens a
 * wait: followers also look by themselves, so a lost notification costs time and nothing else.
 */
export class Arrivals {
  readonly bell = new Bell();
  #listener: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #announcing: Promise<void> = Promise.resolve();
  #due = false;
  #closed = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly appUrl: string,
  ) {}

  /** After commit. Wakes the followers of this process at once, the others within `notifyEveryMs`. */
  announce(): void {
    this.bell.ring();
    this.#due = true;
    if (this.#timer === undefined && !this.#closed) this.#notify();
  }

  /** Hears other processes from now on. Called before every look that may end in sleep, so a lost listener comes back. */
  listen(): void {
    if (this.#listener !== undefined || this.#closed) return;
    const client = new pg.Client({ connectionString: this.appUrl });
    this.#listener = client;
    const lost = (): void => {
      if (this.#listener === client) this.#listener = undefined;
      client.end().catch(lostAlready);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.bell.ring());
    client
      .connect()
      .then(() => client.query(`listen ${channel}`))
      // What came before the listener stood would otherwise be heard of only at the next look.
      .then(() => this.bell.ring())
      .catch(lost);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#announcing;
    const listener = this.#listener;
    this.#listener = undefined;
    await listener?.end().catch(lostAlready);
  }

  /** The first at once, then at most one per interval with everything that came meanwhile. */
  #notify(): void {
    this.#due = false;
    // Asynchronous commit: a notification has nothing to make durable and must not wait for the disk.
    this.#announcing = this.pool
      .query(`select set_config('synchronous_commit', 'off', true), pg_notify('${channel}', '')`)
      .then(() => undefined, lostAlready);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#due && !this.#closed) this.#notify();
    }, notifyEveryMs);
    this.#timer.unref();
  }
}

/** A hint that could not be given, or a connection that ended before we ended it: followers look by themselves. */
const lostAlready = (): void => undefined;
