import { afterEach, describe, expect, it } from '@jest/globals';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const an = by(officer('an'), 'so-xd');
const binh = by(officer('binh'), 'so-tc');

let open: OpenViews;
afterEach(() => open.close());

describe('a dossier whose acts were not entered in the order of their moments', () => {
  it('R21 is not there before its registration, whatever is claimed to have been done for it before', async () => {
    const early = new History()
      .officers('an')
      .register('d', an, { at: day(5) })
      .perform('d', an, day(3));
    open = await openViews(early, day(10));
    expect(await open.views.queries.dossier('d', { asOf: day(4) })).toBeNull();
    expect(await open.views.queries.dossier('d', { asOf: day(5) })).toMatchObject({
      holder: { id: 'an' },
      revision: 1,
    });
  });

  it('R21 has at any moment the holder that its custody names', async () => {
    const crossed = new History()
      .officers('an', 'binh')
      .register('d', an, { at: day(0) })
      .handOff('d', an, binh, day(5))
      .handOff('d', binh, an, day(3))
      .handOff('d', an, binh, day(6));
    open = await openViews(crossed, day(10));
    for (const asOf of [0, 3, 5, 6].map((n) => day(n))) {
      const found = await open.views.queries.dossier('d', { asOf });
      const holding = found?.custody.filter(({ endedAt }) => endedAt === null) ?? [];
      expect([asOf, found?.status, holding.map(({ holder }) => holder.id)]).toEqual([
        asOf,
        'open',
        [found?.holder?.id],
      ]);
      expect(found?.heldSince ?? null).toBe(holding[0]?.beganAt ?? null);
      const { items } = await open.views.queries.custody({ asOf });
      expect(items.map(({ holder }) => holder.id)).toEqual(holding.map(({ holder }) => holder.id));
    }
  });
});

describe('a dossier reopened with a new deadline', () => {
  it('R24 stays late where it was late under the deadline of then', async () => {
    const history = new History()
      .unit('so-xd')
      .unit('so-tc')
      .officers('an', 'binh', 'dung')
      .appoint('dung', 'so-xd')
      .register('d', an, { at: day(0), deadline: day(2) })
      .complete('d', an, day(6))
      .reopen('d', binh, day(8), day(40));
    open = await openViews(history, day(10));
    const { queries } = open.views;
    expect((await queries.trail('an'))?.items).toMatchObject([{ deadline: day(2), deadlinePassedHere: true }]);
    expect((await queries.trail('dung', { line: 'head' }))?.items).toMatchObject([
      { deadline: day(2), deadlinePassedHere: true },
    ]);
    expect((await queries.trail('binh'))?.items).toMatchObject([{ deadline: day(40), deadlinePassedHere: false }]);
    expect((await queries.custody({ asOf: day(4) })).items).toMatchObject([{ deadline: day(2), overdue: true }]);
    expect((await queries.custody({ asOf: day(4), overdue: true })).items).toHaveLength(1);
    expect((await queries.overview({ asOf: day(4) })).dossiers).toMatchObject({ open: 1, overdue: 1 });
    expect((await queries.overview({ asOf: day(7) })).dossiers).toMatchObject({ completed: 1, completedLate: 1 });
    const workload = await queries.workload({});
    expect(workload.find(({ unit }) => unit.id === 'so-xd')).toMatchObject({ completed: 1, completedLate: 1 });
    expect(workload.find(({ unit }) => unit.id === 'so-tc')).toMatchObject({ holding: 1, overdue: 0 });
  });

  it('R23 measures every interval of a deadline by its correction, and only those', async () => {
    const correction = (deadline: string) => ({
      type: 'dossier.corrected' as const,
      version: 1 as const,
      data: { correctsEventId: 'x', changes: { deadline }, reason: 'nhầm ngày', approver: officer('dung') },
    });
    const history = new History()
      .officers('an', 'binh')
      .register('d', an, { at: day(0), deadline: day(2) })
      .handOff('d', an, binh, day(4))
      .act('d', correction(day(9)), day(5))
      .complete('d', binh, day(6))
      .reopen('d', an, day(8), day(9))
      .act('d', correction(day(12)), day(10));
    open = await openViews(history, day(13));
    const trails = await Promise.all(['an', 'binh'].map((id) => open.views.queries.trail(id)));
    expect(
      trails.map((trail) => trail?.items.map(({ deadline, deadlinePassedHere }) => [deadline, deadlinePassedHere])),
    ).toEqual([
      [
        [day(12), true],
        [day(9), false],
      ],
      [[day(9), false]],
    ]);
  });
});
