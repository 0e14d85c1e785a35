import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockActor } from '#domain/kernel/case-actor.ts';
import { type EventStore, type StreamAppend, StoreUnavailable } from '#store/event-store.ts';
import { AlarmLedger } from '../../../../test/support/alarms.ts';
import { day } from '../../../../test/support/history.ts';
import type { DueRows } from './deadline-clock.ts';

/** A store whose appends meet something first, by their number from 0. */
const withFault = (
  store: EventStore,
  fault: (nth: number, request: StreamAppend) => Promise<void> | null,
): EventStore => {
  let nth = -1;
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'append') return (Reflect.get(target, name) as (...rest: unknown[]) => unknown).bind(target);
      return async (request: StreamAppend) => {
        nth += 1;
        const met = fault(nth, request);
        if (met !== null) await met;
        return target.append(request);
      };
    },
  });
};

describe('the deadline clock', () => {
  it('records what fell due, as of the moment it fell due, on nobody’s behalf', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(1), day(5)]);
    await ledger.process().pass();
    const [event, ...rest] = await ledger.written();
    expect(rest).toEqual([]);
    const { party: actor, unit, capacity } = clockActor;
    expect(event).toMatchObject({ occurredAt: day(1), recordedAt: day(3), actor, unit, capacity, causationId: null });
    expect(event?.provenance).toEqual({ kind: 'entered' });
  });

  it('after a week of downtime records each moment once, in the order of time over all subjects', async () => {
    const ledger = new AlarmLedger(day(7));
    await ledger.set('b', [day(1), day(4), day(9)]);
    await ledger.set('a', [day(2), day(3)]);
    await ledger.set('c', [day(2), day(6)]);
    await ledger.process().pass();
    expect(await ledger.rung()).toEqual([
      `b ${day(1)}`,
      `a ${day(2)}`,
      `c ${day(2)}`,
      `a ${day(3)}`,
      `b ${day(4)}`,
      `c ${day(6)}`,
    ]);
    const written = await ledger.written();
    expect(written.every(({ occurredAt, data }) => occurredAt === (data as { dueAt: string }).dueAt)).toBe(true);
  });

  it('asked again records nothing, and says how long nothing is expected', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(1), new Date(Date.parse(day(3)) + 5_000).toISOString()]);
    const clock = ledger.process();
    expect(await clock.pass()).toBe(5_000);
    expect(await clock.pass()).toBe(5_000);
    expect(await ledger.rung()).toHaveLength(1);
    expect(ledger.runs.map(({ ranAt }) => ranAt)).toEqual([day(3), day(3)]);
  });

  it('goes through more subjects than one page', async () => {
    const ledger = new AlarmLedger(day(9));
    const ids = Array.from({ length: 450 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    for (const id of ids) await ledger.set(id, [day(1)]);
    await ledger.process().pass();
    expect(await ledger.rung()).toEqual(ids.map((id) => `${id} ${day(1)}`));
  });

  it('passes over rows that lag behind the ledger, without looking again at once', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(1)]);
    const stale = {
      ...ledger.rows,
      dueCases: async ({ after }: { after: object | null }) =>
        after === null ? [{ category: 'task' as const, id: 'a', dueAt: day(1) }] : [],
    };
    const clock = ledger.process({ rows: stale });
    await clock.pass();
    expect(await clock.pass()).toBe(60_000);
    expect(await ledger.rung()).toHaveLength(1);
    expect(ledger.runs.at(-1)?.failing).toEqual([]);
  });

  it('marks what it records of a sample as sample', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(1)]);
    const sample = new Proxy(ledger.store, {
      get(target, name) {
        const member = Reflect.get(target, name) as (...rest: unknown[]) => unknown;
        if (name !== 'readStream') return member.bind(target);
        return async function* (stream: string) {
          for await (const event of target.readStream(stream)) yield { ...event, provenance: { kind: 'sample' } };
        };
      },
    });
    await ledger.process({ store: sample }).pass();
    expect((await ledger.written())[0]?.provenance).toEqual({ kind: 'sample' });
  });
});

