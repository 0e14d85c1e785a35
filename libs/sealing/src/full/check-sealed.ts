import { opens, sealedFieldsIn } from '#evidence/sealed/sealed-field.ts';
import type { EventStore } from '#store/event-store.ts';
import { membersOf, type Members, type SeenEvent } from './check-bytes.ts';
import type { Findings } from './findings.ts';

const erasure = 'sealed-field.erased';

/** A value that is gone, until an erasure is found that names it. */
type Missing = { readonly position: bigint; readonly id: string; readonly path: string };
type Named = { readonly eventId: string; readonly path: string; readonly by: bigint };

const namedIn = (data: Members, by: bigint): readonly Named[] => {
  const { eventId, paths } = data;
  if (typeof eventId !== 'string' || !Array.isArray(paths)) return [];
  return paths.flatMap((path: unknown) => (typeof path === 'string' ? [{ eventId, path, by }] : []));
};

/** Every value opens its commitment, and what is gone went by an erasure that the ledger records. */
export class SealedCheck {
  opened = 0;
  erased = 0;
  /** By event and path; memory for what is erased and not yet explained alone. */
  readonly #missing = new Map<string, Missing>();
  /** Erasures that met no missing value: it is still there, or was erased before. */
  readonly #unmet: Named[] = [];

  constructor(private readonly findings: Findings) {}

  take({ raw, envelope, data }: SeenEvent): void {
    if (raw.canonical.includes('"sealed":') || raw.openings.length > 0) this.#fields(raw, envelope);
    if (raw.type !== erasure) return;
    for (const named of namedIn(data, raw.position)) if (!this.#erase(named)) this.#unmet.push(named);
  }

  #fields({ position, id, openings }: SeenEvent['raw'], envelope: Members): void {
    const left = new Map(openings.map((opening) => [opening.path, opening]));
    for (const { path, field } of sealedFieldsIn(envelope)) {
      const opening = left.get(path);
      left.delete(path);
      if (opening === undefined) this.#missing.set(`${id} ${path}`, { position, id, path });
      else if (opens(opening, field)) this.opened += 1;
      else this.findings.add('opening-wrong', { position, id, path });
    }
    for (const path of left.keys()) this.findings.add('opening-foreign', { position, id, path });
  }

  #erase({ eventId, path }: Named): boolean {
    const isMissing = this.#missing.delete(`${eventId} ${path}`);
    if (isMissing) this.erased += 1;
    return isMissing;
  }

  /** `end`: the position after the last event taken. What was erased meanwhile is named by a later event. */
  async finish(store: EventStore, end: bigint): Promise<void> {
    if (this.#missing.size > 0)
      for await (const { canonical, position } of store.readRaw({ fromPosition: end })) {
        const envelope = canonical.includes(erasure) ? membersOf(JSON.parse(canonical)) : {};
        if (envelope['type'] === erasure)
          for (const named of namedIn(membersOf(envelope['data']), position)) this.#erase(named);
      }
    for (const missing of this.#missing.values()) this.findings.add('opening-missing', missing);
    for (const named of this.#unmet) await this.#lookAgain(store, named);
  }

  async #lookAgain(store: EventStore, { eventId, path, by }: Named): Promise<void> {
    const position = await store.positionOfEvent(eventId);
    if (position === null || position >= by) return;
    for await (const { openings } of store.readRaw({ fromPosition: position, limit: 1 }))
      if (openings.some((opening) => opening.path === path))
        this.findings.add('erasure-not-carried-out', { position, id: eventId, path });
  }
}
