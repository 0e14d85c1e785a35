import { uuid } from './envelope.ts';
import { EventRefused } from './event-store.ts';

/** What a recorded erasure names: fields of one event, by their pointers. */
export type Erasure = { readonly eventId: string; readonly paths: readonly string[] };

/** Read from the canonical text, which alone is the event. Throws EventRefused `no-erasure` for any other. */
export const erasureIn = (canonical: string, position: bigint): Erasure => {
  const { type, data } = JSON.parse(canonical) as { readonly type: unknown; readonly data: Partial<Erasure> | null };
  const { eventId, paths } = data ?? {};
  if (type !== 'sealed-field.erased' || typeof eventId !== 'string' || !uuid.test(eventId) || !Array.isArray(paths)) {
    throw noErasure(position);
  }
  return { eventId, paths };
};

export const noErasure = (position: bigint): EventRefused =>
  new EventRefused('no-erasure', `position ${position} holds no erasure`);
