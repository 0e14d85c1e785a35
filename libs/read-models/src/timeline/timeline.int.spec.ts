import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { History, account, by, day, handedOff, nobody, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const an = by(officer('an'), 'so-xd');
const imported = { kind: 'import', importId: 'i', line: 7, inferred: true } as const;

const history = new History()
  .unit('so-xd', { name: 'Sở Xây dựng' })
  .officers('an', 'truong', 'quyen')
  .account('kiosk')
  .appoint('truong', 'so-xd', { from: day(-10), to: day(3) })
  .appoint('quyen', 'so-xd', { from: day(3), role: 'acting-head' })
  .register('d1', an, { at: day(0) })
  .perform('d1', an, day(2))
  .act('d1', handedOff(an, by(account('kiosk'))), day(4), {
    actor: an.party,
    unit: an.unit,
    provenance: imported,
    recordedAt: day(9),
  })
  .act(
    'd1',
    { type: 'dossier.step-performed', version: 1, data: { step: 'quét', performer: an, note: null } },
    day(5),
    { actor: account('kiosk'), capacity: 'system' },
  )
  .act(
    'd1',
    { type: 'dossier.decided', version: 1, data: { decision: 'approved', grounds: null, document: null } },
    day(6),
    {
      actor: nobody,
    },
  );

let open: OpenViews;
let queries: OpenViews['views']['queries'];
beforeAll(async () => {
  open = await openViews(history, day(10));
  queries = open.views.queries;
});
afterAll(() => open.close());

describe('the timeline of a dossier', () => {
  it('R21 tells every act in the order recorded, with its circumstances', async () => {
    const { items } = await queries.timeline('d1');
    expect(items.map(({ type, revision }) => [revision, type])).toEqual([
      [0, 'dossier.registered'],
      [1, 'dossier.step-performed'],
      [2, 'dossier.handed-off'],
      [3, 'dossier.step-performed'],
      [4, 'dossier.decided'],
    ]);
    expect(items[2]).toMatchObject({
      provenance: 'import',
      inferred: true,
      recordedLate: true,
      data: { reason: 'chuyển xử lý' },
    });
    expect(items[3]).toMatchObject({
      actor: { kind: 'account', id: 'kiosk', accountKind: 'shared' },
      capacity: 'system',
      recordedLate: false,
    });
    expect(items[4]?.actor).toEqual({ kind: 'unknown', id: null, name: null });
  });

  it('R32 names who headed the unit when it happened', async () => {
    const { items } = await queries.timeline('d1');
    expect(items.map(({ headAtThatTime }) => headAtThatTime?.id ?? null)).toEqual([
      'truong',
      'truong',
      'quyen',
      null,
      null,
    ]);
  });

  it('R32 names the head of the day of the act, not of the day of its late entry', async () => {
    const late = new History()
      .unit('u')
      .officers('an', 'then', 'now')
      .appoint('then', 'u', { to: day(3) })
      .appoint('now', 'u', { from: day(3) })
      .register('x', by(officer('an'), 'u'), { at: day(0) });
    const step = { step: 'thẩm định', performer: by(officer('an'), 'u'), note: null };
    late.act('x', { type: 'dossier.step-performed', version: 1, data: step }, day(2), {
      actor: officer('an'),
      unit: 'u',
      recordedAt: day(8),
    });
    const other = await openViews(late, day(10));
    const told = [(await other.views.queries.timeline('x')).items[1], (await other.views.queries.acts('an')).items[0]];
    await other.close();
    for (const act of told) expect(act).toMatchObject({ recordedLate: true, headAtThatTime: { id: 'then' } });
  });

  it('R20 tells what was done about a dossier between its moves, and moves its revision for If-Match', async () => {
    const told = new History()
      .unit('u')
      .officers('an')
      .register('x', by(officer('an'), 'u'));
    const dissent = { dissentId: 'x-1', unit: 'u', content: 'chưa rõ nguồn vốn', grounds: null };
    told.add({ type: 'dissent.recorded', version: 1, data: dissent }, 'dossier-x', day(1), { actor: officer('an') });
    const other = await openViews(told, day(10));
    const { items } = await other.views.queries.timeline('x');
    const [now, then] = [
      await other.views.queries.dossier('x'),
      await other.views.queries.dossier('x', { asOf: day(0) }),
    ];
    await other.close();
    expect(items[1]).toMatchObject({ revision: 1, type: 'dissent.recorded', data: dissent });
    expect([now?.revision, now?.custody.length, then?.revision]).toEqual([1, 1, 0]);
  });

  it('pages', async () => {
    const first = await queries.timeline('d1', { limit: 3 });
    const second = await queries.timeline('d1', { limit: 3, cursor: first.next ?? undefined });
    expect([...first.items, ...second.items].map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
    expect(second.next).toBeNull();
  });
});

describe('the acts of a person', () => {
  it('R33 are those done and those performed, newest first, not what an account did on its own', async () => {
    const { items } = await queries.acts('an');
    expect(items.map(({ dossierId, revision }) => [dossierId, revision])).toEqual([
      ['d1', 3],
      ['d1', 2],
      ['d1', 1],
      ['d1', 0],
    ]);
    const first = await queries.acts('an', { limit: 1, asOf: day(4) });
    expect(first.items.map(({ revision }) => revision)).toEqual([2]);
    expect((await queries.acts('an', { limit: 1, cursor: first.next ?? undefined })).items[0]?.revision).toBe(1);
  });
});
