import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.ts';
import type { CommitmentView, OverdueAgeing, Programme, TaskDetail, TaskSummary } from '#contracts/task-views.ts';
import type { Page, Receipt } from '#contracts/views.ts';
import { assignment, dueAt, establishTaskOffice, product, type Name, type TaskOffice } from './task-office.ts';
import { runApi, type Answer, type RunningApi } from './running-api.ts';

const begin = '2025-07-01T01:00:00.000Z';
/** The ledger's clock, moved by the tests. */
const clock = { time: begin, now: (): string => clock.time };

let api: RunningApi;
let office: TaskOffice;

beforeAll(async () => {
  api = await runApi({ clock });
  office = await establishTaskOffice(api);
});
afterAll(() => api.stop());
beforeEach(() => {
  clock.time = begin;
});

/** It is so late, and everything that fell due by then is recorded. */
const itIs = async (moment: string): Promise<void> => {
  clock.time = new Date(moment).toISOString();
  await api.letTimePass();
};
const act = (who: Name, path: string, body: object = {}): Promise<Answer<Receipt & Problem>> =>
  office[who].post<Receipt & Problem>(`/v1/tasks${path}`, body);
const done = async (who: Name, path: string, body: object = {}): Promise<void> => {
  const { status, body: answer } = await act(who, path, body);
  expect({ path, status, answer }).toMatchObject({ path, status: path === '' ? 201 : 200 });
};
const assign = (taskId: string, changes: object = {}): Promise<void> =>
  done('chu-tich', '', { taskId, ...assignment, ...changes });
const ask = async <T>(path: string): Promise<T> => {
  await api.letTimePass();
  const { status, body } = await office['chanh-vp'].get<T>(`/v1/${path}`);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body;
};
const task = (id: string): Promise<TaskDetail> => ask<TaskDetail>(`tasks/${id}`);
const idsOf = async (query: string): Promise<readonly string[]> =>
  (await ask<Page<TaskSummary>>(`tasks?${query}`)).items.map(({ taskId }) => taskId);

describe('assigning', () => {
  it('R33 names one responsible person of the lead, and refuses whoever is none or serves elsewhere', async () => {
    await assign('nv-33');
    expect(await task('nv-33')).toMatchObject({
      lead: { id: 'sxd' },
      responsible: { kind: 'officer', id: 'chuyen-vien' },
      assigned: { by: { id: 'chu-tich' }, unit: { id: 'ubnd' }, capacity: 'own' },
      originalDueAt: dueAt,
      dueAt,
      deadlines: [{ ground: 'assigned', passed: false, calendar: { calendar: 'vn', version: 0 } }],
    });
    const refused = async (changes: object): Promise<unknown> =>
      (await act('chu-tich', '', { ...assignment, ...changes })).body.code;
    expect(await refused({ responsible: { kind: 'officer', id: 'giam-doc-tc' } })).toBe('task.responsible-not-in-lead');
    expect(await refused({ responsible: { kind: 'unknown' } })).toBe('task.responsible-not-a-person');
    expect(await idsOf('responsible=chuyen-vien&lead=sxd')).toContain('nv-33');
  });

  it('R28 is for those who lead a body above the lead, or the office of one', async () => {
    const refusal = async (who: Name, changes: object): Promise<unknown> => {
      const { status, body } = await act(who, '', { ...assignment, ...changes });
      return [status, body.code];
    };
    expect(await refusal('giam-doc-tc', { assigner: 'stc' })).toEqual([403, 'task.assigner-not-above']);
    expect(await refusal('chuyen-vien', {})).toEqual([403, 'case.not-yours']);
    expect(await refusal('chuyen-vien', { assigner: 'sxd', lead: 'sxd-qh' })).toEqual([403, 'task.not-leader']);
    await done('chanh-vp', '', { taskId: 'nv-28', ...assignment, assigner: 'vp' });
  });
});

