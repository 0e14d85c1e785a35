import type { SealedFieldsView } from '#contracts/erasure-views.ts';
import type { ErasableEvent } from '#domain/evidence/erasable-event.ts';
import { streamOf } from '#domain/events.ts';
import type { Party } from '#domain/kernel/event.ts';
import { sealedFieldsIn } from '#evidence/sealed/sealed-field.ts';
import { subjectsOf } from '#evidence/subject/subjects-of.ts';
import type { EventStore, RawEvent } from '#store/event-store.ts';

/** Events as what may be erased of them; what their sealed fields say is never looked at here. */
export class SealedEvents {
  constructor(private readonly store: EventStore) {}

  /** Null when the ledger has no such event. */
  async find(eventId: string): Promise<ErasableEvent | null> {
    const raw = await this.#raw(eventId);
    if (raw === null) return null;
    const envelope = JSON.parse(raw.canonical) as { readonly actor: Party };
    return {
      actor: envelope.actor,
      subjects: subjectsOf(envelope),
      sealedPaths: sealedFieldsIn(envelope).map(({ path }) => path),
    };
  }

  /** Null when the ledger has no such event. */
  async fieldsOf(eventId: string): Promise<SealedFieldsView | null> {
    const raw = await this.#raw(eventId);
    if (raw === null) return null;
    const kept = new Set(raw.openings.map(({ path }) => path));
    const fields = sealedFieldsIn(JSON.parse(raw.canonical)).map(({ path }) => ({
      path,
      state: kept.has(path) ? ('kept' as const) : ('erased' as const),
    }));
    return { eventId: raw.id, position: String(raw.position), type: raw.type, stream: raw.stream, fields };
  }

  /** Deletes what the erasures recorded of this event name; repeating it changes nothing. */
  async eraseWhatIsRecorded(eventId: string): Promise<void> {
    for await (const { position } of this.store.readStream(streamOf.erasure(eventId))) await this.store.erase(position);
  }

  async #raw(eventId: string): Promise<RawEvent | null> {
    const position = await this.store.positionOfEvent(eventId);
    if (position === null) return null;
    for await (const raw of this.store.readRaw({ fromPosition: position, limit: 1 })) return raw;
    throw new Error(`event ${eventId} has a position and is not there`);
  }
}
