import { expect } from '@jest/globals';
import { administrator } from './office.ts';
import type { RunningApi } from './running-api.ts';
import { assignment, establishTaskOffice, type Name } from './task-office.ts';

/** Ids that the tests look for. */
export const told = {
  /** Opinions were asked on it, somebody dissents, and it was passed up in vain. */
  dossier: 'HS-QH-01',
  /** Its deadline passed at Sở Tài chính, where the letter was never made known. */
  overdue: 'HS-DG-02',
  /** Answered by the Office, deemed of Sở Tài chính, which wrote afterwards. */
  deemed: 'yk-dong-y',
  /** Not answered in time where silence is no consent. */
  silent: 'yk-im-lang',
  /** Asked lately. */
  running: 'yk-moi',
  task: 'nv-cham',
  recommendation: 'kn-cham',
};

export type SettableClock = { time: string; readonly now: () => string };

const since = '2024-01-01T00:00:00+07:00';
const at = (day: number, hour = 8): string =>
  `2025-07-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+07:00`;
const officer = (id: Name) => ({ kind: 'officer', id });
const signedBy = (signer: Name, drafter: Name = signer) => ({
  drafter: officer(drafter),
  signer: officer(signer),
  capacity: 'own',
});
const questions = [
  { questionId: 'c1', text: 'Nguồn vốn' },
  { questionId: 'c2', text: 'Giá đất' },
];

/**
 * July 2025 at the office of tasks. Letter 001, under which silence is consent, binds Sở Tài chính alone; nobody
 * there was told of it. The clock ends on Tuesday 29 July, with everything recorded that fell due until then.
 */
export const tellHandling = async (api: RunningApi, clock: SettableClock): Promise<void> => {
  const itIs = async (moment: string): Promise<void> => {
    clock.time = new Date(moment).toISOString();
    await api.letTimePass();
  };
  await itIs(at(1));
  const office = await establishTaskOffice(api);
  const admin = await api.as(administrator);
  const act = async (who: Name, path: string, body: object): Promise<void> => {
    const { status, body: answer } = await office[who].post<unknown>(`/v1/${path}`, body);
    expect({ path, status, answer }).toMatchObject({ status: path.includes('/') ? 200 : 201 });
  };
  const binding = { instrumentId: 'an-lao-2023', unitId: 'stc', withSubordinates: true, from: since };
  for (const [path, body] of [
    ['versions', { effectiveFrom: since }],
    ['bindings', binding],
  ] as const)
    expect((await admin.post<unknown>(`/v1/rulebook/${path}`, body)).status).toBe(201);

  const register = (dossierId: string, holder: Name, unit: string, changes: object): Promise<void> =>
    act(holder, 'dossiers', {
      dossierId,
      issuer: 'Công ty An Bình',
      number: dossierId.slice(-2),
      symbol: 'CV-AB',
      dossierType: 'quy-hoach',
      urgency: 'normal',
      secrecy: 'none',
      receivedAt: at(1),
      occurredAt: at(1),
      holder: { party: officer(holder), unit },
      ...changes,
    });
  await register(told.dossier, 'chuyen-vien', 'sxd', { subject: 'Quy hoạch khu dân cư Bắc' });
  await register(told.overdue, 'giam-doc-tc', 'stc', { subject: 'Định giá khu đất số 7', deadline: at(10, 17) });

  const request = (consultationId: string, bodies: readonly string[]): Promise<void> =>
    act('giam-doc', 'consultations', {
      consultationId,
      dossierId: told.dossier,
      requester: 'sxd',
      subject: 'Quy hoạch chi tiết khu dân cư',
      questions,
      addressees: bodies.map((unit) => ({ unit })),
      term: { kind: 'working-days', days: 3 },
      signature: signedBy('giam-doc', 'chuyen-vien'),
    });
  const delivered = (who: Name, id: string, unit: string): Promise<void> =>
    act(who, `consultations/${id}/confirm-delivery`, { unit, arrivalNumber: '45', registeredAt: clock.time });
  await request(told.deemed, ['stc', 'vp']);
  await delivered('giam-doc-tc', told.deemed, 'stc');
  await delivered('chanh-vp', told.deemed, 'vp');
  await request(told.silent, ['vp']);
  await delivered('chanh-vp', told.silent, 'vp');
  await act('chanh-vp', `consultations/${told.deemed}/answer`, {
    unit: 'vp',
    answers: [
      { questionId: 'c1', stance: 'agree' },
      { questionId: 'c2', stance: 'agree-with-conditions', conditions: 'Có chứng thư định giá' },
    ],
    signature: signedBy('chanh-vp'),
  });
  await act('chu-tich', 'tasks', { taskId: told.task, ...assignment, occurredAt: clock.time });
  await act('chanh-vp', 'recommendations', {
    recommendationId: told.recommendation,
    sender: 'vp',
    to: { level: 'province', unit: 'sxd' },
    content: 'Đề nghị hướng dẫn định mức',
    term: { kind: 'working-days', days: 5 },
    signature: signedBy('chanh-vp'),
  });
  const arrival = { arrivalNumber: '77' };
  await act('van-thu', `recommendations/${told.recommendation}/confirm-delivery`, arrival);

  await itIs(at(7, 9));
  await act('giam-doc-tc', `consultations/${told.deemed}/answer`, {
    unit: 'stc',
    answers: [{ questionId: 'c1', stance: 'agree', grounds: 'Đã bố trí vốn' }],
    signature: signedBy('giam-doc-tc'),
  });
  const dossier = `dossiers/${told.dossier}`;
  const dissent = { unit: 'stc', content: 'Chưa rõ nguồn vốn giai đoạn 2', occurredAt: at(7, 9) };
  await act('giam-doc-tc', `${dossier}/record-dissent`, dissent);

  await itIs(at(10, 9));
  const request2 = { reason: 'Chưa có số liệu', milestone: '2025-07-25T17:00:00+07:00' };
  await act('giam-doc', `tasks/${told.task}/request-extension`, request2);
  await act('chu-tich', `tasks/${told.task}/grant-extension`, {});
  await act('chuyen-vien', `${dossier}/submit`, {
    to: { party: officer('chu-tich'), unit: 'ubnd' },
    proposal: 'Đề nghị phê duyệt',
    ground: { ground: 'beyond-authority', explanation: 'Vượt hạn mức được phân cấp' },
    occurredAt: at(10, 9),
  });
  await itIs(at(11, 9));
  await act('chu-tich', `${dossier}/refuse-escalation`, {
    reason: 'Việc thuộc thẩm quyền của sở',
    basis: { text: 'Quy chế làm việc của UBND tỉnh', clause: 'Điều 8' },
    occurredAt: at(11, 9),
  });
  await itIs(at(28, 9));
  await request(told.running, ['vp']);
  await delivered('chanh-vp', told.running, 'vp');
  await itIs(at(29, 9));
  await itIs(at(29, 10));
};
