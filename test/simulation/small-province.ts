import { caseAggregates, type CommandOf } from '#domain/cases.ts';
import { consultationAggregate } from '#domain/consultation/aggregate.ts';
import { consultationClock } from '#domain/consultation/clock.ts';
import type { DomainEvent } from '#domain/events.ts';
import { streamOf } from '#domain/events.ts';
import type { CaseFact, History } from '#domain/candidates/history.ts';
import type { Aggregate } from '#domain/kernel/aggregate.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { CaseAct } from '#domain/kernel/case-act.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Reference, ReferenceEvent } from '#domain/reference.ts';
import type { DossierStreamCommand } from '#domain/submission/commands.ts';
import { decideOnDossier } from '#domain/submission/decide.ts';
import { evolveStream, initialStream, type StreamState } from '#domain/submission/stream.ts';
import { taskAggregate } from '#domain/task/aggregate.ts';
import { taskClock } from '#domain/task/clock.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { createLogger } from '#platform/logging.ts';
import type { EventStore, NewEvent, StoredEvent } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { clocked, type ClockedSubject } from '#worker/clock/clocked-subject.ts';
import { DeadlineClock, type ClockRun, type DueRows } from '#worker/clock/deadline-clock.ts';
import { province } from '../fixtures/domain/organisation.ts';
import { bound, instrument, published } from '../fixtures/domain/rulebook.ts';
import { calendarVersion } from '../fixtures/domain/calendar.ts';

export type Stored = StoredEvent<DomainEvent>;
type AnyAggregate = Aggregate<CaseAct<string, object>, unknown, DomainEvent, string>;

const subjects: readonly ClockedSubject[] = [
  clocked('consultation', consultationAggregate, consultationClock),
  clocked('task', taskAggregate, taskClock),
];

const streamOfReference = (event: ReferenceEvent): string => {
  const { data } = event;
  if ('appointmentId' in data) return streamOf.unit(data.unitId);
  if ('unitId' in data && event.type.startsWith('unit.')) return streamOf.unit(data.unitId);
  if ('officerId' in data) return streamOf.officer(data.officerId);
  if ('accountId' in data) return streamOf.account(data.accountId);
  return 'calendarId' in data ? streamOf.calendar(data.calendarId) : streamOf.rulebook();
};

/** Letter 001 binds the department of finance and the planning division, not the Office: silence is consent for some. */
export const boundByDeemedConsent = ['stc', 'sxd-qh'] as const;
const rules: readonly ReferenceEvent[] = [
  published(1, [instrument('001', { R15: {}, R17: {} })]),
  ...boundByDeemedConsent.map((unit) => bound('001', unit)),
];
const calendar: ReferenceEvent = {
  type: 'calendar.published',
  version: 1,
  data: calendarVersion({
    announcedAt: '2024-12-01T00:00:00.000Z',
    knownFrom: '2025-01-01',
    knownTo: '2025-12-31',
    days: [],
  }),
};

/** A whole product in memory but for its edges: the real store contract, deciders, reference facts and deadline clock. */
export class SmallProvince {
  readonly runs: ClockRun[] = [];
  #ids = 0;
  readonly #reference: LedgerReference;

  constructor(
    public now: Instant,
    readonly store: EventStore = new MemoryEventStore(),
  ) {
    this.#reference = new LedgerReference(store);
  }

  static async founded(now: Instant, store?: EventStore): Promise<SmallProvince> {
    const made = new SmallProvince(now, store);
    for (const event of [...province, ...rules, calendar]) await made.publish(event);
    return made;
  }

  reference(): Promise<Reference> {
    return this.#reference.current();
  }

  async publish(event: ReferenceEvent): Promise<void> {
    const clerk: Actor = { party: { kind: 'account', id: 'so-cai' }, unit: null, capacity: 'system' };
    await this.#append(streamOfReference(event), 'any', [this.#entered(event, { at: this.now, actor: clerk })]);
  }

