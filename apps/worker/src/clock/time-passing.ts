import { createHash } from 'node:crypto';
import { streamOf, type DomainEvent } from '#domain/events.ts';
import { clockActor } from '#domain/kernel/case-actor.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import type { Clock } from '#platform/clock.ts';
import {
  EventIdReused,
  EventRefused,
  RevisionConflict,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '#store/event-store.ts';
import type { ClockedSubject } from './clocked-subject.ts';

/** One subject cannot be brought up to the time; the fault is its own, not the store's or the network's. */
export class CaseFault extends Error {}

/** Where one subject stands after the clock has looked at it once. */
export type Looked = {
  /** Events that this look appended, none when another clock had done so. */
  readonly recorded: number;
  /** What falls due next, which may be past as well; null when nothing runs. */
  readonly nextDue: Instant | null;
};

type Parts = {
  readonly store: EventStore;
  readonly reference: { current(): Promise<Reference> };
  readonly clock: Clock;
};
type History = readonly StoredEvent<DomainEvent>[];
/** `knownBy`: calendars announced later are not asked. */
type Ask = { readonly type: 'let-time-pass' | 'reschedule'; readonly at: Instant; readonly knownBy: Instant };

/** Writers on one stream take turns; a clock that loses this often has met something other than bad luck. */
const attempts = 8;

/**
 * Not where the case was entered after the moment: what was entered then knew later calendars already. An entry in
 * between changes nothing about what had been announced; subjects keep to the later calendar themselves. Nor where
 * something was entered after this clock's now, by a machine whose time is ahead.
 */
const mayMove = (history: History, knownBy: Instant, now: Instant): boolean => {
  const [first, last] = [history[0], history.at(-1)];
  return !(first && last && (first.recordedAt > knownBy || last.recordedAt > now));
};

/**
 * The same history and the same due moment give the same ids, in any process: what two clocks append at
 * once, or one appends again after a crash before the answer, is one append.
 */
const derivedId = (...parts: readonly (string | number)[]): string => {
  const hex = createHash('sha256')
    .update(JSON.stringify(['deadline-clock', ...parts]))
    .digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

/** Brings one subject forward to its next due moment. Every look decides anew on what the ledger holds. */
export class TimePassing {
  constructor(private readonly parts: Parts) {}

  /**
   * Records what falls due first, if that is by `now`, or a deadline moved by a newer calendar; one of them
   * at most, so that the caller can go through many subjects in the order of time. What the store throws
   * for reasons that may pass goes to the caller. Throws CaseFault.
   */
  async look(subject: ClockedSubject, id: string, now: Instant): Promise<Looked> {
    const stream = streamOf[subject.category](id);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const looked = await this.#lookOnce(subject, stream, now);
      if (looked !== null) return looked;
    }
    throw new CaseFault(`other writers were faster ${String(attempts)} times`);
  }

  /** null: another writer was faster. */
  async #lookOnce(subject: ClockedSubject, stream: string, now: Instant): Promise<Looked | null> {
    const history = await this.#load(stream);
    const reference = await this.parts.reference.current();
    const standing = inDomain(() => standingOf(subject, history));
    for (const ask of this.#asks(standing, history, now)) {
      const events = inDomain(() => decided(subject, standing.state, ask, reference));
      if (events.length > 0) return this.#append({ subject, stream, history, ask }, events);
      if (ask.type === 'let-time-pass') throw new CaseFault(`due at ${ask.at}, but nothing is to be recorded`);
    }
    return { recorded: 0, nextDue: standing.nextDue };
  }

  /** A deadline moves before it passes: on the calendar as announced by its last moment. */
  #asks({ nextDue, movable }: Standing, history: History, now: Instant): readonly Ask[] {
    const isDue = nextDue !== null && nextDue <= now;
    const knownBy = isDue ? nextDue : now;
    return [
      ...(movable && mayMove(history, knownBy, now) ? [{ type: 'reschedule', at: knownBy, knownBy } as const] : []),
      ...(isDue ? [{ type: 'let-time-pass', at: nextDue, knownBy: this.parts.clock.now() } as const] : []),
    ];
  }

  async #load(stream: string): Promise<History> {
    const history: StoredEvent<DomainEvent>[] = [];
    // The stream's category says which events it holds (streamOf); the store does not know their types.
    for await (const event of this.parts.store.readStream(stream)) history.push(event as StoredEvent<DomainEvent>);
    return history;
  }

  /** Durable when it answers. A crash before the answer leaves events that the next look finds recorded. */
  async #append(act: Act, events: readonly DomainEvent[]): Promise<Looked | null> {
    const { subject, stream, history, ask } = act;
    const made = events.map((event, index) => withCircumstances(act, event, { index, now: this.parts.clock.now() }));
    const after = inDomain(() => standingOf(subject, [...history, ...made]));
    if (ask.type === 'let-time-pass' && after.nextDue !== null && after.nextDue <= ask.at) {
      throw new CaseFault(`due at ${after.nextDue} even after that was recorded`);
    }
    try {
      const { repeated } = await this.parts.store.append({ stream, expected: history.length - 1, events: made });
      return { recorded: repeated ? 0 : made.length, nextDue: after.nextDue };
    } catch (error) {
      if (error instanceof RevisionConflict || error instanceof EventIdReused) return null;
      if (error instanceof EventRefused) throw new CaseFault(error.message, { cause: error });
      throw error;
    }
  }
}

type Act = {
  readonly subject: ClockedSubject;
  readonly stream: string;
  readonly history: History;
  readonly ask: Ask;
};

const decided = (
  { aggregate }: ClockedSubject,
  state: unknown,
  { type, at, knownBy: now }: Ask,
  reference: Reference,
): readonly DomainEvent[] => {
  const decision = aggregate.decide({ type, at, actor: clockActor }, state, { now, imported: false, reference });
  if (decision.accepted) return decision.events;
  throw new CaseFault(`${type} at ${at} was refused: ${decision.refusal.code}`);
};

type Standing = { readonly state: unknown; readonly nextDue: Instant | null; readonly movable: boolean };

const standingOf = ({ aggregate, clock }: ClockedSubject, history: readonly NewEvent<DomainEvent>[]): Standing => {
  const state = history.reduce((before, event) => aggregate.evolve(before, event), aggregate.initial);
  return { state, nextDue: clock.nextDue(state), movable: clock.movable(state) };
};

/** What the rules throw is a fault of this subject alone. */
const inDomain = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof CaseFault) throw error;
    throw new CaseFault(error instanceof Error ? error.message : String(error), { cause: error });
  }
};

const withCircumstances = (
  { stream, history, ask: { type, at } }: Act,
  event: DomainEvent,
  { index, now }: { readonly index: number; readonly now: Instant },
): NewEvent<DomainEvent> => ({
  ...event,
  id: derivedId(stream, type, at, history.length, index),
  occurredAt: at,
  recordedAt: now,
  actor: clockActor.party,
  unit: clockActor.unit,
  capacity: clockActor.capacity,
  // Sample and real entries stay apart also where nobody acts.
  provenance: history[0]?.provenance.kind === 'sample' ? { kind: 'sample' } : { kind: 'entered' },
  correlationId: derivedId(stream, type, at, history.length),
  causationId: null,
});
