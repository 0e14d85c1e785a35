import { NotCanonical, canonicalText, canonicalize, type CanonicalText } from '#evidence/canonical-json.ts';
import { EventRefused, maxEventBytes, type NewEvent, type StoredEvent } from './event-store.ts';
import type { UpcasterChain } from './upcasters.ts';

/** An event in the form in which it is stored. Its place (revision, position) is given by order and is no part of it. */
export class SealedEvent {
  constructor(
    readonly stream: string,
    readonly id: string,
    readonly type: string,
    /** The canonical text in UTF-8. */
    readonly bytes: Buffer,
  ) {}

  get canonical(): string {
    return this.bytes.toString('utf8');
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
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
const envelopeOf = (stream: string, event: NewEvent): Record<string, unknown> => ({
  actor: event.actor,
  capacity: event.capacity,
  causationId: event.causationId,
  correlationId: event.correlationId,
  data: event.data,
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

/** Canonical text and columns of an event bound for `stream`. Pure. Throws EventRefused. */
export const seal = (stream: string, event: NewEvent): SealedEvent => {
  const { id, type } = event;
  if (!uuid.test(id)) throw new EventRefused('malformed-id', `${JSON.stringify(id)} is not a lower-case UUID`);
  if (!name.test(type)) throw new EventRefused('malformed-type', `${JSON.stringify(type)} of event ${id}`);
  const { bytes, holdsNul } = textOf(envelopeOf(stream, event));
  if (holdsNul) throw new EventRefused('nul-character', `event ${id}`);
  if (bytes.length > maxEventBytes) {
    throw new EventRefused('too-large', `event ${id} has ${bytes.length} bytes, at most ${maxEventBytes}`);
  }
  return new SealedEvent(stream, id, type, bytes);
};

/** The newest version of a stored event, at its place. */
export const unseal = (
  canonical: string,
  place: { readonly revision: number; readonly position: bigint },
  upcast: UpcasterChain,
): StoredEvent => upcast({ ...(JSON.parse(canonical) as Omit<StoredEvent, 'revision' | 'position'>), ...place });

const withoutRecordingTime = (canonical: string): string =>
  canonicalize({ ...(JSON.parse(canonical) as object), recordedAt: null });

/** Whether two texts record the same fact: the moment of recording alone may differ, since a repeat comes later. */
export const sameContent = (one: string, other: string): boolean =>
  one === other || withoutRecordingTime(one) === withoutRecordingTime(other);
