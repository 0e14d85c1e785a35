import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const an = by(officer('an'), 'so-xd');
const binh = by(officer('binh'), 'so-xd');
const chi = by(officer('chi'), 'so-tc');
/** What a working day holds; the moments of `day` are of one hour, so spans are whole days. */
const workingDayMs = 8 * 3_600_000;

/** 1 July 2025 is a Tuesday; day(3) is Friday, day(6) Monday. */
const history = new History()
  .unit('so-xd', { name: 'Sở Xây dựng' })
  .unit('so-tc', { name: 'Sở Tài chính' })
  .officers('an', 'binh', 'chi', 'dung', 'em')
  .appoint('dung', 'so-xd', { from: day(-50) })
  .register('d1', an, { at: day(0), deadline: day(2) })
  .perform('d1', an, day(1))
  .handOff('d1', an, binh, day(3))
  .register('d2', an, { at: day(1), deadline: day(40) })
  .endAppointment('dung', 'so-xd', day(6))
  .appoint('em', 'so-xd', { from: day(6), role: 'acting-head' })
  .giveBack('d1', binh, an, day(7))
  .handOff('d1', an, chi, day(8))
  .complete('d1', chi, day(9));

let open: OpenViews;
let trail: OpenViews['views']['queries']['trail'];
beforeAll(async () => {
  open = await openViews(history, day(10));
  trail = open.views.queries.trail;
});
afterAll(() => open.close());

describe('the trail of a person as performer', () => {
  it('R33 holds every interval: how it began, how it ended, on what basis, working time, deadline, outcome', async () => {
    const found = await trail('an');
    const rows = found?.items.map((row) => [row.dossierId, row.beganAt, row.endedAt, row.beganBy, row.outcome]);
    expect(rows).toEqual([
      ['d1', day(7), day(8), 'dossier.returned', 'passed-on'],
      ['d2', day(1), null, 'dossier.registered', 'open'],
      ['d1', day(0), day(3), 'dossier.registered', 'passed-on'],
    ]);
    expect(found?.items[0]).toMatchObject({
      line: 'performer',
      reason: 'không thuộc chức năng',
      basis: 'Quyết định 1 (Điều 2)',
      deadline: day(2),
      deadlinePassedHere: false,
      workingMs: workingDayMs,
    });
    expect(found?.items[2]).toMatchObject({ deadlinePassedHere: true, workingMs: 3 * workingDayMs, actsInInterval: 3 });
  });

  it('counts office time only: from Friday to Tuesday is two working days', async () => {
    expect((await trail('binh'))?.items[0]).toMatchObject({
      beganAt: day(3),
      endedAt: day(7),
      workingMs: 2 * workingDayMs,
    });
  });

  it('sums up: intervals, those still open, working time, acts', async () => {
    const found = await trail('an');
    expect(found?.performer).toEqual({ intervals: 3, open: 1, workingMs: (3 + 1 + 7) * workingDayMs, acts: 5 });
    expect(found?.head).toEqual({ intervals: 0, open: 0, workingMs: 0 });
  });

  it('answers as of a moment: later ends are not known yet', async () => {
    const found = await trail('an', { asOf: day(2) });
    expect(found?.items.map(({ dossierId, endedAt, outcome }) => [dossierId, endedAt, outcome])).toEqual([
      ['d2', null, 'open'],
      ['d1', null, 'open'],
    ]);
    expect(found?.performer).toEqual({ intervals: 2, open: 2, workingMs: 3 * workingDayMs, acts: 3 });
    expect(found?.officer.openCustody).toBe(2);
  });

  it('pages by key, and every page says the same totals', async () => {
    const first = await trail('an', { limit: 2 });
    const second = await trail('an', { limit: 2, cursor: first?.next ?? undefined });
    expect([...(first?.items ?? []), ...(second?.items ?? [])].map(({ beganAt }) => beganAt)).toEqual([
      day(7),
      day(1),
      day(0),
    ]);
    expect(second?.next).toBeNull();
    expect(second?.performer).toEqual(first?.performer);
  });

  it('is null for somebody the ledger does not know', async () => {
    expect(await trail('nobody')).toBeNull();
  });
});