describe('the deadline', () => {
  it('R23 R29 passes by itself, ages in working days, and is seen by body', async () => {
    await assign('nv-23');
    await assign('nv-23-tc', { lead: 'stc', coordinators: [], responsible: { kind: 'officer', id: 'giam-doc-tc' } });
    await itIs('2025-07-15T16:00:00+07:00');
    expect(await task('nv-23')).toMatchObject({ overdue: false, deadlines: [{ passed: false }] });
    await itIs('2025-07-16T00:00:00+07:00');
    expect(await task('nv-23')).toMatchObject({ overdue: true, deadlines: [{ passed: true }] });
    const before = await ask<OverdueAgeing>('tasks/overdue?unit=stc');
    expect(before.tasks).toMatchObject([{ unit: { id: 'stc' }, overdue: 1, upTo5: 1, upTo10: 0 }]);
    await itIs('2025-07-23T09:00:00+07:00');
    expect((await ask<OverdueAgeing>('tasks/overdue?unit=stc')).tasks).toMatchObject([{ upTo5: 0, upTo10: 1 }]);
    await itIs('2025-09-30T09:00:00+07:00');
    expect((await ask<OverdueAgeing>('tasks/overdue?unit=stc')).tasks).toMatchObject([
      { open: 1, overdue: 1, upTo30: 0, over30: 1 },
    ]);
    expect(await idsOf('overdue=true&lead=stc')).toEqual(['nv-23-tc']);
    // Nothing is recorded twice, whoever looks how often.
    await api.letTimePass();
    expect((await task('nv-23')).reminders.map(({ kind }) => kind)).toEqual(['before', 'due', 'after']);
  });

  it('R23 shows the backlog of dossiers in the same buckets, by who holds them', async () => {
    const { status } = await office['van-thu'].post('/v1/dossiers', {
      dossierId: 'hs-23',
      issuer: 'UBND xã',
      number: '1',
      symbol: 'TTr',
      subject: 'Đề nghị thẩm định',
      dossierType: 'planning',
      urgency: 'normal',
      secrecy: 'none',
      receivedAt: '2025-07-01T08:00:00+07:00',
      deadline: '2025-07-04T17:00:00+07:00',
      occurredAt: '2025-07-01T08:00:00+07:00',
      holder: { party: { kind: 'officer', id: 'van-thu' }, unit: 'sxd' },
    });
    expect(status).toBe(201);
    clock.time = '2025-07-15T02:00:00.000Z';
    const { dossiers } = await ask<OverdueAgeing>('tasks/overdue?unit=sxd');
    expect(dossiers).toMatchObject([{ unit: { id: 'sxd' }, open: 1, overdue: 1, upTo5: 0, upTo10: 1, over30: 0 }]);
  });

  it('R25 R29 keeps every reminder: by the clock, by the office that chases, and by the lead’s own head', async () => {
    await assign('nv-25');
    await done('giam-doc', '/nv-25/accept');
    clock.time = '2025-07-10T02:00:00.000Z';
    await done('giam-doc', '/nv-25/remind', { text: 'Báo cáo tôi trước ngày 14' });
    await done('chanh-vp', '/nv-25/remind', { text: 'Khẩn trương' });
    expect((await act('giam-doc-tc', '/nv-25/remind')).body.code).toBe('case.not-yours');
    await done('chuyen-vien', '/nv-25/report-progress', {
      percent: 60,
      statement: 'Đã rà soát 18/30',
      obstacles: 'Chờ số liệu',
    });
    await itIs('2025-07-17T09:00:00+07:00');
    const found = await task('nv-25');
    expect(found).toMatchObject({ percent: 60, progress: [{ by: { id: 'chuyen-vien' }, obstacles: 'Chờ số liệu' }] });
    expect(found.reminders.map(({ kind, by, byHeadOfLead }) => [kind, by.id, byHeadOfLead])).toEqual([
      ['manual', 'giam-doc', true],
      ['manual', 'chanh-vp', false],
      ['before', 'deadline-clock', false],
      ['due', 'deadline-clock', false],
      ['after', 'deadline-clock', false],
    ]);
  });
});

