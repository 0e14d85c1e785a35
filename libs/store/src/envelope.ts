import { NotCanonical, canonicalText, canonicalize, type CanonicalText } from '#evidence/canonical-json.ts';
import type { Opening } from '#evidence/sealed/sealed-field.ts';
import { EventRefused, maxEventBytes, type NewEvent, type StoredEvent } from './event-store.ts';
import { revealed, sealedMark } from './revealed.ts';
import { sealFields } from './seal-fields.ts';
import type { UpcasterChain } from './upcasters.ts';

/** An event in the form in which it is stored. Its place (revision, position) is given by order and is no part of it. */
export class SealedEvent {
  readonly id: string;
  readonly type: string;

  constructor(
    readonly stream: string,
    { id, type }: { readonly id: string; readonly type: string },
    /** The canonical text in UTF-8. */
    readonly bytes: Buffer,
    /** What its sealed fields hold; it lies beside the event, never in it. */
    readonly openings: readonly Opening[],
  ) {
    this.id = id;
    this.type = type;
  }

  /** What storing it takes, in bytes of text: its own and that of its sealed values. */
  get size(): number {
    return this.openings.reduce((sum, { value }) => sum + Buffer.byteLength(value), this.bytes.length);
  }

  get canonical(): string {
    return this.bytes.toString('utf8');
  }
}

/** Lower case, as ids of events are written. */
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const name = /^[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]{1,200}$/;

/** Characters that stand for themselves in NFC whatever their neighbours: the whole of written Vietnamese is among them. */
const surelyNfc = /^[\u0000-\u02ff\u1e00-\u1eff\u2010-\u2027]*$/;

/** The name under which a stream is stored. Throws EventRefused when it cannot be one. */
export const streamName = (stream: string): string => {
  const normal = surelyNfc.test(stream) ? stream : stream.normalize('NFC');
  if (!name.test(normal)) throw new EventRefused('malformed-stream', JSON.stringify(stream));
  return normal;
};

/** `dossier` for `dossier-…`: the part before the first hyphen. */
export const categoryOf = (stream: string): string => {
  const hyphen = stream.indexOf('-');
  return hyphen === -1 ? stream : stream.slice(0, hyphen);
};

/** In the order of the canonical text. */
const envelopeOf = (
  stream: string,
  event: NewEvent,
  data: unknown,
  anchor: string | null,
): Record<string, unknown> => ({
  actor: event.actor,
  anchor: anchor ?? undefined,
  capacity: event.capacity,
  causationId: event.causationId,
  correlationId: event.correlationId,
  data,
  id: event.id,
  occurredAt: event.occurredAt,
  provenance: event.provenance,
  recordedAt: event.recordedAt,
  stream,
  type: event.type,
  unit: event.unit,
  version: event.version,
});

const inNfc = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(inNfc);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize('NFC'), inNfc(item)]));
};

const textOf = (envelope: Record<string, unknown>): CanonicalText => {
  try {
    const text = canonicalText(envelope);
    return text.surelyNfc ? text : canonicalText(inNfc(envelope));
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    throw new EventRefused('not-json', `event ${String(envelope['id'])}, ${error.message}`, { cause: error });
  }
};

const mark = Buffer.from(sealedMark);

/** How often `text` holds what a sealed field begins with. */
const sealedCount = (text: Buffer): number => {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) count += 1;
  return count;
};

/**
 * Canonical text, columns and openings of an event bound for `stream`. Salts are random; nothing else is.
 * `anchor`: SHA-256 of the newest time-stamp token, base64; null when there is none. Throws EventRefused.
 */
export const seal = (stream: string, event: NewEvent, anchor: string | null = null): SealedEvent => {
  const { id, type } = event;
  if (!uuid.test(id)) throw new EventRefused('malformed-id', `${JSON.stringify(id)} is not a lower-case UUID`);
  if (!name.test(type)) throw new EventRefused('malformed-type', `${JSON.stringify(type)} of event ${id}`);
  const { data, openings } = sealFields(event);
  const { bytes, holdsNul } = textOf(envelopeOf(stream, event, data, anchor));
  if (holdsNul) throw new EventRefused('nul-character', `event ${id}`);
  // More than were sealed here: it came with one, which nobody could tell from ours once it is stored.
  if (sealedCount(bytes) !== openings.length) throw new EventRefused('sealed-already', `event ${id}`);
  const sealed = new SealedEvent(stream, event, bytes, openings);
  if (sealed.size > maxEventBytes) {
    throw new EventRefused('too-large', `event ${id} has ${sealed.size} bytes, at most ${maxEventBytes}`);
  }
  return sealed;
};

type Kept = { readonly canonical: string; readonly openings: readonly Opening[] };

type Place = { readonly revision: number; readonly position: bigint };

/** The newest version of a stored event, at its place, with the values of its sealed fields. */
export const unseal = ({ canonical, openings }: Kept, place: Place, upcast: UpcasterChain): StoredEvent =>
  upcast({ ...(revealed(canonical, openings) as Omit<StoredEvent, keyof Place>), ...place });

/** Less what the moment of recording decides, which a repeat comes after. */
const contentOf = (envelope: Record<string, unknown>): string =>
  canonicalize({ ...envelope, anchor: null, recordedAt: null });

/**
 * Whether what comes again records the same fact as what is stored. Compared is what is sealed, not under which
 * salt; a value erased since then could be anything, so its field counts as the same.
 */
export const sameContent = (stored: Kept, again: Kept): boolean => {
  if (stored.canonical === again.canonical) return true;
  const values = new Map(again.openings.map(({ path, value }) => [path, value]));
  const before = revealed(stored.canonical, stored.openings, (path) => values.get(path));
  return contentOf(before) === contentOf(revealed(again.canonical, again.openings));
};
