import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answer,
  deliver,
  extend,
  giveBack,
  referenceWith,
  request,
  step,
  tick,
  voidConsent,
  withdraw,
} from '../../../../test/fixtures/domain/consultation.ts';
import { dissolved, hour } from '../../../../test/fixtures/domain/organisation.ts';
import { bound, instrument, published } from '../../../../test/fixtures/domain/rulebook.ts';
import type { Instant } from '../kernel/event.ts';
import type { Reference } from '../reference.ts';
import { plusMs } from '../time/instant.ts';
import { consultationAggregate } from './aggregate.ts';
import { consultationClock } from './clock.ts';
import type { ConsultationCommand } from './commands.ts';
import type { ConsultationEvent } from './events.ts';
import type { ConsultationState } from './state.ts';

const hourMs = 3_600_000;
const acts = ['deliver', 'answer', 'return', 'extend', 'withdraw', 'void'] as const;

/** An act entered `gap` hours after the one before, claimed to be `back` hours old; the clock may look just before. */
type Planned = {
  readonly act: (typeof acts)[number];
  readonly gap: number;
  readonly back: number;
  readonly clock: boolean;
};
type World = {
  /** Hours from the request at which letter 001 begins and ends to bind the body asked. */
  readonly rule: readonly [number, number] | null;
  readonly dissolvedAfter: number | null;
};

const planned = (back: fc.Arbitrary<number>): fc.Arbitrary<readonly Planned[]> =>
  fc.array(
    fc.record({
      act: fc.oneof(
        { arbitrary: fc.constant('deliver' as const), weight: 3 },
        { arbitrary: fc.constantFrom(...acts), weight: 5 },
      ),
      gap: fc.integer({ min: 1, max: 60 }),
      back,
      clock: fc.boolean(),
    }),
    { maxLength: 8 },
  );
const worlds: fc.Arbitrary<World> = fc.record({
  rule: fc.option(fc.tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: 1, max: 400 })), { freq: 6 }),
  dissolvedAfter: fc.option(fc.integer({ min: 1, max: 300 }), { freq: 2 }),
});

const ruleEnds = ([from, hours]: readonly [number, number]): readonly [Instant, Instant] => [
  hour(from),
  hour(from + hours),
];

const referenceOf = ({ rule, dissolvedAfter }: World): Reference => {
  const known = rule === null ? [] : [published(1, [instrument('001', { R17: {} })])];
  const [from, to] = rule === null ? [null, null] : ruleEnds(rule);
  return referenceWith(
    ...known,
    ...(from === null ? [] : [bound('001', 'stc', { from, to })]),
    ...(dissolvedAfter === null ? [] : [dissolved('stc', hour(dissolvedAfter), 'vp')]),
  );
};

const commandOf = ({ act }: Planned, at: Instant): ConsultationCommand => {
  switch (act) {
    case 'deliver':
      return { ...deliver, at, registeredAt: at };
    case 'answer':
      return { ...answer, at };
    case 'return':
      return { ...giveBack, at, rightUnit: null };
    case 'extend':
      return { ...extend, at };
    case 'withdraw':
      return { ...withdraw, at };
    case 'void':
      return { ...voidConsent, at };
  }
};

/** An event as it came into the ledger. */
type Entry = { readonly event: ConsultationEvent; readonly at: Instant; readonly recordedAt: Instant };
type Life = { readonly state: ConsultationState; readonly log: readonly Entry[] };

const enter = (life: Life, command: ConsultationCommand, recordedAt: Instant, reference: Reference): Life => {
  const facts = { now: recordedAt, imported: false, reference };
  // A refused act leaves no trace; the histories are made of what was accepted.
  if (!consultationAggregate.decide(command, life.state, facts).accepted) return life;
  const { state, events } = step(life.state, { command, recordedAt }, reference);
  return { state, log: [...life.log, ...events.map((event) => ({ event, at: command.at, recordedAt }))] };
};

/** The deadline clock: every due moment by then, in order, until nothing is left. */
const clockTo = (life: Life, now: Instant, reference: Reference): Life => {
  let current = life;
  for (let looks = 0; looks < 100; looks += 1) {
    const next = consultationClock.nextDue(current.state);
    if (next === null || next > now) return current;
    const after = enter(current, tick(next), now, reference);
    if (after.log.length === current.log.length) throw new Error(`due at ${next}, but nothing was recorded`);
    current = after;
  }
  throw new Error('the clock does not come to rest');
};

const live = (plan: readonly Planned[], world: World, looks: (planned: Planned) => boolean): Life => {
  const reference = referenceOf(world);
  const begun = enter({ state: consultationAggregate.initial, log: [] }, request, request.at, reference);
  let now = request.at;
  const told = plan.reduce((life, next) => {
    now = plusMs(now, next.gap * hourMs);
    const ready = looks(next) ? clockTo(life, plusMs(now, -1), reference) : life;
    return enter(ready, commandOf(next, plusMs(now, -next.back * hourMs)), now, reference);
  }, begun);
  return clockTo(told, hour(9000), reference);
};

