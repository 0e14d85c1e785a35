import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClockHealth } from '#contracts/clock-views.ts';
import type { AddresseeView, ConsultationDetail } from '#contracts/consultation-views.ts';
import type { TaskDetail } from '#contracts/task-views.ts';
import { administrator } from './office.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { assignment, dueAt, establishTaskOffice, type Name, type TaskOffice } from './task-office.ts';

/*
 * Nobody calls the clock here: it runs beside the API as in the product. The test moves the time; whatever
 * happens in the province next lets the clock notice.
 */
const begin = '2025-07-01T01:00:00.000Z';
const clock = { time: begin, now: (): string => clock.time };

let api: RunningApi;
let office: TaskOffice;

const sent = async (who: Name, path: string, body: object): Promise<void> => {
  const { status, body: answer } = await office[who].post<unknown>(path, body);
  expect({ path, answer, status: Math.floor(status / 100) }).toMatchObject({ status: 2 });
};
const administer = async (path: string, body: object): Promise<void> => {
  const answer = await (await api.as(administrator)).post<unknown>(path, body);
  expect({ path, ...answer }).toMatchObject({ path, status: 201 });
};

beforeAll(async () => {
  api = await runApi({ clock }, { clockRuns: true });
  office = await establishTaskOffice(api);
  await administer('/v1/rulebook/versions', {});
  await administer('/v1/rulebook/bindings', {
    instrumentId: 'an-lao-2023',
    unitId: 'stc',
    withSubordinates: false,
    from: '2024-01-01T00:00:00+07:00',
  });
});
afterAll(() => api.stop());
beforeEach(() => {
  clock.time = begin;
});

let others = 0;
/** It is so late, and something else happens. */
const itIs = async (moment: string): Promise<void> => {
  clock.time = new Date(moment).toISOString();
  others += 1;
  const elsewhere = { kind: 'officer', id: 'giam-doc-tc' };
  const changes = { occurredAt: clock.time, lead: 'stc', coordinators: [], responsible: elsewhere };
  await sent('chu-tich', '/v1/tasks', { ...assignment, ...changes, taskId: `khac-${String(others)}` });
};
/** What the question answers as soon as it is as expected; the test's own time limit ends the asking. */
const eventually = async <T>(path: string, expected: (answer: T) => boolean): Promise<T> => {
  for (;;) {
    const { body } = await office['chanh-vp'].get<T>(path);
    if (expected(body)) return body;
  }
};
const consultation = (id: string, expected: (stc: AddresseeView) => boolean): Promise<ConsultationDetail> =>
  eventually<ConsultationDetail>(
    `/v1/consultations/${id}`,
    ({ addressees: [stc] }) => stc !== undefined && expected(stc),
  );
const task = (id: string, expected: (found: TaskDetail) => boolean): Promise<TaskDetail> =>
  eventually<TaskDetail>(`/v1/tasks/${id}`, expected);

const signature = (id: string) => ({
  drafter: { kind: 'officer', id },
  signer: { kind: 'officer', id },
  capacity: 'own',
});
/** Asked on Tuesday 1 July 2025, to be answered by the end of Tuesday 8 July. */
const ask = async (consultationId: string): Promise<void> => {
  await sent('giam-doc', '/v1/consultations', {
    consultationId,
    occurredAt: begin,
    requester: 'sxd',
    subject: 'Dự thảo quy hoạch chi tiết',
    questions: [{ questionId: 'c1', text: 'Nguồn vốn có bảo đảm không?' }],
    addressees: [{ unit: 'stc', relevance: 'Quản lý ngân sách' }],
    term: { kind: 'working-days', days: 5 },
    signature: signature('giam-doc'),
  });
  await sent('giam-doc-tc', `/v1/consultations/${consultationId}/confirm-delivery`, {
    unit: 'stc',
    occurredAt: begin,
    arrivalNumber: '1204',
    registeredAt: begin,
  });
};
const answerDue = '2025-07-08T16:59:59.999Z';