describe('several clocks', () => {
  it('at once give each event once', async () => {
    const ledger = new AlarmLedger(day(7));
    for (const id of ['a', 'b', 'c']) await ledger.set(id, [day(1), day(2), day(3)]);
    await Promise.all([1, 2, 3].map(() => ledger.process().pass()));
    expect((await ledger.rung()).sort()).toEqual(
      ['a', 'b', 'c'].flatMap((id) => [1, 2, 3].map((n) => `${id} ${day(n)}`)),
    );
  });

  it('that are killed anywhere, before or after an append is stored, lose nothing and double nothing', async () => {
    const life = fc.record({
      dues: fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      /** Moments at which a clock runs, and the append at which it dies: not stored, or stored and unanswered. */
      runs: fc.array(fc.record({ at: fc.nat(22), dies: fc.nat(5), stored: fc.boolean() }), { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(life, async ({ dues, runs }) => {
        const ledger = new AlarmLedger(day(0));
        for (const [index, each] of dues.entries())
          await ledger.set(
            `n${index}`,
            [...new Set(each)].map((n) => day(n)),
          );
        for (const { at, dies, stored } of [...runs].sort((one, other) => one.at - other.at)) {
          ledger.clock.moment = day(at);
          const dying = withFault(ledger.store, (nth, request) =>
            nth === dies
              ? (async () => {
                  if (stored) await ledger.store.append(request);
                  throw new StoreUnavailable('killed');
                })()
              : null,
          );
          const one = ledger.process({ store: dying }).pass();
          await Promise.allSettled([one, ledger.process({ store: dying }).pass()]);
        }
        ledger.clock.moment = day(30);
        await ledger.process().pass();
        const expected = dues.flatMap((each, index) => [...new Set(each)].map((n) => `n${index} ${day(n)}`));
        expect((await ledger.rung()).sort()).toEqual(expected.sort());
      }),
      { numRuns: 60, seed: 26 },
    );
  });
});

describe('when somebody else writes first', () => {
  it('asks again, and records nothing that is no longer due', async () => {
    const ledger = new AlarmLedger(day(7));
    await ledger.set('a', [day(1)]);
    const raced = withFault(ledger.store, (nth) => (nth === 0 ? ledger.off('a') : null));
    await ledger.process({ store: raced }).pass();
    expect(await ledger.rung()).toEqual([]);
    expect(ledger.runs.at(-1)?.failing).toEqual([]);
  });

  it('shows a subject whose other writers never stop, and goes on', async () => {
    const ledger = new AlarmLedger(day(7));
    await ledger.set('a', [day(1)]);
    await ledger.set('b', [day(2)]);
    const contended = withFault(ledger.store, (_, { stream }) =>
      stream === 'task-a' ? ledger.set('a', [day(9)]) : null,
    );
    await ledger.process({ store: contended }).pass();
    expect(await ledger.rung()).toEqual([`b ${day(2)}`]);
    expect(ledger.runs.at(-1)?.failing).toMatchObject([{ stream: 'task-a', attempts: 1 }]);
  });
});

describe('a subject that cannot be brought up to the time', () => {
  it.each(['refuses', 'throws'] as const)(
    'because its rule %s does not stop the others, and is shown',
    async (broken) => {
      const ledger = new AlarmLedger(day(7));
      await ledger.set('a', [day(1)], broken);
      await ledger.set('b', [day(2)]);
      await ledger.process().pass();
      expect(await ledger.rung()).toEqual([`b ${day(2)}`]);
      const error = broken === 'throws' ? 'impossible history' : expect.stringContaining('alarm.stuck');
      expect(ledger.runs.at(-1)?.failing).toMatchObject([{ stream: 'task-a', since: day(7), attempts: 1, error }]);
    },
  );

  it('is tried again, later each time, and forgotten when it succeeds', async () => {
    const ledger = new AlarmLedger(day(7));
    await ledger.set('a', [day(1)], 'refuses');
    const clock = ledger.process();
    const start = Date.parse(ledger.clock.moment);
    const waits: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      await clock.pass();
      const retryAt = ledger.runs.at(-1)?.failing[0]?.retryAt ?? '';
      waits.push((Date.parse(retryAt) - Date.parse(ledger.clock.moment)) / 60_000);
      ledger.clock.moment = retryAt;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(ledger.runs.at(-1)?.failing[0]).toMatchObject({ since: new Date(start).toISOString(), attempts: 9 });
    await ledger.off('a');
    await clock.pass();
    expect(ledger.runs.at(-1)?.failing).toEqual([]);
  });

  it('is left alone until then', async () => {
    const ledger = new AlarmLedger(day(7));
    await ledger.set('a', [day(1)], 'refuses');
    const clock = ledger.process();
    await clock.pass();
    await clock.pass();
    expect(ledger.runs.at(-1)?.failing).toMatchObject([{ attempts: 1 }]);
  });
});

describe('a new calendar version', () => {
  it('moves every running term once, from the moment it is known', async () => {
    const ledger = new AlarmLedger(day(3));
    for (const id of ['a', 'b']) await ledger.set(id, [day(5)]);
    await ledger.set('past', [day(1)]);
    const clock = ledger.process();
    await clock.pass();
    await ledger.announce(1, day(3), day(8));
    await clock.pass();
    await clock.pass();
    expect((await ledger.written()).map(({ type, stream, occurredAt }) => [type, stream, occurredAt])).toEqual([
      ['alarm.rung', 'task-past', day(1)],
      ['alarm.moved', 'task-a', day(3)],
      ['alarm.moved', 'task-b', day(3)],
    ]);
    ledger.clock.moment = day(9);
    await clock.pass();
    expect(await ledger.rung()).toEqual([`past ${day(1)}`, `a ${day(8)}`, `b ${day(8)}`]);
  });

  it('announced in time is asked before a deadline passes, however late the clock is', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(5)]);
    await ledger.announce(1, day(4), day(8));
    ledger.clock.moment = day(12);
    await ledger.process().pass();
    expect(await ledger.rung()).toEqual([`a ${day(8)}`]);
  });

  it('announced after a deadline had passed does not undo it', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(5)]);
    await ledger.announce(1, day(6), day(8));
    ledger.clock.moment = day(12);
    await ledger.process().pass();
    expect((await ledger.written()).map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['alarm.rung', day(5)],
    ]);
  });

  it('announced in time moves a deadline also when something was entered before the late clock came', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(5)]);
    await ledger.announce(1, day(4), day(8));
    await ledger.set('a', [], undefined, day(11));
    ledger.clock.moment = day(12);
    await ledger.process().pass();
    expect(await ledger.rung()).toEqual([`a ${day(8)}`]);
  });

  it('does not take a deadline that was entered late back to an older calendar', async () => {
    const ledger = new AlarmLedger(day(12));
    await ledger.announce(1, day(4), day(8));
    await ledger.set('a', [day(5)], undefined, day(11));
    await ledger.process().pass();
    expect(await ledger.rung()).toEqual([`a ${day(5)}`]);
  });

  it('leaves alone for now what was entered by a machine whose time is ahead', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.announce(1, day(2), day(8));
    await ledger.set('a', [day(5)], undefined, day(4));
    const clock = ledger.process();
    await clock.pass();
    expect(await ledger.written()).toEqual([]);
    ledger.clock.moment = day(4);
    await clock.pass();
    expect((await ledger.written()).map(({ type }) => type)).toEqual(['alarm.moved']);
  });

  it('is gone through to the end by the next clock when one is killed on the way', async () => {
    const ledger = new AlarmLedger(day(3));
    for (const id of ['a', 'b', 'c']) await ledger.set(id, [day(5)]);
    await ledger.announce(1, day(3), day(8));
    const dying = withFault(ledger.store, (nth) => (nth === 1 ? Promise.reject(new StoreUnavailable('killed')) : null));
    await expect(ledger.process({ store: dying }).pass()).rejects.toThrow('killed');
    await ledger.process().pass();
    expect((await ledger.written()).map(({ stream }) => stream)).toEqual(['task-a', 'task-b', 'task-c']);
  });

  it('is looked for again when the rows hold it, for a term that they did not hold before', async () => {
    const ledger = new AlarmLedger(day(3));
    let folded = false;
    const behind: DueRows = {
      ...ledger.rows,
      movableCases: async (asked) => (folded ? ledger.rows.movableCases(asked) : []),
    };
    await ledger.set('a', [day(5)]);
    await ledger.announce(1, day(3), day(8));
    const clock = ledger.process({ rows: behind });
    await clock.pass();
    folded = true;
    clock.noticed([{ stream: 'calendar-vn' }]);
    await clock.pass();
    expect((await ledger.written()).map(({ type }) => type)).toEqual(['alarm.moved']);
  });

  it('is looked for again at the next regular look, for an act that was judged just before it', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.announce(1, day(3), day(8));
    const clock = ledger.process();
    await clock.pass();
    await ledger.set('judged-before', [day(5)]);
    ledger.clock.moment = new Date(Date.parse(day(3)) + 60_000).toISOString();
    await clock.pass();
    expect((await ledger.written()).map(({ type }) => type)).toEqual(['alarm.moved']);
  });
});