describe('the trail of a person as head', () => {
  const head = async (id: string, asOf?: string): Promise<unknown> =>
    (await trail(id, { line: 'head', asOf }))?.items.map((row) => [
      row.dossierId,
      row.holder.id,
      row.beganAt,
      row.beganBy,
      row.endedAt,
      row.outcome,
    ]);

  it('R32 holds what the unit held while this person headed it, cut where the office ended', async () => {
    expect(await head('dung')).toEqual([
      ['d1', 'binh', day(3), 'dossier.handed-off', day(6), 'left-office'],
      ['d2', 'an', day(1), 'dossier.registered', day(6), 'left-office'],
      ['d1', 'an', day(0), 'dossier.registered', day(3), 'passed-on'],
    ]);
  });

  it('R32 begins for the one who takes office with what is found there', async () => {
    expect(await head('em')).toEqual([
      ['d1', 'an', day(7), 'dossier.returned', day(8), 'passed-on'],
      ['d2', 'an', day(6), 'appointment.made', null, 'open'],
      ['d1', 'binh', day(6), 'appointment.made', day(7), 'returned'],
    ]);
  });

  it('R32 answers as of a moment before the office ended', async () => {
    expect(await head('dung', day(4))).toEqual([
      ['d1', 'binh', day(3), 'dossier.handed-off', null, 'open'],
      ['d2', 'an', day(1), 'dossier.registered', null, 'open'],
      ['d1', 'an', day(0), 'dossier.registered', day(3), 'passed-on'],
    ]);
    expect(await head('em', day(4))).toEqual([]);
  });

  it('R32 sums up apart from what the person held', async () => {
    const found = await trail('em', { line: 'head' });
    expect(found?.head).toEqual({ intervals: 3, open: 1, workingMs: (1 + 4 + 1) * workingDayMs });
    expect(found?.performer).toEqual({ intervals: 0, open: 0, workingMs: 0, acts: 0 });
    expect((await trail('dung', { line: 'head' }))?.head).toEqual({
      intervals: 3,
      open: 0,
      workingMs: (1 + 3 + 3) * workingDayMs,
    });
  });

  it('pages through both what was found and what came', async () => {
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await trail('em', { line: 'head', limit: 1, cursor });
      seen.push(...(page?.items ?? []).map(({ beganAt, holder }) => [beganAt, holder.id]));
      cursor = page?.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([
      [day(7), 'an'],
      [day(6), 'an'],
      [day(6), 'binh'],
    ]);
  });

  it('R32 counts an appointment recorded late for what happened before it was recorded', async () => {
    const late = new History()
      .unit('u')
      .officers('an', 'head')
      .register('x', by(officer('an'), 'u'), { at: day(0) })
      .appoint('head', 'u', { from: day(-5) });
    const other = await openViews(late, day(1));
    const found = await other.views.queries.trail('head', { line: 'head' });
    await other.close();
    expect(found?.items).toMatchObject([{ dossierId: 'x', beganAt: day(0), beganBy: 'dossier.registered' }]);
  });
});

it('R32 charges no head with what a unit held after it was dissolved', async () => {
  const merged = new History()
    .unit('old')
    .unit('new')
    .officers('x', 'dung')
    .appoint('dung', 'old', { from: day(-50) })
    .register('d', by(officer('x'), 'old'), { at: day(0) })
    .dissolve('old', day(3), ['new']);
  const dissolution = merged.events.find(({ type }) => type === 'unit.dissolved');
  const opened = await openViews(merged, day(10));
  const found = await opened.views.queries.trail('dung', { line: 'head' });
  const unit = await opened.views.queries.unit('old', { at: day(4) });
  await opened.close();
  expect(found?.items).toMatchObject([
    {
      beganAt: day(0),
      endedAt: day(3),
      endedBy: 'unit.dissolved',
      outcome: 'left-office',
      workingMs: 3 * workingDayMs,
    },
  ]);
  expect(found?.items[0]?.endedPosition).toBe(String(dissolution?.position));
  expect(found?.officer.appointments).toMatchObject([{ validTo: day(3) }]);
  expect(unit?.head).toBeNull();
});
