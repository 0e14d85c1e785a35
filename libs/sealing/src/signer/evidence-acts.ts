import { createHash } from 'node:crypto';
import type { EvidenceEvent } from '#domain/evidence/events.ts';
import { streamOf } from '#domain/events.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { canonicalize } from '#evidence/canonical-json.ts';
import type { EventStore, NewEvent } from '#store/event-store.ts';

/** The signer acts on nobody's behalf. */
export const evidenceAccount = 'evidence';

/** The same content gives the same id: what is appended again after a crash before the answer is one event. */
const derivedId = (content: unknown): string => {
  const hex = createHash('sha256')
    .update(`evidence\n${canonicalize(content)}`)
    .digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

type LogEvent = Exclude<EvidenceEvent, { readonly type: 'sealed-field.erased' }>;

/** An event of `evidence-log`. `at`: when what it says came about; `now`: when it is taken in. */
export const evidenceAct = (event: LogEvent, at: Instant, now: Instant): NewEvent<LogEvent> => {
  const id = derivedId([event.type, event.version, event.data, at]);
  return {
    ...event,
    id,
    occurredAt: at,
    recordedAt: now,
    actor: { kind: 'account', id: evidenceAccount },
    unit: null,
    capacity: 'system',
    provenance: { kind: 'entered' },
    correlationId: id,
    causationId: null,
  };
};

/** Answers the position of the event. */
export const recordEvidence = async (store: EventStore, event: NewEvent<LogEvent>): Promise<bigint> => {
  const { cursor } = await store.append({ stream: streamOf.evidence(), expected: 'any', events: [event] });
  return store.positionOf(cursor);
};
