import type { CalendarPublished } from '#domain/calendar/events.ts';
import type { Aggregate, Clocked } from '#domain/kernel/aggregate.ts';
import type { CaseAct } from '#domain/kernel/case-act.ts';
import { accept, refuse } from '#domain/kernel/decision.ts';
import type { Event, Instant } from '#domain/kernel/event.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import { createLogger } from '#platform/logging.ts';
import type { EventStore, NewEvent, StoredEvent } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { clocked } from '#worker/clock/clocked-subject.ts';
import { type ClockRun, DeadlineClock, type DueRows } from '#worker/clock/deadline-clock.ts';
import { day } from './history.ts';

/** The least subject that a deadline clock can know: it rings at each of its moments until it is put off. */
type AlarmSet = Event<'alarm.set', 1, { readonly dues: readonly Instant[]; readonly broken?: 'refuses' | 'throws' }>;
type AlarmRung = Event<'alarm.rung', 1, { readonly dueAt: Instant }>;
type AlarmMoved = Event<'alarm.moved', 1, { readonly from: Instant; readonly to: Instant }>;
type AlarmOff = Event<'alarm.off', 1, object>;
type AlarmEvent = AlarmSet | AlarmRung | AlarmMoved | AlarmOff;
type Alarm = { readonly dues: readonly Instant[]; readonly broken: AlarmSet['data']['broken'] | null };
type Command = CaseAct<'let-time-pass' | 'reschedule', object>;

/** What a calendar does to an alarm: every version puts off what runs to the end of its last day. */
const aggregate: Aggregate<Command, Alarm, AlarmEvent, 'alarm.stuck'> = {
  initial: { dues: [], broken: null },
  evolve: (state, { type, data }) => {
    if (type === 'alarm.set') return { dues: [...state.dues, ...data.dues].sort(), broken: data.broken ?? null };
    if (type === 'alarm.off') return { ...state, dues: [], broken: null };
    if (type === 'alarm.rung') return { ...state, dues: state.dues.filter((due) => due !== data.dueAt) };
    return { ...state, dues: state.dues.map((due) => (due === data.from ? data.to : due)) };
  },
  decide: ({ type, at }, { dues, broken }, { now, reference }) => {
    if (broken === 'throws') throw new Error('impossible history');
    if (type === 'reschedule') {
      const to = reference.calendars.for(null, now).version.days[0]?.name;
      const moves = to === undefined ? [] : dues.filter((due) => due < to);
      return accept(
        ...moves.map((from) => ({ type: 'alarm.moved', version: 1, data: { from, to: to ?? '' } }) as const),
      );
    }
    if (broken === 'refuses') return refuse('alarm.stuck');
    const rung = dues.filter((due) => due <= at);
    return accept(...rung.map((dueAt) => ({ type: 'alarm.rung', version: 1, data: { dueAt } }) as const));
  },
};

const alarmClock: Clocked<Alarm> = {
  nextDue: ({ dues }) => dues[0] ?? null,
  movable: ({ dues, broken }) => dues.length > 0 && broken === null,
};

export const alarms = clocked('task', aggregate, alarmClock);

/** Moves when it is told to. */
export class TestClock implements Clock {
  constructor(public moment: Instant) {}
  now(): Instant {
    return this.moment;
  }
}

let ids = 0;
const circumstances = (at: Instant, recordedAt = at) => {
  ids += 1;
  return {
    id: `00000000-0000-7000-9000-${ids.toString(16).padStart(12, '0')}`,
    occurredAt: at,
    recordedAt,
    actor: { kind: 'officer', id: 'an' } as const,
    unit: 'so-xd',
    capacity: 'own' as const,
    provenance: { kind: 'entered' } as const,
    correlationId: 'test',
    causationId: null,
  };
};

/** A ledger of alarms, with rows that are always up to date unless the test gives others. */
export class AlarmLedger {
  readonly store: EventStore;
  readonly clock: TestClock;
  readonly runs: ClockRun[] = [];

