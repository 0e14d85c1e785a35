import type { PublishCalendar } from '#domain/calendar/commands.ts';
import { caseAggregates } from '#domain/cases.ts';
import { consultationClock } from '#domain/consultation/clock.ts';
import { streamOf, type DomainEvent, type RecordedEvent } from '#domain/events.ts';
import type { Aggregate } from '#domain/kernel/aggregate.ts';
import { clockActor } from '#domain/kernel/case-actor.ts';
import type { CaseAct } from '#domain/kernel/case-act.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { recommendationClock } from '#domain/recommendation/clock.ts';
import { isReferenceEvent, Reference } from '#domain/reference.ts';
import type { PublishRulebook } from '#domain/rulebook/commands.ts';
import type { DossierStreamCommand } from '#domain/submission/commands.ts';
import { decideOnDossier, type StreamDecision } from '#domain/submission/decide.ts';
import type { StreamFact } from '#domain/submission/state.ts';
import { evolveStream, initialStream, type StreamState } from '#domain/submission/stream.ts';
import { taskClock } from '#domain/task/clock.ts';
import type { OrganisationAct } from '../organisation-acts.ts';
import { OrganisationHistory } from './organisation-history.ts';
import type { PlannedAct, StoryCommand, Subject } from './script.ts';

type CasePlan = Extract<PlannedAct, { readonly kind: 'case' }>;
/** An act with the place its first event takes in its stream; it may make several. */
export type StagedAct = CasePlan & { readonly stream: string; readonly ordinal: number; readonly makes: number };

/** What the product publishes in every ledger before the sample begins. */
export type Packaged = {
  readonly calendars: readonly PublishCalendar[];
  readonly rulebook: PublishRulebook;
};

type AnyAggregate = Aggregate<CaseAct<string, object>, unknown, DomainEvent, string>;
type AnyClock = { nextDue(state: unknown): Instant | null };
type Stream = { readonly subject: Subject; readonly state: unknown; readonly revision: number };

const dossierAggregate = {
  initial: initialStream,
  evolve: (state: StreamState, event: StreamFact) => evolveStream(state, event),
  decide: (command: DossierStreamCommand, state: StreamState, facts: object): StreamDecision =>
    decideOnDossier(command, state, { ...(facts as Parameters<typeof decideOnDossier>[2]), correctedEventType: null }),
};

// Each aggregate takes commands and states of its own; the stream's category keeps them together.
const aggregates = { ...caseAggregates, dossier: dossierAggregate } as unknown as Record<string, AnyAggregate>;
const clocks = {
  consultation: consultationClock,
  task: taskClock,
  recommendation: recommendationClock,
} as unknown as Record<string, AnyClock>;

const streamNameOf = ({ category, id }: Subject): string => streamOf[category](id);

/**
 * Lets the rules judge the stories in the order of the ledger, with no ledger: every act is accepted or this
 * throws. The deadline clock acts along, at each moment at which something falls due, as the product's own does.
 */
export class Rehearsal {
  readonly reference = new Reference();
  readonly staged: StagedAct[] = [];
  /** Everything the stories made, as the ledger would give it; positions count among themselves. */
  readonly events: RecordedEvent[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #due = new Map<string, Instant>();
  readonly #organisation = new OrganisationHistory(this.reference.organisation);

  publish({ calendars, rulebook }: Packaged): void {
    for (const command of calendars) {
      this.#take({ category: 'calendar', id: command.calendarId }, command, command.at);
    }
    this.#take({ category: 'rulebook', id: 'vn' }, rulebook, rulebook.at);
  }

  /** MUST be given the acts in the order in which they were entered. */
  tell(act: PlannedAct | ({ readonly kind: 'organisation' } & OrganisationAct)): void {
    this.letTimePass(act.recordedAt);
    if (act.kind === 'case') {
      this.#stage(act);
      return;
    }
    const { command, recordedAt } = act;
    if (this.#organisation.tell(command, recordedAt).length !== 1) {
      throw new Error(`sample: ${command.type} of ${recordedAt} is refused`);
    }
  }

  /** Whatever falls due by then is written by the clock, each at its moment. */
  letTimePass(until: Instant): void {
    for (;;) {
      const [first] = [...this.#due].filter(([, at]) => at <= until).sort(([, a], [, b]) => (a < b ? -1 : 1));
      const subject = first && this.#streams.get(first[0])?.subject;
      if (!first || !subject) return;
      const command = { type: 'let-time-pass', at: first[1], actor: clockActor } as StoryCommand;
      this.#stage({ kind: 'case', subject, command, recordedAt: secondAfter(first[1]) });
    }
  }

  #stage(act: CasePlan): void {
    const stream = streamNameOf(act.subject);
    const ordinal = this.#streams.get(stream)?.revision ?? 0;
    const makes = this.#take(act.subject, act.command, act.recordedAt);
    this.staged.push({ ...act, stream, ordinal, makes });
  }

  #take(subject: Subject, command: CaseAct<string, object>, recordedAt: Instant): number {
    const stream = streamNameOf(subject);
    const aggregate = aggregates[subject.category];
    if (!aggregate) throw new Error(`sample: no rules for ${subject.category}`);
    const before = this.#streams.get(stream) ?? { subject, state: aggregate.initial, revision: 0 };
    const facts = { now: recordedAt, imported: false, reference: this.reference };
    const decision = aggregate.decide(command, before.state, facts);
    if (!decision.accepted || decision.events.length === 0) {
      throw new Error(`sample: ${stream} ${command.type} ${command.at}: ${JSON.stringify(decision)}`);
    }
    let { state, revision } = before;
    for (const event of decision.events) {
      const recorded = this.#record(event, { stream, revision, command, recordedAt });
      state = aggregate.evolve(state, recorded);
      revision += 1;
      if (isReferenceEvent(recorded)) this.reference.apply(recorded);
    }
    this.#streams.set(stream, { subject, state, revision });
    this.#watch(stream, clocks[subject.category]?.nextDue(state) ?? null);
    return decision.events.length;
  }

  #record(event: DomainEvent, { stream, revision, command, recordedAt }: Told): RecordedEvent {
    const { actor, at } = command;
    const recorded: RecordedEvent = {
      ...event,
      id: `${stream}/${String(revision)}`,
      stream,
      revision,
      position: BigInt(this.events.length),
      occurredAt: at,
      recordedAt,
      actor: actor.party,
      unit: actor.unit,
      capacity: actor.capacity,
      provenance: { kind: 'sample' },
      correlationId: `sample/${stream}`,
      causationId: null,
    };
    this.events.push(recorded);
    return recorded;
  }

  #watch(stream: string, due: Instant | null): void {
    if (due === null) this.#due.delete(stream);
    else this.#due.set(stream, due);
  }
}

type Told = {
  readonly stream: string;
  readonly revision: number;
  readonly command: CaseAct<string, object>;
  readonly recordedAt: Instant;
};

const secondAfter = (at: Instant): Instant => new Date(Date.parse(at) + 1000).toISOString();
