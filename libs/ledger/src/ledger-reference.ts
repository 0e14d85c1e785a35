import type { DomainEvent } from '#domain/events.ts';
import { isReferenceEvent, Reference, referenceCategories } from '#domain/reference.ts';
import type { EventStore } from '#store/event-store.ts';

/**
 * Organisation, calendars, rulebook and authority as the ledger has them. Whoever asks gets everything that
 * was durable before they asked; all who ask while the ledger is being read share the next reading.
 */
export class LedgerReference {
  readonly #reference = new Reference();
  #nextPosition = 0n;
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
    const head = await this.store.headPosition();
    if (head < this.#nextPosition) return;
    for await (const stored of this.store.readAll({
      fromPosition: this.#nextPosition,
      categories: [...referenceCategories],
    })) {
      // The category filter leaves only events of the catalogue's reference part.
      const event = stored as unknown as DomainEvent;
      if (isReferenceEvent(event)) this.#reference.apply(event);
      this.#nextPosition = stored.position + 1n;
    }
    if (head >= this.#nextPosition) this.#nextPosition = head + 1n;
  }
}
