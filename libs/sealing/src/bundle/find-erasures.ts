import { streamOf } from '#domain/events.ts';
import type { BundleEvent } from '#evidence/bundle/bundle.ts';
import { sealedFieldsIn } from '#evidence/sealed/sealed-field.ts';
import type { EventStore } from '#store/event-store.ts';
import { fetchEvents } from './fetch-events.ts';

const hasClosedField = ({ canonical, openings }: BundleEvent): boolean =>
  canonical.includes('"sealed":') &&
  sealedFieldsIn(JSON.parse(canonical)).some(({ path }) => !openings.some((opening) => opening.path === path));

const erasuresOf = async (store: EventStore, event: BundleEvent): Promise<readonly bigint[]> => {
  const { id } = JSON.parse(event.canonical) as { readonly id: string };
  const positions: bigint[] = [];
  for await (const { position } of store.readStream(streamOf.erasure(id))) positions.push(position);
  return positions;
};

/**
 * The events and, by ascending position, the recorded erasures of every field of theirs whose value is gone, their
 * own fields included. A field that is gone without an erasure stays as it is: the verifier will say so.
 */
export const withErasures = async (
  store: EventStore,
  events: readonly BundleEvent[],
): Promise<readonly BundleEvent[]> => {
  const all = new Map(events.map((event) => [event.position, event]));
  let looked = events;
  while (looked.length > 0) {
    const positions = new Set<bigint>();
    for (const event of looked.filter(hasClosedField))
      for (const position of await erasuresOf(store, event)) if (!all.has(position)) positions.add(position);
    looked = await fetchEvents(
      store,
      [...positions].sort((a, b) => (a < b ? -1 : 1)),
    );
    for (const event of looked) all.set(event.position, event);
  }
  return [...all.values()].sort((a, b) => (a.position < b.position ? -1 : 1));
};