  constructor(now: Instant, store: EventStore = new MemoryEventStore()) {
    this.clock = new TestClock(now);
    this.store = store;
  }

  async set(id: string, dues: readonly Instant[], broken?: AlarmSet['data']['broken'], at = day(-1)): Promise<void> {
    const data = { dues, ...(broken && { broken }) };
    await this.#append(id, { type: 'alarm.set', version: 1, data, ...circumstances(at) });
  }

  off(id: string): Promise<void> {
    return this.#append(id, { type: 'alarm.off', version: 1, data: {}, ...circumstances(this.clock.now()) });
  }

  /** A calendar version on which everything that runs is put off to that moment. */
  async announce(version: number, announcedAt: Instant, to: Instant): Promise<void> {
    const data: CalendarPublished['data'] = {
      calendarId: 'vn',
      version,
      announcedAt,
      units: [],
      weekdays: [1, 2, 3, 4, 5],
      officeHours: [],
      knownFrom: '2025-01-01',
      knownTo: '2025-12-31',
      days: [{ day: '2025-12-31', off: true, name: to, certainty: 'V', swappedWith: null }],
      source: 'công văn',
    };
    const event: NewEvent = { type: 'calendar.published', version: 1, data, ...circumstances(announcedAt) };
    await this.store.append({ stream: 'calendar-vn', expected: 'any', events: [event] });
  }

  async #append(id: string, event: NewEvent): Promise<void> {
    await this.store.append({ stream: `task-${id}`, expected: 'any', events: [event] });
  }

  async states(): Promise<Map<string, Alarm>> {
    const found = new Map<string, Alarm>();
    for await (const event of this.store.readAll({ categories: ['task'] })) {
      const id = event.stream.slice('task-'.length);
      const known = event as unknown as Parameters<typeof aggregate.evolve>[1];
      found.set(id, aggregate.evolve(found.get(id) ?? aggregate.initial, known));
    }
    return found;
  }

  /** The rows as views would have them that have folded everything. */
  readonly rows: DueRows = {
    dueCases: async ({ until, after, limit }) =>
      [...(await this.states())]
        .map(([id, { dues }]) => ({ category: 'task' as const, id, dueAt: dues[0] ?? '' }))
        .filter(
          ({ dueAt, id }) => dueAt !== '' && dueAt <= until && (after === null || order({ dueAt, id }) > order(after)),
        )
        .sort((one, other) => (order(one) < order(other) ? -1 : 1))
        .slice(0, limit),
    movableCases: async ({ after, limit }) =>
      [...(await this.states())]
        .filter(([id, state]) => alarmClock.movable(state) && id > (after?.id ?? ''))
        .map(([id]) => ({ category: 'task' as const, id }))
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit),
    nextDue: async (after) =>
      [...(await this.states()).values()].flatMap(({ dues }) => dues.filter((due) => due > after)).sort()[0] ?? null,
  };

  /** Another process with a clock, on this store or on what a fault makes of it. */
  process({ store = this.store, rows = this.rows }: { store?: EventStore; rows?: DueRows } = {}): DeadlineClock {
    return new DeadlineClock({
      store,
      reference: new LedgerReference(store),
      clock: this.clock,
      logger: createLogger('silent'),
      rows,
      subjects: [alarms],
      ran: async (run) => void this.runs.push(run),
    });
  }

  /** What the clocks wrote, in the order of the ledger. */
  async written(): Promise<StoredEvent[]> {
    const found: StoredEvent[] = [];
    for await (const event of this.store.readAll({ types: ['alarm.rung', 'alarm.moved'] })) found.push(event);
    return found;
  }

  /** `id moment` of every ringing, in the order of the ledger. */
  async rung(): Promise<string[]> {
    const found = await this.written();
    return found
      .filter(({ type }) => type === 'alarm.rung')
      .map(({ stream, data }) => `${stream.slice('task-'.length)} ${(data as AlarmRung['data']).dueAt}`);
  }
}

const order = ({ dueAt, id }: { readonly dueAt: Instant; readonly id: string }): string => `${dueAt} ${id}`;
