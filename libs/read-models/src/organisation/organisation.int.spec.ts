import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const history = new History()
  .unit('so-xd', { name: 'Sở Xây dựng' })
  .unit('so-gtvt', { name: 'Sở Giao thông vận tải' })
  .officers('o-1', 'o-2', 'Resource10')
  .appoint('o-1', 'so-gtvt', { from: day(-20) })
  .register('d1', by(officer('o-1'), 'so-gtvt'), { at: day(-1) })
  .unit('so-xd-moi', { name: 'Sở Xây dựng (mới)', at: day(0), parent: 'so-xd' })
  .endAppointment('o-1', 'so-gtvt', day(0))
  .dissolve('so-xd', day(0), ['so-xd-moi'])
  .dissolve('so-gtvt', day(0), ['so-xd-moi'])
  .appoint('o-2', 'so-xd-moi', { from: day(0), role: 'acting-head', id: 'acting' })
  .appoint('o-1', 'so-xd-moi', { from: day(2), id: 'head' });

let open: OpenViews;
let queries: OpenViews['views']['queries'];
beforeAll(async () => {
  open = await openViews(history, day(5));
  queries = open.views.queries;
  await open.views.directory.setNames([
    { officerId: 'o-1', name: 'Trần Thị Thuỳ Dương' },
    { officerId: 'o-2', name: 'Lê Đức Anh' },
  ]);
});
afterAll(() => open.close());

const ids = (page: { items: readonly { id: string }[] }): string[] => page.items.map(({ id }) => id);

describe('units', () => {
  it('know their predecessors and successors over a merger', async () => {
    expect(await queries.unit('so-xd-moi')).toMatchObject({
      name: 'Sở Xây dựng (mới)',
      parent: { id: 'so-xd', name: 'Sở Xây dựng' },
      predecessors: [
        { id: 'so-gtvt', name: 'Sở Giao thông vận tải' },
        { id: 'so-xd', name: 'Sở Xây dựng' },
      ],
      successors: [],
      validTo: null,
    });
    expect(await queries.unit('so-gtvt')).toMatchObject({ validTo: day(0), successors: [{ id: 'so-xd-moi' }] });
    expect(await queries.unit('none')).toBeNull();
  });

  it('are those that existed at the moment asked for', async () => {
    expect(ids(await queries.units({ at: day(-1) }))).toEqual(['so-gtvt', 'so-xd']);
    expect(ids(await queries.units({ at: day(0) }))).toEqual(['so-xd-moi']);
    expect(ids(await queries.units({ q: 'xay dung' }))).toEqual(['so-xd', 'so-xd-moi']);
    const first = await queries.units({ limit: 2 });
    expect(ids(await queries.units({ limit: 2, cursor: first.next ?? undefined }))).toEqual(['so-xd-moi']);
  });

  it('R32 name who headed them at the moment: the head, or who acted while there was none', async () => {
    const head = async (at: string): Promise<unknown> => {
      const unit = await queries.unit('so-xd-moi', { at });
      return [unit?.head?.name ?? null, unit?.headRole];
    };
    expect(await head(day(-1))).toEqual([null, null]);
    expect(await head(day(1))).toEqual(['Lê Đức Anh', 'acting-head']);
    expect(await head(day(3))).toEqual(['Trần Thị Thuỳ Dương', 'head']);
    expect(await queries.headOf('so-gtvt', day(-1))).toMatchObject({ id: 'o-1' });
    expect(await queries.headOf('so-gtvt', day(0))).toBeNull();
  });
});

describe('officers', () => {
  it('are found by an unaccented name, the tone placed either way, or by id', async () => {
    expect(ids(await queries.officers({ q: 'thuy duong' }))).toEqual(['o-1']);
    expect(ids(await queries.officers({ q: 'THÙY' }))).toEqual(['o-1']);
    expect(ids(await queries.officers({ q: 'duc' }))).toEqual(['o-2']);
    expect(ids(await queries.officers({ q: 'resource1' }))).toEqual(['Resource10']);
  });

  it('are listed by name, then by id, page by page', async () => {
    const first = await queries.officers({ limit: 2 });
    expect(ids(first)).toEqual(['o-2', 'Resource10']);
    expect(ids(await queries.officers({ limit: 2, cursor: first.next ?? undefined }))).toEqual(['o-1']);
  });

  it('show their offices and what they hold, now or as of a moment', async () => {
    expect(await queries.officer('o-1')).toMatchObject({
      name: 'Trần Thị Thuỳ Dương',
      openCustody: 1,
      appointments: [{ appointmentId: 'head' }, { appointmentId: 'o-1@so-gtvt', validTo: day(0) }],
    });
    expect(await queries.officer('o-1', { asOf: day(-2) })).toMatchObject({
      openCustody: 0,
      appointments: [{ appointmentId: 'o-1@so-gtvt' }],
    });
    expect(await queries.officer('none')).toBeNull();
  });

  it('keep their place in the ledger when the directory forgets the name', async () => {
    const { directory } = open.views;
    await directory.setName('Resource10', 'Phạm Văn Tạm');
    expect(await directory.nameOf('Resource10')).toBe('Phạm Văn Tạm');
    await directory.eraseName('Resource10');
    expect(await queries.officer('Resource10')).toMatchObject({ id: 'Resource10', name: null });
  });
});