type Registered = { readonly at: Instant; readonly recordedAt: Instant };
const isBound = (registered: Registered | null, due: Instant | null): boolean =>
  registered !== null && due !== null && registered.at < due;

/** What the handbook says, told over the log alone: nothing of the decider is asked. */
class Oracle {
  readonly faults: string[] = [];
  readonly #passed = new Set<string>();
  #due: Instant | null = null;
  #registered: Registered | null = null;
  #waiting = true;
  /** The deadline that passed last while the duty was owed. */
  #owed: Instant | null = null;

  constructor(private readonly world: World) {}

  tell({ event, at, recordedAt }: Entry, next: Entry | undefined): void {
    switch (event.type) {
      case 'consultation.requested':
        this.#due = event.data.due?.dueAt ?? null;
        break;
      case 'consultation.delivered':
        this.#registered = { at: event.data.registeredAt, recordedAt };
        break;
      case 'consultation.extended':
        if (this.#due !== null && at > this.#due) this.faults.push('extended after the deadline');
        [this.#due, this.#waiting, this.#owed] = [event.data.due.dueAt, true, null];
        break;
      case 'consultation.deadline-passed':
        this.#pass(event.data, next?.event.type === 'consultation.consent-deemed');
        break;
      case 'consultation.consent-deemed':
        if (!this.#passed.has(event.data.dueAt)) this.faults.push('consent out of nothing');
        break;
      case 'consultation.answered':
        if (this.#owed !== null && at > this.#owed) this.faults.push('late, but taken as in time');
        this.#waiting = false;
        break;
      case 'consultation.late-answer-received':
        if (this.#owed === null || at <= this.#owed) this.faults.push('in time, but taken as late');
        break;
      case 'consultation.returned':
      case 'consultation.withdrawn':
        this.#waiting = false;
        break;
      default:
    }
  }

  #pass({ dueAt, duty }: { readonly dueAt: Instant; readonly duty: string }, deemed: boolean): void {
    const { rule, dissolvedAfter } = this.world;
    const gone = dissolvedAfter !== null && hour(dissolvedAfter) <= dueAt;
    if (!this.#waiting || dueAt !== this.#due || this.#passed.has(dueAt)) this.faults.push(`passed wrongly: ${dueAt}`);
    if (!isBound(this.#registered, dueAt)) this.faults.push('passed without a duty');
    if ((duty === 'addressee-dissolved') !== gone) this.faults.push('duty of a dissolved unit');
    this.#passed.add(dueAt);
    [this.#waiting, this.#owed] = [false, gone ? null : dueAt];
    const inForce = rule !== null && ruleEnds(rule)[0] <= dueAt && dueAt < ruleEnds(rule)[1];
    const knownInTime = this.#registered !== null && this.#registered.recordedAt <= dueAt;
    if (deemed !== (inForce && knownInTime && !gone)) this.faults.push(`consent at ${dueAt}: ${String(deemed)}`);
  }

  end(): readonly string[] {
    if (this.#waiting && isBound(this.#registered, this.#due)) this.faults.push('a deadline was lost');
    return this.faults;
  }
}

const oracle = (log: readonly Entry[], world: World): readonly string[] => {
  const judge = new Oracle(world);
  log.forEach((entry, place) => judge.tell(entry, log[place + 1]));
  return judge.end();
};

const addressee = ({ state }: Life) => (state.status === 'none' ? undefined : state.addressees[0]);

describe('random lives of a request', () => {
  it('R17 deem consent exactly where the preconditions hold, and lose or double no deadline', () => {
    const backDated = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(planned(backDated), worlds, (plan, world) => {
        expect(oracle(live(plan, world, ({ clock }) => clock).log, world)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('R17 end the same whenever the clock ran, as long as acts are entered when they happen', () => {
    fc.assert(
      fc.property(planned(fc.constant(0)), worlds, (all, world) => {
        // Nobody voids what is not recorded yet.
        const plan = all.filter(({ act }) => act !== 'void');
        const said = (life: Life) =>
          life.log.map(({ event }) => event).filter(({ type }) => type !== 'consultation.reminded');
        const eager = live(plan, world, () => true);
        const lazy = live(plan, world, () => false);
        expect(said(lazy)).toEqual(said(eager));
      }),
      { numRuns: 120 },
    );
  });

  it('R17 keep a deemed consent until somebody voids it, whatever comes', () => {
    fc.assert(
      fc.property(planned(fc.integer({ min: 0, max: 90 })), worlds, (plan, world) => {
        const life = live(plan, world, () => true);
        const types = life.log.map(({ event }) => event.type);
        const [deemedAt, voidedAt] = ['consent-deemed', 'deemed-consent-voided'].map((type) =>
          types.lastIndexOf(`consultation.${type}` as ConsultationEvent['type']),
        );
        const stands = deemedAt !== undefined && voidedAt !== undefined && deemedAt > voidedAt;
        expect(addressee(life)?.status === 'consent-deemed').toBe(stands);
      }),
      { numRuns: 120 },
    );
  });
});
