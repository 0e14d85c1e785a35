import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { History, by, day, nobody, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';
import { InvalidCursor } from '../page/cursor.ts';

const [an, binh] = [by(officer('an'), 'so-xd'), by(officer('binh'), 'so-tc')];

const history = new History()
  .unit('so-xd', { name: 'Sở Xây dựng' })
  .unit('so-tc', { name: 'Sở Tài chính' })
  .officers('an', 'binh')
  .register('d1', an, { at: day(0), deadline: day(10) })
  .handOff('d1', an, binh, day(3))
  .giveBack('d1', binh, an, day(6))
  .complete('d1', an, day(8))
  .reopen('d1', binh, day(20), day(40))
  .register('d2', an, { at: day(1) })
  .register('d3', by(nobody, 'so-tc'), { at: day(2) });

describe('custody', () => {
  let open: OpenViews;
  let views: OpenViews['views'];

  beforeAll(async () => {
    open = await openViews(history, day(30));
    views = open.views;
    await views.directory.setName('an', 'Nguyễn Văn An');
  });
  afterAll(() => open.close());

  const heldBy = async (asOf?: string): Promise<unknown> =>
    (await views.queries.custody({ asOf })).items.map(({ dossierId, holder }) => [dossierId, holder.id]);

  it('R21 names one holder of every open dossier, since when', async () => {
    const { items } = await views.queries.custody({});
    expect(items.map(({ dossierId, holder, unit, beganAt }) => [dossierId, holder.name, unit?.name, beganAt])).toEqual([
      ['d1', null, 'Sở Tài chính', day(20)],
      ['d3', null, 'Sở Tài chính', day(2)],
      ['d2', 'Nguyễn Văn An', 'Sở Xây dựng', day(1)],
    ]);
  });

  it('R21 names the holder as of any moment, and nobody between completion and reopening', async () => {
    expect(await heldBy(day(-1))).toEqual([]);
    expect(await heldBy(day(1))).toEqual([
      ['d2', 'an'],
      ['d1', 'an'],
    ]);
    expect(await heldBy(day(4))).toEqual([
      ['d1', 'binh'],
      ['d3', null],
      ['d2', 'an'],
    ]);
    expect(await heldBy(day(9))).toEqual([
      ['d3', null],
      ['d2', 'an'],
    ]);
  });

  it('R21 keeps the chain of a dossier: how each interval began and ended, on what basis', async () => {
    const dossier = await views.queries.dossier('d1');
    const chain = dossier?.custody.map(({ sequence, beganBy, endedBy, reason, basis }) => [
      sequence,
      beganBy,
      endedBy,
      reason,
      basis,
    ]);
    expect(chain).toEqual([
      [0, 'dossier.registered', 'dossier.handed-off', null, null],
      [1, 'dossier.handed-off', 'dossier.returned', 'chuyển xử lý', 'Quyết định 1 (Điều 2)'],
      [2, 'dossier.returned', 'dossier.completed', 'không thuộc chức năng', 'Quyết định 1 (Điều 2)'],
      [3, 'dossier.reopened', null, 'bổ sung', 'Quyết định 1 (Điều 2)'],
    ]);
  });

  it('filters by unit, officer and overdue', async () => {
    const ids = async (filter: object): Promise<string[]> =>
      (await views.queries.custody(filter)).items.map(({ dossierId }) => dossierId);
    expect(await ids({ unit: 'so-tc' })).toEqual(['d1', 'd3']);
    expect(await ids({ officer: 'an' })).toEqual(['d2']);
    expect(await ids({ overdue: true })).toEqual([]);
    expect(await ids({ overdue: false })).toEqual(['d1', 'd3', 'd2']);
  });

  it('pages without loss or repetition', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await views.queries.custody({ limit: 1, cursor });
      seen.push(...page.items.map(({ dossierId }) => dossierId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['d1', 'd3', 'd2']);
    await expect(views.queries.custody({ cursor: 'nonsense' })).rejects.toThrow(InvalidCursor);
  });

  it('R33 knows a confirmation of receipt from its moment on, and only for the interval it confirms', async () => {
    const confirmed = { holder: binh, arrivalNumber: '17' };
    const received = new History()
      .register('x', an, { at: day(0) })
      .handOff('x', an, binh, day(1))
      .act('x', { type: 'dossier.receipt-confirmed', version: 1, data: confirmed }, day(2))
      .giveBack('x', binh, an, day(3));
    const other = await openViews(received, day(30));
    const known = async (asOf?: string): Promise<unknown> =>
      (await other.views.queries.dossier('x', { asOf }))?.custody.map(({ receiptConfirmedAt }) => receiptConfirmedAt);
    const found = [await known(day(1)), await known(day(2)), await known()];
    await other.close();
    expect(found).toEqual([
      [null, null],
      [null, day(2)],
      [null, day(2), null],
    ]);
  });

  it('counts an act claimed to lie before the last move from that move, so that intervals never overlap', async () => {
    const chain = new History()
      .register('x', an, { at: day(0) })
      .handOff('x', an, binh, day(5))
      .handOff('x', binh, an, day(3));
    const other = await openViews(chain, day(30));
    const found = await other.views.queries.dossier('x');
    await other.close();
    expect(found?.custody.map(({ beganAt, endedAt }) => [beganAt, endedAt])).toEqual([
      [day(0), day(5)],
      [day(5), day(5)],
      [day(5), null],
    ]);
  });
});
