import { streamOf } from '#domain/events.ts';
import type { EventStore, StoredEvent, Subscription } from '#store/event-store.ts';

/** How far back the last token is looked for; a log that had none in so many of its own events has none to speak of. */
const lookBack = 5_000;
const type = 'checkpoint.time-stamped';

const tokenIn = (event: StoredEvent): string | null =>
  event.type === type ? (event.data as { readonly token: string }).token : null;

const lastToken = async (store: EventStore): Promise<string | null> => {
  for await (const event of store.readStream(streamOf.evidence(), { direction: 'backward', limit: lookBack })) {
    const token = tokenIn(event);
    if (token !== null) return token;
  }
  return null;
};

/**
 * Knows the newest time-stamp token that the ledger names: what is appended from then on carries its hash as
 * its anchor, the proof that it was not recorded earlier.
 */
export class AnchorFollower {
  #current: string | null = null;
  #subscription: Subscription | null = null;
  #following: Promise<void> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  /** For the option `anchor` of a store: base64 SHA-256 of the token; null as long as none is known. */
  current = (): string | null => this.#current;

  /** Finds the newest one there is, once. A missing anchor proves less and spoils nothing, so what fails here waits. */
  async find(): Promise<void> {
    this.#current = (await lastToken(this.store)) ?? this.#current;
  }

  /** Follows what comes, until closed: for whoever appends over a long time. */
  async follow(): Promise<void> {
    const fromPosition = (await this.store.headPosition()) + 1n;
    await this.find();
    this.#subscription = this.store.subscribe({ fromPosition, types: [type] });
    this.#following = this.#take(this.#subscription);
  }

  async close(): Promise<void> {
    await this.#subscription?.close();
    await this.#following;
  }

  async #take(subscription: Subscription): Promise<void> {
    for await (const batch of subscription) for (const event of batch) this.#current = tokenIn(event) ?? this.#current;
  }
}
