import type { BundleEvent } from '#evidence/bundle/bundle.ts';
import { sealedFieldsIn } from '#evidence/sealed/sealed-field.ts';

/** One sealed text of an event. `value` null: it does not stand in the bundle; `erasedAt` then says which entry erased it. */
export type ReportText = {
  readonly path: string;
  readonly value: string | null;
  readonly erasedAt: bigint | null;
};

/** What the report says of an event. Missing or odd members are empty: the verifier judges them, not the report. */
export type ReportEvent = {
  readonly position: bigint;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** `dossier:hs-1` */
  readonly matter: string;
  readonly actor: string;
  readonly unit: string;
  readonly texts: readonly ReportText[];
};

type Members = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): Members => (typeof value === 'object' && value !== null ? (value as Members) : {});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const actorOf = (value: unknown): string => {
  const { kind, id } = membersOf(value);
  return kind === 'unknown' ? '(không rõ người / not known)' : [text(kind), text(id)].filter(Boolean).join(':');
};

type Envelope = Members & { readonly data: unknown };

const envelopeIn = ({ canonical }: BundleEvent): Envelope => {
  const envelope = membersOf(JSON.parse(canonical));
  return { ...envelope, data: envelope['data'] };
};

/** Where each erased field was erased: `<event id> <path>` → position of the erasure. */
const erasuresIn = (events: readonly BundleEvent[]): ReadonlyMap<string, bigint> => {
  const found = new Map<string, bigint>();
  for (const event of events) {
    const envelope = envelopeIn(event);
    if (envelope['type'] !== 'sealed-field.erased') continue;
    const { eventId, paths } = membersOf(envelope.data);
    for (const path of Array.isArray(paths) ? paths : []) found.set(`${text(eventId)} ${text(path)}`, event.position);
  }
  return found;
};

const reportEvent = (event: BundleEvent, erasures: ReadonlyMap<string, bigint>): ReportEvent => {
  const envelope = envelopeIn(event);
  const values = new Map(event.openings.map(({ path, value }) => [path, value]));
  const texts = sealedFieldsIn(envelope).map(({ path }) => ({
    path,
    value: values.get(path) ?? null,
    erasedAt: erasures.get(`${text(envelope['id'])} ${path}`) ?? null,
  }));
  return {
    position: event.position,
    type: text(envelope['type']),
    occurredAt: text(envelope['occurredAt']),
    recordedAt: text(envelope['recordedAt']),
    matter: text(envelope['stream']).replace('-', ':'),
    actor: actorOf(envelope['actor']),
    unit: text(envelope['unit']),
    texts,
  };
};

/** The events of a bundle as the report shows them, in their order. */
export const reportEventsOf = (events: readonly BundleEvent[]): readonly ReportEvent[] => {
  const erasures = erasuresIn(events);
  return events.map((event) => reportEvent(event, erasures));
};
