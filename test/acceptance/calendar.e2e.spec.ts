import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarSummary, CalendarView, DueView } from '#contracts/calendar-views.ts';
import type { Problem } from '#contracts/problem.ts';
import type { Trail } from '#contracts/views.ts';
import { administrator, clerk, establishOffice, expert, reader, units } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

/** The ledger's clock, moved by the tests. */
let now = '2024-04-10T02:00:00.000Z';
let api: RunningApi;
let admin: Caller;
let asking: Caller;

beforeAll(async () => {
  api = await runApi({ clock: { now: () => now } });
  await establishOffice(api);
  admin = await api.as(administrator);
  asking = await api.as(reader);
});
afterAll(() => api.stop());

const day = (text: string, off: boolean, name: string, swappedWith: string | null = null) => ({
  day: text,
  off,
  name,
  certainty: 'V',
  swappedWith,
});
const holidays = [day('2024-04-30', true, 'Ngày Chiến thắng'), day('2024-05-01', true, 'Quốc tế Lao động')];
const swap = [day('2024-04-29', true, 'Hoán đổi', '2024-05-04'), day('2024-05-04', false, 'Hoán đổi', '2024-04-29')];
const calendar = (version: number, changes: object = {}) => ({
  version,
  announcedAt: '2023-11-23T00:00:00+07:00',
  units: [],
  weekdays: [1, 2, 3, 4, 5],
  officeHours: [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:30' },
  ],
  knownFrom: '2024-01-01',
  knownTo: '2024-12-31',
  days: holidays,
  source: 'Thông báo nghỉ lễ năm 2024',
  ...changes,
});
const withSwap = calendar(2, {
  announcedAt: '2024-04-12T00:00:00+07:00',
  days: [...holidays, ...swap],
  source: 'Công văn 2450/VPCP-KGVX ngày 12/4/2024',
});