  /** Is it accepted? Refusals are as much a part of life as acts. */
  async tryCase<K extends 'consultation' | 'task'>(
    category: K,
    id: string,
    command: CommandOf<K> & CaseAct<string, object>,
  ): Promise<boolean> {
    const aggregate = caseAggregates[category] as unknown as AnyAggregate;
    const reference = await this.reference();
    const act: CaseAct<string, object> = command;
    return this.#try(streamOf[category](id), act, (history) => {
      const state = history.reduce((before, event) => aggregate.evolve(before, event), aggregate.initial);
      return aggregate.decide(act, state, { now: this.now, imported: false, reference });
    });
  }

  async tryDossier(id: string, ask: (state: StreamState) => DossierStreamCommand): Promise<boolean> {
    const history = await this.history(streamOf.dossier(id));
    const state = foldedDossier(history);
    const command = ask(state);
    const corrected = command.type === 'correct' ? history.find((event) => event.id === command.correctsEventId) : null;
    const reference = await this.reference();
    const correctedEventType = corrected?.type.startsWith('dossier.') === true ? 'dossier.registered' : null;
    return this.#try(streamOf.dossier(id), command, () =>
      decideOnDossier(command, state, { now: this.now, imported: false, reference, correctedEventType }),
    );
  }

  async #try(
    stream: string,
    command: { readonly at: Instant; readonly actor: Actor },
    judge: (history: readonly Stored[]) => Decision<DomainEvent, string>,
  ): Promise<boolean> {
    const history = await this.history(stream);
    const decision = judge(history);
    if (!decision.accepted || decision.events.length === 0) return decision.accepted;
    const made = decision.events.map((event) => this.#entered(event, command));
    await this.#append(stream, history.length === 0 ? 'no-stream' : history.length - 1, made);
    return true;
  }

  #entered(event: DomainEvent, { at, actor }: { readonly at: Instant; readonly actor: Actor }): NewEvent<DomainEvent> {
    this.#ids += 1;
    return {
      ...event,
      id: `00000000-0000-7000-a000-${this.#ids.toString(16).padStart(12, '0')}`,
      occurredAt: at,
      recordedAt: this.now,
      actor: actor.party,
      unit: actor.unit,
      capacity: actor.capacity,
      provenance: { kind: 'entered' },
      correlationId: 'simulation',
      causationId: null,
    };
  }

  async #append(stream: string, expected: 'any' | 'no-stream' | number, events: readonly NewEvent[]): Promise<void> {
    await this.store.append({ stream, expected, events });
  }

  async history(stream: string): Promise<readonly Stored[]> {
    const found: Stored[] = [];
    for await (const event of this.store.readStream(stream)) found.push(event as Stored);
    return found;
  }

  async ledger(): Promise<readonly Stored[]> {
    const found: Stored[] = [];
    for await (const event of this.store.readAll()) found.push(event as Stored);
    return found;
  }

  /** Whole streams of the subjects, as a detector is given them. */
  async histories(): Promise<readonly History[]> {
    return historiesOf(await this.ledger());
  }

  /** The rows of views that have folded everything. */
  readonly #rows: DueRows = {
    dueCases: async ({ until }) =>
      (await this.#standings())
        .flatMap(({ dueAt, movable: _movable, ...key }) =>
          dueAt !== null && dueAt <= until ? [{ ...key, dueAt }] : [],
        )
        .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1)),
    movableCases: async () =>
      (await this.#standings()).flatMap(({ movable, category, id }) => (movable ? [{ category, id }] : [])),
    nextDue: async () => null,
  };

  async #standings() {
    const streams = new Map<string, Stored[]>();
    for (const event of await this.ledger()) {
      const known = streams.get(event.stream);
      if (known) known.push(event);
      else streams.set(event.stream, [event]);
    }
    return subjects.flatMap(({ category, aggregate, clock }) =>
      [...streams].flatMap(([stream, events]) => {
        if (!stream.startsWith(`${category}-`)) return [];
        const state = events.reduce((before, event) => aggregate.evolve(before, event), aggregate.initial);
        const id = stream.slice(category.length + 1);
        return [{ category, id, dueAt: clock.nextDue(state), movable: clock.movable(state) }];
      }),
    );
  }

  /** Clocks of so many processes come round at once. */
  async timePasses(clocks = 1): Promise<void> {
    const asked = Array.from({ length: clocks }, () =>
      new DeadlineClock({
        store: this.store,
        reference: this.#reference,
        clock: { now: () => this.now },
        logger: createLogger('silent'),
        rows: this.#rows,
        subjects,
        ran: async (run) => void this.runs.push(run),
      }).pass(),
    );
    await Promise.all(asked);
  }
}

const foldedDossier = (history: readonly Stored[]): StreamState =>
  history.reduce((before, event) => evolveStream(before, event as Parameters<typeof evolveStream>[1]), initialStream);

const subject = /^(dossier|consultation|task)-/;

export const historiesOf = (ledger: readonly Stored[]): readonly History[] => {
  const streams = new Map<string, CaseFact[]>();
  for (const event of ledger) {
    if (!subject.test(event.stream)) continue;
    const fact = event as unknown as CaseFact;
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), fact]);
  }
  return [...streams].map(([stream, events]) => ({ stream, events }));
};
