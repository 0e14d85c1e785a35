import { sealedFieldsIn, type Sealed } from '../sealed/sealed-field.ts';
import { subjectsOf } from '../subject/subjects-of.ts';

/** What the checks ask of an event: little, so that a million of them can be held. */
export type EventFacts = {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly anchor: string | null;
  /** Which of the subjects asked for it concerns, as they are numbered. */
  readonly concerns: readonly number[];
  readonly sealed: readonly { readonly path: string; readonly field: Sealed }[];
  /** Of the two types of event that a bundle itself rests on; null for all others. */
  readonly data: Readonly<Record<string, unknown>> | null;
};

export const mapType = 'subject-map.recorded';
export const erasureType = 'sealed-field.erased';

type Given = Readonly<Record<string, unknown>>;

const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const nothing: readonly never[] = [];

const concernsOf = (value: unknown, wanted: ReadonlyMap<string, number>): readonly number[] => {
  const concerned: number[] = [];
  for (const subject of subjectsOf(value)) {
    const index = wanted.get(subject);
    if (index !== undefined) concerned.push(index);
  }
  return concerned;
};

type Texts = Pick<EventFacts, 'id' | 'type' | 'stream' | 'occurredAt' | 'recordedAt' | 'anchor'>;
type Shape = Omit<Texts, 'anchor'> & { readonly anchor?: string | null } & { readonly data: Given };

const hasTexts = (value: Given): boolean =>
  isText(value['id']) &&
  isText(value['type']) &&
  isText(value['stream']) &&
  isText(value['occurredAt']) &&
  isText(value['recordedAt']);

const isEvent = (value: unknown): value is Shape =>
  isGiven(value) && hasTexts(value) && isText(value['anchor'] ?? '') && isGiven(value['data']);

/** `text` is what `value` was parsed from. null: it lacks what every event has. */
export const factsOf = (value: unknown, text: string, wanted: ReadonlyMap<string, number>): EventFacts | null => {
  if (!isEvent(value)) return null;
  const { id, type, stream, occurredAt, recordedAt, anchor, data } = value;
  const concerns = concernsOf(value, wanted);
  const sealed = text.includes('"sealed":') ? sealedFieldsIn(value) : nothing;
  const isOwn = type === mapType || type === erasureType;
  // Absent when no token was known; `null` says no more.
  return {
    id,
    type,
    stream,
    occurredAt,
    recordedAt,
    anchor: anchor ?? null,
    concerns,
    sealed,
    data: isOwn ? data : null,
  };
};