describe('an extension', () => {
  const request = { reason: 'Chưa có số liệu đo đạc', milestone: '2025-07-25T17:00:00+07:00' };

  it('R26 is refused without reason or milestone, naming what is missing, and after the deadline', async () => {
    await assign('nv-26a');
    clock.time = '2025-07-10T02:00:00.000Z';
    const without = async (field: 'reason' | 'milestone'): Promise<string> => {
      const { status, body: problem } = await act('giam-doc', '/nv-26a/request-extension', {
        ...request,
        [field]: null,
      });
      expect({ status, code: problem.code }).toEqual({ status: 422, code: 'task.request-incomplete' });
      return JSON.stringify(problem);
    };
    expect(await without('milestone')).toMatch(/còn thiếu: milestone/);
    expect(await without('reason')).toMatch(/còn thiếu: reason/);
    expect((await act('chuyen-vien', '/nv-26a/request-extension', request)).body.code).toBe('task.not-leader');
    await itIs('2025-07-16T09:00:00+07:00');
    expect(await act('giam-doc', '/nv-26a/request-extension', request)).toMatchObject({
      status: 422,
      body: { code: 'task.deadline-over' },
    });
    expect(await task('nv-26a')).toMatchObject({ requests: [], deadlines: [{ passed: true }] });
  });

  it('R26 leaves the original deadline in sight, and its promise is kept', async () => {
    await assign('nv-26b');
    clock.time = '2025-07-10T02:00:00.000Z';
    await done('giam-doc', '/nv-26b/request-extension', request);
    expect(await idsOf('waitingFor=extension')).toEqual(['nv-26b']);
    expect((await act('giam-doc', '/nv-26b/grant-extension')).body.code).toBe('case.not-yours');
    clock.time = '2025-07-11T02:00:00.000Z';
    await done('chu-tich', '/nv-26b/grant-extension', { note: 'Đồng ý' });
    expect(await task('nv-26b')).toMatchObject({
      originalDueAt: dueAt,
      dueAt: '2025-07-25T16:59:59.999Z',
      extensions: 1,
      deadlines: [
        { dueAt, until: '2025-07-11T02:00:00.000Z' },
        { ground: 'extension', until: null },
      ],
      requests: [{ outcome: 'granted', reason: request.reason, settled: { by: { id: 'chu-tich' } } }],
      commitments: [{ state: 'open', madeBy: { id: 'giam-doc' }, milestone: '2025-07-25T16:59:59.999Z' }],
    });
    await itIs('2025-07-24T09:00:00+07:00');
    await done('chuyen-vien', '/nv-26b/submit-product', { product });
    await itIs('2025-08-04T09:00:00+07:00');
    await done('chu-tich', '/nv-26b/accept-product');
    expect(await task('nv-26b')).toMatchObject({
      status: 'done',
      late: false,
      lateAgainstOriginal: true,
      commitments: [{ state: 'met' }],
      deadlines: [{ passed: false }, { passed: false }],
    });
  });

  it('R26 counts a promise as broken once its milestone ends without the product', async () => {
    await assign('nv-26c');
    clock.time = '2025-07-10T02:00:00.000Z';
    await done('giam-doc', '/nv-26c/request-extension', request);
    await done('chu-tich', '/nv-26c/grant-extension');
    await itIs('2025-07-28T09:00:00+07:00');
    await itIs('2025-07-29T09:00:00+07:00');
    const broken = await ask<Page<CommitmentView>>('commitments?state=broken&unit=sxd');
    expect(broken.items).toMatchObject([
      { taskId: 'nv-26c', unit: { id: 'sxd' }, madeBy: { id: 'giam-doc' }, state: 'broken', recordedBroken: true },
    ]);
    expect((await ask<Page<CommitmentView>>('commitments?state=open&unit=sxd')).items).toEqual([]);
    expect(await task('nv-26c')).toMatchObject({ overdue: true, deadlines: [{ passed: false }, { passed: true }] });
  });

  it('R26 may be refused, and so may a withdrawal; a withdrawal granted ends the task', async () => {
    await assign('nv-26d');
    clock.time = '2025-07-10T02:00:00.000Z';
    await done('giam-doc', '/nv-26d/request-extension', request);
    await done('chu-tich', '/nv-26d/refuse-extension', { reason: 'Đã có số liệu' });
    expect(await task('nv-26d')).toMatchObject({ dueAt, commitments: [], requests: [{ outcome: 'refused' }] });
    expect((await act('giam-doc', '/nv-26d/request-withdrawal', { reason: 'Trùng' })).body.code).toBe(
      'task.request-incomplete',
    );
    await done('giam-doc', '/nv-26d/request-withdrawal', request);
    await done('chu-tich', '/nv-26d/refuse-withdrawal', { reason: 'Vẫn cần' });
    await done('giam-doc', '/nv-26d/request-withdrawal', { ...request, reason: 'Đã gộp vào nhiệm vụ khác' });
    await done('chu-tich', '/nv-26d/grant-withdrawal');
    await itIs('2025-08-29T09:00:00+07:00');
    expect(await task('nv-26d')).toMatchObject({ status: 'withdrawn', overdue: false, reminders: [] });
  });
});

