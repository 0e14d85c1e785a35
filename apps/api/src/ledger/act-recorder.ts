import { uuidv7 } from 'uuidv7';
import type { Receipt } from '#contracts/views.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import type { Clock } from '#platform/clock.ts';
import {
  EventIdReused,
  RevisionConflict,
  type AnyEvent,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '#store/event-store.ts';
import { ActRefused, EdgeProblem } from '../edge/problem-errors.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import type { ActContext, ActOptions } from './act-context.ts';
import { carriesKey, markedId, type IdempotencyMark } from './idempotency.ts';

/** An act on one stream; `judge` sees the whole stream, in order, and the ledger's time. */
export type ActOnStream<E extends AnyEvent> = {
  readonly id: string;
  readonly stream: string;
  readonly at: Instant;
  readonly context: ActContext;
  readonly options: ActOptions;
  judge(history: readonly StoredEvent<E>[], now: Instant): Promise<Decision<E, RefusalCode>>;
};

/** Writers on one stream take turns; one that loses this often has met something other than bad luck. */
const attempts = 8;

/** Loads, lets the rule judge, appends; again when another writer came between and the caller did not insist. */
export class ActRecorder {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly metrics: ApiMetrics,
  ) {}

  /** The receipt stands for events that are durable. Throws ActRefused, EdgeProblem; then nothing was stored. */
  async record<E extends AnyEvent>(act: ActOnStream<E>): Promise<Receipt> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const history = await this.#load(act, attempt > 0);
      const first = receiptOfFirst(act, history);
      if (first !== null) return first;
      const head = history.length - 1;
      insistOn(act.options.seen ?? null, head);
      const now = act.context.recordedAt ?? this.clock.now();
      const decision = await act.judge(history, now);
      if (!decision.accepted) throw new ActRefused(decision.refusal.code, decision.refusal.facts);
      if (decision.events.length === 0) return receiptAt(act.id, history);
      const receipt = await this.#append(act, { events: decision.events, head, now });
      if (receipt !== null) return receipt;
    }
    throw new EdgeProblem('stream.contended', { headers: { 'Retry-After': '1' } });
  }

  async #load<E extends AnyEvent>(act: ActOnStream<E>, again: boolean): Promise<readonly StoredEvent<E>[]> {
    if (act.options.fresh === true && !again) return [];
    const history: StoredEvent<E>[] = [];
    // The stream's category says which events it holds (streamOf); the store does not know their types.
    for await (const event of this.store.readStream(act.stream)) history.push(event as StoredEvent<E>);
    return history;
  }

  /** null: another writer was faster, or the same act is being recorded twice at once; load and look again. */
  async #append<E extends AnyEvent>(
    act: ActOnStream<E>,
    { events, head, now }: { events: readonly E[]; head: number; now: Instant },
  ): Promise<Receipt | null> {
    const stopTimer = this.metrics.appendSeconds.startTimer();
    try {
      const { cursor, revisions } = await this.store.append({
        stream: act.stream,
        expected: head < 0 ? 'no-stream' : head,
        events: events.map((event, index) => withCircumstances(act, event, { index, now })),
      });
      const position = await this.store.positionOf(cursor);
      return { id: act.id, revision: revisions[0] ?? head + events.length, position: position.toString() };
    } catch (error) {
      const lostRace = error instanceof RevisionConflict || (error instanceof EventIdReused && hasMark(act));
      if (lostRace) return null;
      throw error;
    } finally {
      stopTimer();
    }
  }
}

const hasMark = (act: { readonly options: ActOptions }): boolean => (act.options.mark ?? null) !== null;

const withCircumstances = <E extends AnyEvent>(
  { at, context, options }: ActOnStream<E>,
  event: E,
  { index, now }: { index: number; now: Instant },
): NewEvent<E> => ({
  ...event,
  id: options.mark ? markedId(options.mark, index) : uuidv7(),
  occurredAt: at,
  recordedAt: now,
  actor: context.actor.party,
  unit: context.actor.unit,
  capacity: context.actor.capacity,
  provenance: context.provenance ?? { kind: 'entered' },
  correlationId: context.correlationId,
  causationId: context.causationId ?? null,
});

const receiptAt = (id: string, events: readonly StoredEvent[]): Receipt => {
  const last = events.at(-1);
  if (last === undefined) throw new Error(`a rule accepted an act on ${id} without events on an empty stream`);
  return { id, revision: last.revision, position: last.position.toString() };
};

/** Events of one act stand together in their stream, so the first one found leads to the last. */
const actsMarked = (history: readonly StoredEvent[], mark: IdempotencyMark): readonly StoredEvent[] => {
  const start = history.findIndex((event) => carriesKey(event.id, mark, 0));
  if (start < 0) return [];
  const rest = history.slice(start);
  const end = rest.findIndex((event, index) => !carriesKey(event.id, mark, index));
  return end < 0 ? rest : rest.slice(0, end);
};

/** The receipt that was given, when this act is recorded already; null when it is not. Throws when the body differs. */
const receiptOfFirst = <E extends AnyEvent>(
  { id, options }: ActOnStream<E>,
  history: readonly StoredEvent[],
): Receipt | null => {
  const mark = options.mark ?? null;
  if (mark === null) return null;
  const recorded = actsMarked(history, mark);
  const [first] = recorded;
  if (first === undefined) return null;
  if (first.id !== markedId(mark, 0)) throw new EdgeProblem('idempotency.key-reused');
  return receiptAt(id, recorded);
};

const insistOn = (seen: number | 'any' | null, head: number): void => {
  if (seen === null || seen === head || (seen === 'any' && head >= 0)) return;
  throw new EdgeProblem('if-match.stale', { facts: { expected: seen, actual: head < 0 ? null : head } });
};
