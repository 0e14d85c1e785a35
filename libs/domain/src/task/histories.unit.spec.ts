import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { after, assign, chair, factsAt, leadHead, leadMember, tick } from '../../../../test/fixtures/domain/task.ts';
import { hour } from '../../../../test/fixtures/domain/organisation.ts';
import { clockActor } from '../kernel/case-actor.ts';
import type { ReferenceEvent } from '../reference.ts';
import { taskAggregate } from './aggregate.ts';
import { taskClock } from './clock.ts';
import type { TaskCommand } from './commands.ts';
import type { TaskEvent } from './events.ts';
import type { Task, TaskState } from './state.ts';

const seed = 20_250_715;
const terms = fc.oneof(
  fc.record({ kind: fc.constant('working-days' as const), days: fc.integer({ min: 1, max: 15 }) }),
  fc.record({ kind: fc.constant('working-hours' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  fc.nat(1500).map((at) => ({ kind: 'moment' as const, at: hour(at) })),
);
const note = fc.constant(null);
const reason = fc.constantFrom('Thiếu số liệu', 'Chờ ý kiến');
const product = fc.constantFrom('1', '2').map((number) => ({ number, symbol: null, issuedOn: null, title: null }));
const by = (actor: typeof chair) => fc.constant(actor);
const type = <T extends string>(name: T) => fc.constant(name);
const milestone = fc.integer({ min: 300, max: 1200 }).map(hour);

/** What may be tried, without its moment; nothing guarantees that a rule allows it. */
const often = (arbitrary: fc.Arbitrary<object>) => ({ arbitrary, weight: 6 });
const seldom = (arbitrary: fc.Arbitrary<object>) => ({ arbitrary, weight: 1 });
const wish: fc.Arbitrary<object> = fc.oneof(
  often(fc.record({ type: type('request-extension'), actor: by(leadHead), reason, milestone })),
  seldom(fc.record({ type: type('request-withdrawal'), actor: by(leadHead), reason, milestone })),
  often(fc.record({ type: type('grant-extension'), actor: by(chair), term: fc.option(terms), note })),
  seldom(fc.record({ type: type('refuse-extension'), actor: by(chair), reason })),
  seldom(fc.record({ type: type('refuse-withdrawal'), actor: by(chair), reason })),
  seldom(fc.record({ type: type('grant-withdrawal'), actor: by(chair), note })),
  often(fc.record({ type: type('submit-product'), actor: by(leadMember), product })),
  seldom(fc.record({ type: type('accept-product'), actor: by(chair), note })),
  often(
    fc.record({
      type: type('send-back-product'),
      actor: by(chair),
      reason,
      defects: fc.constant([]),
      term: fc.option(terms),
    }),
  ),
  seldom(fc.record({ type: type('reopen'), actor: by(chair), reason, term: terms })),
  seldom(fc.record({ type: type('let-time-pass'), actor: by(clockActor) })),
  often(fc.record({ type: type('reschedule'), actor: by(clockActor) })),
);

/** Time goes on between the acts; some are entered up to four days after they happened. */
const step = fc.record({ wish, gap: fc.nat(60), lag: fc.oneof(fc.constant(0), fc.nat(96)) });

/** A make-up Saturday and a swapped Monday, announced in the middle of it all. */
const swap: ReferenceEvent = {
  type: 'calendar.published',
  version: 1,
  data: {
    calendarId: 'vn',
    version: 1,
    announcedAt: hour(100),
    units: [],
    weekdays: [1, 2, 3, 4, 5],
    officeHours: [
      { from: '07:30', to: '11:30' },
      { from: '13:30', to: '17:30' },
    ],
    knownFrom: '2025-01-01',
    knownTo: '2026-01-01',
    days: [
      { day: '2025-07-11', off: true, name: 'Hoán đổi', certainty: 'V', swappedWith: '2025-07-19' },
      { day: '2025-07-19', off: false, name: 'Làm bù', certainty: 'V', swappedWith: '2025-07-11' },
    ],
    source: 'thử',
  },
};

type Run = { readonly task: Task; readonly events: readonly TaskEvent[] };

const reference = factsAt(hour(0), swap).reference;
const facts = (now: string) => ({ now, imported: false, reference });

const tried = (state: TaskState, command: TaskCommand, now: string): readonly TaskEvent[] => {
  const decision = taskAggregate.decide(command, state, facts(now));
  return decision.accepted && (state === taskAggregate.initial) === (command.type === 'assign') ? decision.events : [];
};

const run = (steps: readonly { wish: object; gap: number; lag: number }[], withClock: boolean): Run => {
  const first = tried(taskAggregate.initial, assign, assign.at);
  let state = after(taskAggregate.initial, assign, first);
  const events = [...first];
  let now = 0;
  const take = (command: TaskCommand): void => {
    const found = tried(state, command, hour(now));
    state = after(state, command, found);
    events.push(...found);
  };
  const catchUp = (): void => {
    for (let due = taskClock.nextDue(state); due !== null && due <= hour(now); due = taskClock.nextDue(state)) {
      take(tick(due));
    }
  };
  for (const { wish: wanted, gap, lag } of steps) {
    now += gap;
    if (withClock) catchUp();
    const isClock = 'actor' in wanted && wanted.actor === clockActor;
    take({ ...wanted, at: hour(isClock ? now : Math.max(0, now - lag)) } as TaskCommand);
  }
  now += 3000;
  catchUp();
  if (state.status === 'none') throw new Error('never assigned');
  return { task: state, events };
};

const of = <T extends TaskEvent['type']>({ events }: Run, name: T) =>
  events.filter((event): event is Extract<TaskEvent, { type: T }> => event.type === name);

const isSound = (found: Run): void => {
  const { task } = found;
  // The original deadline is the first one for ever, and every deadline that was set is kept.
  const set = of(found, 'task.extension-granted').length + of(found, 'task.rescheduled').length;
  const again = of(found, 'task.reopened').length;
  const reworked = of(found, 'task.product-sent-back').filter(({ data }) => data.rework !== null).length;
  expect(task.deadlines).toHaveLength(1 + set + again + reworked);
  expect(task.deadlines[0]).toMatchObject({ dueAt: of(found, 'task.assigned')[0]?.data.due.dueAt, ground: 'assigned' });
  // At most one counts; none does once the task is closed.
  expect(task.deadlines.filter(({ until }) => until === null)).toHaveLength(task.status === 'open' ? 1 : 0);
  // Each passes at most once.
  const passed = of(found, 'task.deadline-passed').map(({ data }) => data.dueAt);
  expect(passed).toHaveLength(task.deadlines.filter((deadline) => deadline.passed).length);
  // Each promise ends at most once, one way or the other.
  const ended = [...of(found, 'task.commitment-met'), ...of(found, 'task.commitment-broken')];
  const ids = ended.map(({ data }) => data.commitmentId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(of(found, 'task.commitment-made')).toHaveLength(of(found, 'task.extension-granted').length);
  // Nothing is left to fall due but what waits for the assigner's answer.
  expect(taskClock.nextDue(task)).toBeNull();
};

it('R26 loses and doubles no deadline, never overwrites the original, and ends each commitment at most once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), (steps, withClock) => {
      isSound(run(steps, withClock));
    }),
    { seed, numRuns: 600 },
  );
});

const judgement = ({ task }: Run) => ({
  passed: task.deadlines.filter(({ passed }) => passed).map(({ dueAt }) => dueAt),
  commitments: task.commitments.map(({ commitmentId, state }) => [commitmentId, state]),
  status: task.status,
});

it('R23 R26 gives the same answers whether the clock ran all the time or came round once at the end', () => {
  const onTime = step.map((each) => ({ ...each, lag: 0 }));
  fc.assert(
    fc.property(fc.array(onTime, { maxLength: 25 }), (steps) => {
      const plain = steps.filter(({ wish: { type: name } }: { wish: { type?: string } }) => name !== 'let-time-pass');
      expect(judgement(run(plain, false))).toEqual(judgement(run(plain, true)));
    }),
    { seed, numRuns: 600 },
  );
});
