import type { DomainEvent } from '#domain/events.ts';
import { isReferenceEvent, Reference, referenceCategories } from '#domain/reference.ts';
import type { EventStore } from '#store/event-store.ts';

const categories = [...referenceCategories, 'erasure'];

/**
 * Organisation, calendars, rulebook and authority as the ledger has them. Whoever asks gets everything that
 * was durable before they asked; all who ask while the ledger is being read share the next reading.
 */
export class LedgerReference {
  #reference = new Reference();
  #nextPosition = 0n;
  /** Positions of the last erasure read, and of the last after which everything was read anew. */
  #erasure = -1n;
  #readAfter = -1n;
  #reading: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(private readonly store: EventStore) {}

  async current(): Promise<Reference> {
    this.#next ??= this.#afterPresentReading();
    await this.#next;
    return this.#reference;
  }

  async #afterPresentReading(): Promise<void> {
    // A failed reading has been told to those who waited for it; the next one starts where it stopped.
    await this.#reading?.catch(() => undefined);
    this.#reading = this.#next;
    this.#next = null;
    await this.#catchUp();
  }

  async #catchUp(): Promise<void> {
    await this.#readOn();
    if (this.#erasure === this.#readAfter) return;
    // What was read before the values went may hold them: a reason, the scope of a delegation.
    [this.#reference, this.#nextPosition, this.#readAfter] = [new Reference(), 0n, this.#erasure];
    await this.#catchUp();
  }

  /** The values that an erasure names are gone when this resolves, whoever recorded it and whatever became of them. */
  async #readOn(): Promise<void> {
    const head = await this.store.headPosition();
    if (head < this.#nextPosition) return;
    for await (const stored of this.store.readAll({ fromPosition: this.#nextPosition, categories })) {
      // The category filter leaves only events of the catalogue's reference part, and erasures.
      const event = stored as unknown as DomainEvent;
      if (isReferenceEvent(event)) this.#reference.apply(event);
      if (event.type === 'sealed-field.erased' && stored.position > this.#erasure) {
        await this.store.erase(stored.position);
        this.#erasure = stored.position;
      }
      this.#nextPosition = stored.position + 1n;
    }
    if (head >= this.#nextPosition) this.#nextPosition = head + 1n;
  }
}
