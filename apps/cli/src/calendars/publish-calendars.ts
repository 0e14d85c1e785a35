import { markedId, markOf } from '#api/ledger/idempotency.ts';
import { calendarAggregate, type CalendarState } from '#domain/calendar/aggregate.ts';
import type { PublishCalendar } from '#domain/calendar/commands.ts';
import type { CalendarEvent } from '#domain/calendar/events.ts';
import { streamOf } from '#domain/events.ts';
import type { Refusal } from '#domain/kernel/decision.ts';
import type { Instant, Provenance } from '#domain/kernel/event.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import { EventIdReused, RevisionConflict, type EventStore, type StoredEvent } from '#store/event-store.ts';
import { refusalFacts } from '../import/refusal.ts';
import type { CalendarFault, CalendarVersion } from './calendar-reader.ts';
import { wrongCalendar } from './packaged-calendars.ts';

/** The product itself: what it brings along is published by no person. */
const packagedAccount = 'so-cai';
/** Two processes that start at once publish the same; the slower one looks again and finds it done. */
const attempts = 10;

export type Publication = {
  readonly store: EventStore;
  readonly clock: Clock;
  /** `sample`: the moment of recording is that of the announcement, so that the same sample tells the same. */
  readonly provenance?: Provenance;
};

/** Versions that the ledger did not have before. */
export type Published = { readonly added: number };

/**
 * Publishes the versions that the ledger lacks, in their order; those it has already are passed over. Every
 * version is judged before the first is recorded: where one is refused, nothing is. Throws CliFailure.
 */
export const publishCalendars = async (
  { store, clock, provenance = { kind: 'entered' } }: Publication,
  versions: readonly CalendarVersion[],
  named: string,
): Promise<Published> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const judged = await judge({ store, clock, provenance }, versions, named);
      for (const act of judged) await append(store, act, provenance);
      return { added: judged.length };
    } catch (error) {
      const lostRace = error instanceof RevisionConflict || error instanceof EventIdReused;
      if (!lostRace || attempt >= attempts) throw error;
    }
  }
};

type Judged = {
  readonly stream: string;
  readonly revision: number;
  readonly event: CalendarEvent;
  readonly now: Instant;
};

const judge = async (
  { store, clock, provenance }: Required<Publication>,
  versions: readonly CalendarVersion[],
  named: string,
): Promise<readonly Judged[]> => {
  // A reference of its own: what is only judged so far must not show in the ledger's.
  const reference = await new LedgerReference(store).current();
  const states = new Map<string, CalendarState>();
  const judged: Judged[] = [];
  const faults: CalendarFault[] = [];
  for (const [index, version] of versions.entries()) {
    const stream = streamOf.calendar(version.calendarId);
    const state = states.get(stream) ?? (await stateOf(store, stream));
    const now = provenance.kind === 'sample' ? version.announcedAt : clock.now();
    const decision = calendarAggregate.decide(commandOf(version, now), state, { now, imported: false, reference });
    if (!decision.accepted) faults.push(faultOf(`versions[${String(index)}]`, decision.refusal));
    for (const event of decision.accepted ? decision.events : []) {
      judged.push({ stream, revision: state.versions.length, event, now });
      reference.apply(event);
    }
    // One that is refused is taken for published, so that those after it are blamed for their own faults only.
    const isNext = version.version === state.versions.length + 1;
    states.set(stream, isNext ? { versions: [...state.versions, version] } : state);
  }
  if (faults.length > 0) throw wrongCalendar(named, faults);
  return judged;
};

const stateOf = async (store: EventStore, stream: string): Promise<CalendarState> => {
  let state = calendarAggregate.initial;
  // The stream's category says which events it holds (streamOf).
  for await (const event of store.readStream(stream)) {
    state = calendarAggregate.evolve(state, event as StoredEvent<CalendarEvent>);
  }
  return state;
};

const actor = { party: { kind: 'account', id: packagedAccount }, unit: null, capacity: 'system' } as const;

const commandOf = (version: CalendarVersion, at: Instant): PublishCalendar => ({
  type: 'publish-calendar',
  at,
  actor,
  ...version,
});

const faultOf = (path: string, refusal: Refusal<string>): CalendarFault => {
  const { reason, reasonEn } = refusalFacts(refusal);
  return { path, message: String(reason), messageEn: String(reasonEn) };
};

const append = async (
  store: EventStore,
  { stream, revision, event, now }: Judged,
  provenance: Provenance,
): Promise<void> => {
  const mark = markOf({ caller: packagedAccount, key: stream, route: String(revision), body: event.data });
  await store.append({
    stream,
    expected: revision === 0 ? 'no-stream' : revision - 1,
    events: [
      {
        ...event,
        id: markedId(mark, 0),
        occurredAt: now,
        recordedAt: now,
        actor: actor.party,
        unit: actor.unit,
        capacity: actor.capacity,
        provenance,
        correlationId: 'calendars',
        causationId: null,
      },
    ],
  });
};