describe('the running clock', () => {
  it('looks at the start, when it is woken, and ends when it is stopped', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(1), day(4)]);
    const clock = ledger.process();
    const stop = new AbortController();
    const turn = { ran: (): void => undefined };
    const ran = (): Promise<void> => new Promise((resolve) => (turn.ran = resolve));
    const push = ledger.runs.push.bind(ledger.runs);
    ledger.runs.push = (...runs) => {
      turn.ran();
      return push(...runs);
    };
    const first = ran();
    const running = clock.run(stop.signal);
    await first;
    ledger.clock.moment = day(5);
    const second = ran();
    clock.noticed([{ stream: 'task-a' }]);
    await second;
    stop.abort();
    await running;
    expect(await ledger.rung()).toEqual([`a ${day(1)}`, `a ${day(4)}`]);
  });

  it('goes on after the store could not be reached', async () => {
    const ledger = new AlarmLedger(day(3));
    await ledger.set('a', [day(1)]);
    const stop = new AbortController();
    const failing = withFault(ledger.store, (nth) => (nth === 0 ? Promise.reject(new StoreUnavailable('lost')) : null));
    ledger.runs.push = () => {
      stop.abort();
      return 0;
    };
    await ledger.process({ store: failing }).run(stop.signal);
    expect(await ledger.rung()).toHaveLength(1);
  });
});