describe('while the product runs', () => {
  it('R15 reminds a body of its deadline the working day before, on the day and the working day after, each once', async () => {
    await ask('yk-15');
    await itIs('2025-07-07T08:00:00+07:00');
    await consultation('yk-15', ({ reminders }) => reminders.length === 1);
    await itIs('2025-07-08T08:00:00+07:00');
    await consultation('yk-15', ({ reminders }) => reminders.length === 2);
    await itIs('2025-07-09T08:00:00+07:00');
    const { addressees } = await consultation('yk-15', ({ reminders }) => reminders.length === 3);
    expect(addressees[0]?.reminders).toEqual([
      { at: '2025-07-06T17:00:00.000Z', kind: 'before', text: null },
      { at: '2025-07-07T17:00:00.000Z', kind: 'due', text: null },
      { at: '2025-07-08T17:00:00.000Z', kind: 'after', text: null },
    ]);
  });

  it('R17 deems consent at the end of the last day, by rule and calendar, as of the moment it fell due', async () => {
    await ask('yk-17');
    await itIs('2025-07-08T23:00:00+07:00');
    expect(await consultation('yk-17', ({ reminders }) => reminders.length === 2)).toMatchObject({
      addressees: [{ status: 'waiting', deemed: null }],
    });
    await itIs('2025-07-09T00:00:00+07:00');
    const found = await consultation('yk-17', ({ status }) => status === 'consent-deemed');
    expect(found.addressees[0]).toMatchObject({
      outcome: 'đồng ý do hết hạn',
      passedDeadlines: [{ dueAt: answerDue, duty: 'owed' }],
      deemed: {
        dueAt: answerDue,
        rule: { obligation: 'R17', instrument: 'an-lao-2023' },
        calendar: { version: 0 },
        head: { id: 'giam-doc-tc' },
      },
    });
    const written = found.history.filter(({ type }) => /deadline-passed|consent-deemed/.test(type));
    expect(written.map(({ type, occurredAt, actor, capacity }) => [type, occurredAt, actor.id, capacity])).toEqual([
      ['consultation.deadline-passed', answerDue, 'deadline-clock', 'system'],
      ['consultation.consent-deemed', answerDue, 'deadline-clock', 'system'],
    ]);
  });

  it('R17 comes back after a week as if it had never been away: each event once, in order, as of its moment', async () => {
    await ask('yk-17-tuan');
    await itIs('2025-07-15T09:00:00+07:00');
    const found = await consultation('yk-17-tuan', ({ reminders }) => reminders.length === 3);
    const ofClock = found.history.filter(({ actor }) => actor.id === 'deadline-clock');
    expect(ofClock.map(({ type, occurredAt, recordedAt }) => [type, occurredAt, recordedAt])).toEqual([
      ['consultation.reminded', '2025-07-06T17:00:00.000Z', clock.time],
      ['consultation.reminded', '2025-07-07T17:00:00.000Z', clock.time],
      ['consultation.deadline-passed', answerDue, clock.time],
      ['consultation.consent-deemed', answerDue, clock.time],
      ['consultation.reminded', '2025-07-08T17:00:00.000Z', clock.time],
    ]);
  });

  it('R26 passes the original deadline of a task, and finds a promised milestone kept or broken, at their moments', async () => {
    await sent('chu-tich', '/v1/tasks', { ...assignment, taskId: 'nv-qua-han' });
    await sent('chu-tich', '/v1/tasks', { ...assignment, taskId: 'nv-hua' });
    clock.time = '2025-07-10T02:00:00.000Z';
    const milestone = '2025-07-25T16:59:59.999Z';
    await sent('giam-doc', '/v1/tasks/nv-hua/request-extension', { reason: 'Chưa có số liệu đo đạc', milestone });
    await sent('chu-tich', '/v1/tasks/nv-hua/grant-extension', {});
    await itIs('2025-07-16T09:00:00+07:00');
    const overdue = await task('nv-qua-han', ({ deadlines: [first] }) => first?.passed === true);
    expect(overdue).toMatchObject({
      originalDueAt: dueAt,
      dueAt,
      overdue: true,
      deadlines: [{ dueAt, ground: 'assigned' }],
    });
    await itIs('2025-07-26T09:00:00+07:00');
    const promised = await task('nv-hua', ({ commitments: [first] }) => first?.state === 'broken');
    expect(promised).toMatchObject({
      originalDueAt: dueAt,
      commitments: [{ state: 'broken', milestone, endedAt: milestone }],
      deadlines: [
        { ground: 'assigned', dueAt, passed: false },
        { ground: 'extension', passed: true },
      ],
    });
  });

  it('R17 needs nobody to wake it: at the due moment it is there by itself', async () => {
    await ask('yk-tu-chay');
    await itIs('2025-07-08T08:00:00+07:00');
    await consultation('yk-tu-chay', ({ reminders }) => reminders.length === 2);
    const [still, since] = [clock.now, Date.now()];
    clock.now = () => new Date(Date.parse(answerDue) - 2_000 + Date.now() - since).toISOString();
    await sent('giam-doc', '/v1/consultations/yk-tu-chay/remind', { unit: 'stc', text: 'Sắp hết hạn' });
    const found = await consultation('yk-tu-chay', ({ status }) => status !== 'waiting');
    clock.now = still;
    expect(found.addressees[0]).toMatchObject({ status: 'consent-deemed', deemed: { dueAt: answerDue } });
  });

  it('R17 R26 moves what runs when a swap is announced in time, and keeps the former deadline explainable', async () => {
    await ask('yk-hoan-doi');
    await sent('chu-tich', '/v1/tasks', { ...assignment, taskId: 'nv-hoan-doi' });
    clock.time = '2025-07-03T02:00:00.000Z';
    await administer('/v1/calendars/vn/versions', {
      version: 1,
      announcedAt: '2025-07-03T08:00:00+07:00',
      units: [],
      weekdays: [1, 2, 3, 4, 5],
      officeHours: [
        { from: '07:30', to: '11:30' },
        { from: '13:30', to: '17:30' },
      ],
      knownFrom: '2025-01-01',
      knownTo: '2025-12-31',
      days: [{ day: '2025-07-07', off: true, name: 'Nghỉ bù', certainty: 'V' }],
      source: 'Công văn hoán đổi ngày làm việc',
    });
    const found = await consultation('yk-hoan-doi', ({ reschedulings }) => reschedulings.length > 0);
    expect(found.addressees[0]).toMatchObject({
      dueAt: '2025-07-09T16:59:59.999Z',
      reschedulings: [
        {
          at: clock.time,
          formerDueAt: answerDue,
          formerCalendar: { version: 0 },
          calendar: { calendar: 'vn', version: 1 },
        },
      ],
    });
    const moved = await task('nv-hoan-doi', ({ deadlines }) => deadlines.length === 2);
    expect(moved).toMatchObject({ originalDueAt: dueAt, dueAt: '2025-07-16T16:59:59.999Z' });
    await itIs('2025-07-09T08:00:00+07:00');
    const later = await consultation('yk-hoan-doi', ({ reminders }) => reminders.length === 2);
    expect(later.addressees[0]).toMatchObject({ status: 'waiting', passedDeadlines: [] });
  });

  it('shows in its health that nothing due is left', async () => {
    type Ready = { readonly clock: ClockHealth };
    const { clock: health } = await eventually<Ready>('/health/ready', (ready) => ready.clock.due === 0);
    expect(health).toMatchObject({ lastRunAt: expect.any(String), failing: [] });
    const { body: metrics } = await office['chanh-vp'].get<string>('/metrics');
    expect(metrics).toMatch(/ledger_deadline_clock_failing 0\n/);
    expect(metrics).toMatch(/ledger_deadline_clock_last_run_seconds 1\.?\d+/);
  });
});
