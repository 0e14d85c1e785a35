import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { History, account, by, day, nobody, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const [a, b, c] = [by(officer('a'), 'u1'), by(officer('b'), 'u1'), by(account('kiosk'), 'u2')];

const history = new History()
  .unit('u1')
  .unit('u2')
  .officers('a', 'b')
  .account('kiosk')
  // d1: A → B → A → B are two bounces; the responsible person acted; completed late
  .register('d1', a, { at: day(0), deadline: day(3) })
  .assign('d1', officer('b'), day(0))
  .perform('d1', a, day(0))
  .handOff('d1', a, b, day(1))
  .perform('d1', b, day(1))
  .giveBack('d1', b, a, day(2))
  .handOff('d1', a, b, day(3))
  .complete('d1', b, day(4))
  // d2: a move within the same hands is neither handoff nor bounce; A → kiosk → A is one
  .register('d2', a, { at: day(0), deadline: day(9) })
  .assign('d2', officer('b'), day(0))
  .handOff('d2', a, by(officer('a'), 'u2'), day(1))
  .handOff('d2', by(officer('a'), 'u2'), c, day(2))
  .handOff('d2', c, a, day(3))
  .perform('d2', a, day(3))
  .perform('d2', a, day(4))
  .complete('d2', a, day(5))
  .reopen('d2', a, day(6), day(8))
  // d3: units whose people are not named still pass it on; never completed, nobody responsible
  .register('d3', by(nobody, 'u1'), { at: day(0), deadline: day(1) })
  .handOff('d3', by(nobody, 'u1'), by(nobody, 'u2'), day(1));

let open: OpenViews;
let queries: OpenViews['views']['queries'];
beforeAll(async () => {
  open = await openViews(history, day(10));
  queries = open.views.queries;
});
afterAll(() => open.close());

describe('the figures of the ledger', () => {
  it('are counted from the views', async () => {
    expect(await queries.stats()).toEqual({
      cases: 3,
      events: 4,
      directSuccessions: 2,
      handoffs: 5,
      handoffPairs: 4,
      largestPair: { from: 'a', to: 'b', handoffs: 2 },
      bounces: 3,
      bouncedCases: 2,
      lateClosed: 1,
      unclosed: 1,
      responsibleNeverActed: 1,
      nonPersonAccounts: ['kiosk'],
    });
  });

  it('leave the sample out as soon as there is anything real, and count it in a ledger of its own', async () => {
    const sample = new History().from({ kind: 'sample' }).unit('u1').unit('u2').officers('a').account('bot');
    sample.register('s', a, { at: day(0) }).handOff('s', a, by(account('bot'), 'u2'), day(1));
    const alone = await openViews(sample, day(9));
    const own = await alone.views.queries.stats();
    await alone.close();
    sample
      .from({ kind: 'entered' })
      .account('kiosk')
      .register('r', a, { at: day(2) });
    const both = await openViews(sample, day(9));
    const mixed = await both.views.queries.stats();
    await both.close();
    expect(own).toMatchObject({ cases: 1, handoffs: 1, nonPersonAccounts: ['bot'] });
    expect(mixed).toMatchObject({ cases: 1, handoffs: 0, largestPair: null, nonPersonAccounts: ['kiosk'] });
  });

  it('are zero for an empty ledger', async () => {
    const empty = await openViews(null, day(0));
    const stats = await empty.views.queries.stats();
    const overview = await empty.views.queries.overview();
    await empty.close();
    expect(stats).toMatchObject({ cases: 0, events: 0, handoffs: 0, largestPair: null, nonPersonAccounts: [] });
    expect(overview).toMatchObject({ dossiers: { open: 0, overdue: 0, completed: 0, completedLate: 0 }, units: [] });
  });
});

describe('the workload of units', () => {
  it('R23 calls late what was completed late, and not what was handed on after its claimed end', async () => {
    const crossed = new History().unit('u1').unit('u2').officers('a', 'b');
    crossed
      .register('d', a, { at: day(0), deadline: day(2) })
      .handOff('d', a, b, day(3))
      .complete('d', b, day(1));
    const found = await openViews(crossed, day(9));
    const [stats, overview] = [await found.views.queries.stats(), await found.views.queries.overview()];
    await found.close();
    expect(stats.lateClosed).toBe(0);
    expect(overview).toMatchObject({ dossiers: { completed: 1, completedLate: 0 }, units: [{ completedLate: 0 }] });
  });

  it('R29 says what each holds, what is overdue, what it took in and let go of', async () => {
    const { dossiers, units } = await queries.overview();
    expect(dossiers).toEqual({ open: 2, overdue: 2, completed: 1, completedLate: 1 });
    expect(units).toMatchObject([
      {
        unit: { id: 'u1' },
        holding: 1,
        overdue: 1,
        received: 8,
        passedOn: 4,
        returned: 1,
        completed: 2,
        completedLate: 1,
      },
      {
        unit: { id: 'u2' },
        holding: 1,
        overdue: 1,
        received: 3,
        passedOn: 2,
        returned: 0,
        completed: 0,
        completedLate: 0,
      },
    ]);
    expect(units[1]?.medianHeldMs).toBe(8 * 3_600_000);
    expect(await queries.workload()).toEqual(units);
  });

  it('R29 says it as of any moment', async () => {
    const { dossiers, units } = await queries.overview({ asOf: day(2, 2) });
    expect(dossiers).toEqual({ open: 3, overdue: 1, completed: 0, completedLate: 0 });
    expect(units.map(({ unit, holding }) => [unit.id, holding])).toEqual([
      ['u2', 2],
      ['u1', 1],
    ]);
    expect((await queries.overview({ asOf: day(5) })).dossiers).toMatchObject({ open: 1, completed: 2 });
  });
});