describe('the product', () => {
  it('R25 submitted in time is in time, however late it is accepted; work sent back is counted', async () => {
    await assign('nv-25b');
    clock.time = '2025-07-14T02:00:00.000Z';
    await done('chuyen-vien', '/nv-25b/submit-product', { product });
    await itIs('2025-07-18T09:00:00+07:00');
    expect(await task('nv-25b')).toMatchObject({
      overdue: false,
      waitingFor: 'product',
      deadlines: [{ passed: false }],
    });
    const back = { reason: 'Chưa đạt', defects: ['Thiếu số liệu quý II'] };
    expect((await act('chu-tich', '/nv-25b/send-back-product', back)).body.code).toBe('task.rework-term-missing');
    await done('chu-tich', '/nv-25b/send-back-product', { ...back, term: { kind: 'working-days', days: 3 } });
    clock.time = '2025-07-22T02:00:00.000Z';
    await done('chuyen-vien', '/nv-25b/submit-product', { product: { ...product, number: '93' } });
    await itIs('2025-07-30T09:00:00+07:00');
    await done('chu-tich', '/nv-25b/accept-product');
    expect(await task('nv-25b')).toMatchObject({
      status: 'done',
      late: false,
      timesSentBack: 1,
      submissions: [{ defects: back.defects }, { sentBackAt: null }],
      endings: [{ inTime: true }],
    });
  });

  it('R25 R26 entered afterwards, but submitted in time, takes back what the clock had recorded, in sight of all', async () => {
    await assign('nv-25c');
    await itIs('2025-07-16T09:00:00+07:00');
    expect(await task('nv-25c')).toMatchObject({ overdue: true, deadlines: [{ passed: true, recordedPassed: true }] });
    await done('chuyen-vien', '/nv-25c/submit-product', { product, occurredAt: '2025-07-15T16:00:00+07:00' });
    expect(await task('nv-25c')).toMatchObject({
      overdue: false,
      deadlines: [{ passed: false, recordedPassed: true }],
    });
    await done('chu-tich', '/nv-25c/accept-product');
    expect(await task('nv-25c')).toMatchObject({ late: false, endings: [{ inTime: true }] });
  });

  it('R24 finished for good is measured: reopened within the time given it was not', async () => {
    await assign('nv-24');
    clock.time = '2025-07-02T02:00:00.000Z';
    await done('chu-tich', '/nv-24/mark-priority', { priority: 'key', reason: 'Công trình trọng điểm' });
    expect(await idsOf('priority=key')).toEqual(['nv-24']);
    await done('chuyen-vien', '/nv-24/submit-product', { product });
    await done('chu-tich', '/nv-24/accept-product');
    expect((await task('nv-24')).endings).toMatchObject([{ finishedForGood: null }]);
    clock.time = '2025-07-09T02:00:00.000Z';
    await done('chu-tich', '/nv-24/reopen', { reason: 'Phát sinh lại', term: { kind: 'working-days', days: 5 } });
    expect(await task('nv-24')).toMatchObject({
      status: 'open',
      originalDueAt: dueAt,
      endings: [{ finishedForGood: false, reopenedBecause: 'Phát sinh lại' }],
    });
    clock.time = '2025-07-10T02:00:00.000Z';
    await done('chuyen-vien', '/nv-24/submit-product', { product: { ...product, number: '94' } });
    await done('chu-tich', '/nv-24/accept-product');
    await itIs('2025-09-15T09:00:00+07:00');
    expect((await task('nv-24')).endings).toMatchObject([{ finishedForGood: false }, { finishedForGood: true }]);
  });
});

it('R27 R30 says of a programme how many of its items were delivered, in time, withdrawn and overdue', async () => {
  const programme = { name: 'Chương trình công tác 2025', year: 2025, quarter: 3 };
  for (const id of ['nv-27a', 'nv-27b', 'nv-27c']) await assign(id, { programme });
  clock.time = '2025-07-03T02:00:00.000Z';
  await done('chuyen-vien', '/nv-27a/submit-product', { product });
  await done('chu-tich', '/nv-27a/accept-product');
  await itIs('2025-07-17T09:00:00+07:00');
  await done('chuyen-vien', '/nv-27b/submit-product', { product });
  await done('chu-tich', '/nv-27b/accept-product');
  expect(await ask<Programme>('programme?year=2025&unit=sxd')).toEqual({
    year: 2025,
    units: [
      {
        unit: { id: 'sxd', name: 'Sở Xây dựng' },
        items: 3,
        delivered: 2,
        deliveredInTime: 1,
        withdrawn: 0,
        open: 1,
        overdue: 1,
      },
    ],
  });
  expect(await idsOf(`programme=${encodeURIComponent(programme.name)}&status=open`)).toEqual(['nv-27c']);
});

it('R28 a part of a task is a task of its own, seen from the whole', async () => {
  await assign('nv-parts');
  await done('giam-doc', '', {
    ...assignment,
    taskId: 'nv-part',
    assigner: 'sxd',
    lead: 'sxd-qh',
    coordinators: [],
    responsible: { kind: 'officer', id: 'truong-phong' },
    parentTaskId: 'nv-parts',
  });
  await done('truong-phong', '/nv-part/refuse', { reason: 'Thiếu nhân lực' });
  expect((await task('nv-parts')).subtasks).toMatchObject([{ taskId: 'nv-part', status: 'open' }]);
  expect((await task('nv-part')).refusals).toMatchObject([{ by: { id: 'truong-phong' }, reason: 'Thiếu nhân lực' }]);
});

it('answers 404 for a task that nobody gave', async () => {
  expect((await office['chu-tich'].get('/v1/tasks/nv-none')).status).toBe(404);
  expect(await act('giam-doc', '/nv-none/accept')).toMatchObject({
    status: 404,
    body: { code: 'case.unknown', title: expect.stringContaining('nv-none') },
  });
});