const due = async (question: Record<string, string>): Promise<DueView> => {
  const { status, body } = await asking.get<DueView>(`/v1/calendars/due?${new URLSearchParams(question).toString()}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
};
/** Five working days for an opinion asked for on Tuesday 23 April 2024. */
const opinion = { unit: units.department, from: '2024-04-23T09:00:00+07:00', term: 'working-days', count: '5' };

describe('a swap that is announced late', () => {
  let before: DueView;

  it('R15 R23 finds terms computed on the calendar as it was known', async () => {
    const published = await admin.post('/v1/calendars/vn/versions', calendar(1));
    expect({ status: published.status, body: published.body }).toMatchObject({ status: 201, body: { revision: 0 } });
    before = await due(opinion);
    // 24, 25, 26 April, Monday 29 April, then Thursday 2 May.
    expect(before).toMatchObject({
      dueAt: '2024-05-02T16:59:59.999Z',
      calendar: { calendar: 'vn', version: 1 },
      certainty: 'V',
    });
  });

  it('R23 makes a new version; terms computed from then on end later', async () => {
    now = '2024-04-12T02:00:00.000Z';
    const published = await admin.post('/v1/calendars/vn/versions', withSwap);
    expect({ status: published.status, body: published.body }).toMatchObject({ status: 201, body: { revision: 1 } });
    const after = await due(opinion);
    expect(after).toMatchObject({
      dueAt: '2024-05-03T16:59:59.999Z',
      calendar: { calendar: 'vn', version: 2 },
      source: 'Công văn 2450/VPCP-KGVX ngày 12/4/2024',
    });
    expect(after.days.find((each) => each.day === '2024-04-29')).toEqual({
      day: '2024-04-29',
      working: false,
      name: 'Hoán đổi',
      certainty: 'V',
      swappedWith: '2024-05-04',
    });
  });

  it('R15 R23 leaves what was computed before explainable: by what was known then, and by the version cited', async () => {
    const { dueAt, calendar: cited, days } = await due({ ...opinion, knownAt: '2024-04-11T23:59:59+07:00' });
    expect({ dueAt, cited, days }).toEqual({ dueAt: before.dueAt, cited: before.calendar, days: before.days });
    const { body } = await asking.get<CalendarView>(`/v1/calendars/vn?version=${String(before.calendar.version)}`);
    expect(body).toMatchObject({ version: 1, days: holidays, source: 'Thông báo nghỉ lễ năm 2024' });
  });

  it('R23 has people work the Saturday: a term of one day from Friday 3 May ends on it', async () => {
    const friday = { ...opinion, from: '2024-05-03T16:00:00+07:00', count: '1' };
    expect((await due(friday)).dueAt).toBe('2024-05-04T16:59:59.999Z');
  });
});

describe('terms', () => {
  it('R15 "before the 10th" is the 9th to its end, rolling over only where the rule says so', async () => {
    const question = { from: '2024-11-01T09:00:00+07:00', term: 'before-day', day: '2024-11-10' };
    expect((await due(question)).dueAt).toBe('2024-11-09T16:59:59.999Z');
    expect((await due({ ...question, rollOver: 'true' })).dueAt).toBe('2024-11-11T16:59:59.999Z');
    expect((await due({ ...question, term: 'day' })).dueAt).toBe('2024-11-10T16:59:59.999Z');
  });

  it('R15 hours run in office hours alone: four from 16:30 end at 10:30 of the next working day', async () => {
    const hours = { from: '2024-06-07T16:30:00+07:00', term: 'working-hours', count: '4' };
    expect((await due(hours)).dueAt).toBe('2024-06-10T03:30:00.000Z');
  });

  it('R23 says that it is not sure where the calendar knows no year', async () => {
    const question = { from: '2025-06-02T09:00:00+07:00', term: 'working-days', count: '1' };
    expect(await due(question)).toMatchObject({ certainty: null, dueAt: '2025-06-03T16:59:59.999Z' });
  });

  it.each([
    ['', ['from', 'term']],
    ['from=2024-01-02T00:00:00Z&term=working-days', ['count']],
    ['from=2024-01-02T00:00:00Z&term=day&count=3', ['day']],
    ['from=2024-01-02T00:00:00Z&term=day&day=2024-02-30', ['day']],
    ['from=2024-01-02T00:00:00Z&term=day&day=2024-02-28&count=3', ['count']],
    ['from=9999-12-30T00:00:00Z&term=working-days&count=9', ['from']],
  ])('a question asked wrongly (%s) is refused with its faults', async (query, paths) => {
    const { status, body } = await asking.get<Problem>(`/v1/calendars/due?${query}`);
    expect({ status, paths: body.faults?.map(({ path }) => path) }).toEqual({ status: 422, paths });
  });
});

describe('calendars', () => {
  it('R23 of a territory count for its units and those under them, others keep the common one', async () => {
    const own = calendar(1, { units: [units.department], weekdays: [1, 2, 3, 4, 5, 6], days: [] });
    expect((await admin.post('/v1/calendars/so-noi-vu/versions', own)).status).toBe(201);
    const friday = { from: '2024-06-07T09:00:00+07:00', term: 'working-days', count: '1' };
    expect(await due({ ...friday, unit: units.department })).toMatchObject({
      calendar: { calendar: 'so-noi-vu', version: 1 },
      dueAt: '2024-06-08T16:59:59.999Z',
    });
    expect(await due({ ...friday, unit: units.desk })).toMatchObject({
      calendar: { calendar: 'vn', version: 2 },
      dueAt: '2024-06-10T16:59:59.999Z',
    });
    const { body } = await asking.get<readonly CalendarSummary[]>('/v1/calendars');
    expect(body.map(({ calendar: id, version }) => [id, version])).toEqual([
      ['vn', 2],
      ['so-noi-vu', 1],
    ]);
  });

  it('R23 are published by administrators alone, the same once, nothing else under its number', async () => {
    const anybody = await api.as(expert);
    expect((await anybody.post('/v1/calendars/vn/versions', calendar(3))).status).toBe(403);
    const again = await admin.post('/v1/calendars/vn/versions', withSwap);
    expect({ status: again.status, revision: again.body.revision }).toEqual({ status: 201, revision: 1 });
    expect((await asking.get<CalendarView>('/v1/calendars/vn')).body.version).toBe(2);
  });

  it.each([
    [409, 'calendar.version-published', { ...withSwap, source: 'khác' }],
    [409, 'calendar.version-not-next', calendar(4)],
    [422, 'calendar.announced-in-future', calendar(3, { announcedAt: '2024-04-12T02:00:00.001Z' })],
    [422, 'calendar.announced-before-last', calendar(3, { announcedAt: '2024-04-11T00:00:00Z' })],
    [422, 'calendar.day-not-exceptional', { ...withSwap, version: 3, days: [day('2024-05-05', true, 'Chủ nhật')] }],
    [422, 'calendar.swap-one-sided', { ...withSwap, version: 3, days: swap.slice(0, 1) }],
    [422, 'calendar.hours-missing', { ...withSwap, version: 3, officeHours: [] }],
    [422, 'calendar.value-malformed', { ...withSwap, version: 3, officeHours: [{ from: '8h', to: '11h' }] }],
    [422, 'unit.unknown', { ...withSwap, version: 3, units: ['xa-la'] }],
  ])('R23 are refused with %i %s', async (status, code, body) => {
    const answer = await admin.post<Problem>('/v1/calendars/vn/versions', body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  it('that do not exist are not found', async () => {
    for (const path of ['/v1/calendars/none', '/v1/calendars/vn?version=9']) {
      expect((await asking.get(path)).status).toBe(404);
    }
  });
});

describe('time held', () => {
  it('R23 is office time on the common calendar: from Friday 26 April 16:30 to Thursday 2 May 08:30 two hours', async () => {
    now = '2024-05-02T02:00:00.000Z';
    const desk = await api.as(clerk);
    const registered = await desk.post('/v1/dossiers', {
      dossierId: 'HS-LICH',
      occurredAt: '2024-04-26T16:30:00+07:00',
      issuer: 'UBND xã An Lạc',
      subject: 'Đề nghị cấp phép xây dựng',
      dossierType: 'construction-permit',
      urgency: 'normal',
      secrecy: 'none',
      holder: { party: { kind: 'officer', id: clerk.sub }, unit: units.desk },
      receivedAt: '2024-04-26T16:30:00+07:00',
    });
    expect({ status: registered.status, body: registered.body }).toMatchObject({ status: 201 });
    const handedOff = await desk.post('/v1/dossiers/HS-LICH/hand-off', {
      occurredAt: '2024-05-02T08:30:00+07:00',
      to: { party: { kind: 'officer', id: expert.sub }, unit: units.department },
      reason: 'Chuyển xử lý theo chức năng',
      basis: { text: 'Quy chế làm việc' },
    });
    expect({ status: handedOff.status, body: handedOff.body }).toMatchObject({ status: 200 });
    const { body } = await desk.get<Trail>(`/v1/officers/${clerk.sub}/trail`, {
      headers: { 'wait-for-position': handedOff.body.position },
    });
    expect(body.items).toMatchObject([{ dossierId: 'HS-LICH', workingMs: 2 * 3_600_000 }]);
  });
});
