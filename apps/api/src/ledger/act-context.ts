import type { Actor } from '#domain/kernel/actor.ts';
import type { Instant, Provenance } from '#domain/kernel/event.ts';
import type { IdempotencyMark } from './idempotency.ts';

/** Who acts and under which request: everything an event says about its circumstances that its rule does not decide. */
export type ActContext = {
  readonly actor: Actor;
  /** Groups what one request or one batch brought about. */
  readonly correlationId: string;
  readonly causationId?: string;
  /** Default: entered by its actor. */
  readonly provenance?: Provenance;
  /** Only for sample data, whose ledger time is part of the story; default: the ledger's clock. */
  readonly recordedAt?: Instant;
};

export type ActOptions = {
  /** The caller's promise that a repetition is the same act; null: every call is an act of its own. */
  readonly mark?: IdempotencyMark | null;
  /** Revision the caller has seen (`If-Match`); `any`: the stream must exist; null: the newest will do. */
  readonly seen?: number | 'any' | null;
  /** The id was made for this act, so no history is looked for. */
  readonly fresh?: boolean;
};
