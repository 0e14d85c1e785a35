import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const an = by(officer('an'), 'so-xd');
const binh = by(officer('binh'), 'so-tc');

const history = new History()
  .unit('so-xd', { name: 'Sở Xây dựng' })
  .officers('an', 'binh')
  .register('d1', an, { at: day(0), deadline: day(5), subject: 'Cấp phép xây dựng cầu Hoà Bình' })
  .assign('d1', officer('an'), day(1), 'so-xd')
  .handOff('d1', an, binh, day(2))
  .act(
    'd1',
    {
      type: 'dossier.corrected',
      version: 1,
      data: { correctsEventId: 'x', changes: { subject: 'Sửa đường Lê Lợi' }, reason: 'nhầm', approver: officer('an') },
    },
    day(3),
  )
  .complete('d1', binh, day(6))
  .register('d2', an, { at: day(1), deadline: day(4), subject: 'Giải quyết khiếu nại đất đai' })
  .register('d3', an, {
    at: day(2),
    subject: null,
    secretReference: 'MAT-7',
    secrecy: 'secret',
    number: null,
    symbol: null,
  });

let open: OpenViews;
let queries: OpenViews['views']['queries'];
beforeAll(async () => {
  open = await openViews(history, day(10));
  queries = open.views.queries;
});
afterAll(() => open.close());

const found = async (filter: Parameters<typeof queries.dossiers>[0]): Promise<string[]> =>
  (await queries.dossiers(filter)).items.map(({ id }) => id);

describe('search', () => {
  it.each([
    ['without accents', 'khieu nai dat dai', ['d2']],
    ['by the beginning of words', 'khie na', ['d2']],
    ['with the tone placed the other way', 'CÔNG TY HÒA', ['d3', 'd2', 'd1']],
    ['by symbol', 'TTr-SXD', ['d2', 'd1']],
    ['by id', 'd2', ['d2']],
    ['by the reference of a secret dossier', 'mat-7', ['d3']],
    ['for words that are nowhere together', 'khieu cau', []],
    ['for no word at all', '&!', ['d3', 'd2', 'd1']],
  ])('finds %s', async (_, q, ids) => {
    expect(await found({ q })).toEqual(ids);
  });

  it('finds a corrected subject under its new words only', async () => {
    expect(await found({ q: 'duong le loi' })).toEqual(['d1']);
    expect(await found({ q: 'xay dung cau' })).toEqual([]);
  });

  it('finds it so, too, when the correction came in a later batch', async () => {
    const slow = await openViews(null, day(10));
    try {
      for (const event of history.events) await slow.views.apply([event]);
      const byOldWords = await slow.views.queries.dossiers({ q: 'xay dung cau' });
      const byNewWords = await slow.views.queries.dossiers({ q: 'duong le loi' });
      expect(byOldWords.items).toEqual([]);
      expect(byNewWords.items.map(({ id }) => id)).toEqual(['d1']);
    } finally {
      await slow.close();
    }
  });

  it('filters by status, holding unit and overdue, and pages', async () => {
    expect(await found({ status: 'completed' })).toEqual(['d1']);
    expect(await found({ unit: 'so-xd' })).toEqual(['d3', 'd2']);
    expect(await found({ overdue: true })).toEqual(['d2']);
    const first = await queries.dossiers({ limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(['d3', 'd2']);
    expect(await found({ limit: 2, cursor: first.next ?? undefined })).toEqual(['d1']);
  });
});

describe('one dossier', () => {
  it('says where it stands', async () => {
    expect(await queries.dossier('d1')).toMatchObject({
      status: 'completed',
      completedAt: day(6),
      outcome: 'granted',
      late: true,
      holder: null,
      subject: 'Sửa đường Lê Lợi',
      responsible: { kind: 'officer', id: 'an' },
      leadUnit: { id: 'so-xd', name: 'Sở Xây dựng' },
      handoffs: 1,
      revision: 4,
    });
  });

  it('R21 stood otherwise before', async () => {
    expect(await queries.dossier('d1', { asOf: day(2) })).toMatchObject({
      status: 'open',
      late: false,
      holder: { id: 'binh' },
      heldSince: day(2),
      subject: 'Cấp phép xây dựng cầu Hoà Bình',
      revision: 2,
      custody: [{ endedAt: day(2) }, { endedAt: null }],
    });
    expect(await queries.dossier('d1', { asOf: day(-1) })).toBeNull();
  });

  it('R59 shows a secret dossier by its reference alone', async () => {
    expect(await queries.dossier('d3')).toMatchObject({ subject: null, secretReference: 'MAT-7', secrecy: 'secret' });
  });

  it('is null when the ledger knows none', async () => {
    expect(await queries.dossier('none')).toBeNull();
  });
});
