import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.ts';
import type { DirectiveDetail, DirectiveSummary } from '#contracts/task-views.ts';
import type { Page, Receipt } from '#contracts/views.ts';
import { assignment, establishTaskOffice, product, type Name, type TaskOffice } from './task-office.ts';
import { runApi, type Answer, type RunningApi } from './running-api.ts';

const clock = { time: '2025-07-01T03:00:00.000Z', now: (): string => clock.time };

let api: RunningApi;
let office: TaskOffice;

beforeAll(async () => {
  api = await runApi({ clock });
  office = await establishTaskOffice(api);
});
afterAll(() => api.stop());

const issue = (directiveId: string, changes: object = {}): Promise<Answer<Receipt & Problem>> =>
  office['chu-tich'].post('/v1/directives', {
    directiveId,
    occurredAt: '2025-07-01T08:00:00+07:00',
    issuer: 'ubnd',
    document: { number: null, symbol: 'UBND-KTTH', issuedOn: null, title: 'Về giải quyết kiến nghị' },
    duty: 'Giải quyết dứt điểm các kiến nghị',
    recipients: [
      { unit: 'sxd', role: 'execute' },
      { unit: 'stc', role: 'know' },
      { unit: 'vp', role: 'report' },
    ],
    ...changes,
  });
const act = (who: Name, path: string, body: object): Promise<Answer<Receipt & Problem>> =>
  office[who].post(`/v1/${path}`, body);
const directive = async (id: string): Promise<DirectiveDetail> => {
  await api.letTimePass();
  const { status, body } = await office['chanh-vp'].get<DirectiveDetail>(`/v1/directives/${id}`);
  expect(status).toBe(200);
  return body;
};
const linked = { ...assignment, coordinators: [] };

it('R77 gives a duty only to those who receive it to execute, and shows who confirmed it late', async () => {
  expect(await issue('vb-77')).toMatchObject({ status: 201, body: { id: 'vb-77', revision: 0 } });
  expect(
    await act('chu-tich', 'tasks', {
      ...linked,
      taskId: 'nv-stc',
      directiveId: 'vb-77',
      lead: 'stc',
      responsible: { kind: 'officer', id: 'giam-doc-tc' },
    }),
  ).toMatchObject({ status: 422, body: { code: 'task.lead-without-duty' } });
  expect(await act('van-thu', 'directives/vb-77/confirm-receipt', { arrivalNumber: '456' })).toMatchObject({
    status: 200,
  });
  clock.time = '2025-07-03T03:00:00.000Z';
  const late = { arrivalNumber: '91', receivedAt: '2025-07-01T15:00:00+07:00' };
  expect(await act('giam-doc-tc', 'directives/vb-77/confirm-receipt', late)).toMatchObject({ status: 200 });
  expect(await act('truong-phong', 'directives/vb-77/confirm-receipt', late)).toMatchObject({
    status: 403,
    body: { code: 'case.not-yours' },
  });
  expect((await directive('vb-77')).recipients).toMatchObject([
    { unit: { id: 'sxd' }, role: 'execute', confirmedLate: false, coverage: 'no-task' },
    { unit: { id: 'stc' }, role: 'know', confirmedLate: true, coverage: 'no-duty', tasks: [] },
    { unit: { id: 'vp' }, role: 'report', confirmedAt: null, coverage: 'no-duty', tasks: [] },
  ]);
  expect(await issue('vb-nobody', { recipients: [{ unit: 'stc', role: 'know' }] })).toMatchObject({
    status: 422,
    body: { code: 'directive.without-executor' },
  });
});

it('R28 follows a directive to its tasks and to what became of them', async () => {
  clock.time = '2025-07-01T03:00:00.000Z';
  await issue('vb-28', {
    recipients: [
      { unit: 'sxd', role: 'execute' },
      { unit: 'stc', role: 'execute' },
    ],
  });
  expect(await act('chu-tich', 'tasks', { ...linked, taskId: 'nv-28', directiveId: 'vb-28' })).toMatchObject({
    status: 201,
  });
  expect(await act('chu-tich', 'tasks', { ...linked, directiveId: 'vb-none' })).toMatchObject({
    status: 404,
    body: { code: 'case.unknown' },
  });
  const coverage = async (): Promise<unknown> =>
    (await directive('vb-28')).recipients.map(({ unit, coverage: what }) => [unit.id, what]);
  expect(await coverage()).toEqual([
    ['sxd', 'open'],
    ['stc', 'no-task'],
  ]);
  expect(await directive('vb-28')).toMatchObject({ executors: 2, executorsWithTask: 1 });
  clock.time = '2025-07-16T03:00:00.000Z';
  expect(await coverage()).toContainEqual(['sxd', 'overdue']);
  await act('chuyen-vien', 'tasks/nv-28/submit-product', { product });
  await act('chu-tich', 'tasks/nv-28/accept-product', {});
  expect(await coverage()).toContainEqual(['sxd', 'done-late']);
});

it('R76 remembers how often the same duty had to be laid down again', async () => {
  clock.time = '2025-07-20T03:00:00.000Z';
  await issue('cv-2206');
  await issue('cv-2369', { reissueOf: 'cv-2206', occurredAt: '2025-07-05T08:00:00+07:00' });
  await issue('cv-3239', { reissueOf: 'cv-2369', occurredAt: '2025-07-10T08:00:00+07:00' });
  expect(await issue('cv-x', { reissueOf: 'cv-none' })).toMatchObject({ status: 404 });
  expect(await directive('cv-3239')).toMatchObject({
    timesReissued: 2,
    sameDuty: [{ directiveId: 'cv-2206' }, { directiveId: 'cv-2369' }, { directiveId: 'cv-3239' }],
  });
  const { body } = await office['chanh-vp'].get<Page<DirectiveSummary>>('/v1/directives?reissued=true&executor=sxd');
  expect(body.items.map(({ directiveId, timesReissued }) => [directiveId, timesReissued])).toEqual([
    ['cv-3239', 2],
    ['cv-2369', 1],
  ]);
});
