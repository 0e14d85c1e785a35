import { answers, asks, officer, type person } from './seed-acts.ts';
import { moment, type SeedStory } from './seed-story.ts';

export const sxd = { unit: 'sxd', drafter: 'cv-xd', signer: 'gd-xd' } as const;
export const stc = { unit: 'stc', drafter: 'cv-tc', signer: 'gd-tc' } as const;
export const stnmt = { unit: 'stnmt', drafter: 'cv-tnmt', signer: 'gd-tnmt' } as const;
const tpKp = { unit: 'kp-tnmt', drafter: 'cv-kp', signer: 'tp-kp' } as const;
const days = (count: number) => ({ kind: 'working-days', days: count });

type Task = readonly [id: string, by: string, lead: string, responsible: string, days: number];
export const assigns = async (story: SeedStory, [taskId, by, lead, responsible, term]: Task): Promise<void> => {
  const assigner = { 'chanh-vp': 'vp', 'chu-tich': 'ubnd', 'ct-kp': 'kp' }[by];
  await story.does(by, 'tasks', {
    taskId,
    directiveId: 'VB-1',
    assigner,
    lead,
    responsible: officer(responsible),
    title: 'Rà soát quy hoạch chậm triển khai',
    product: 'Báo cáo',
    term: days(term),
  });
};
export const handsOver = (story: SeedStory, by: string, id: string, to: ReturnType<typeof person>) =>
  story.does(by, `dossiers/${id}/hand-off`, { to, reason: 'Chuyển giải quyết' });

/** A deputy signs by a delegation for a fortnight; the token says so. */
export const decidesByDelegation = async (story: SeedStory, id: string): Promise<string> => {
  const caller = await story.api.as({
    sub: 'pgd-xd',
    kind: 'officer',
    unit: 'sxd',
    capacity: 'by-delegation',
    roles: ['reader', 'recorder'],
  });
  const said = { occurredAt: story.now, decision: 'approved', grounds: 'Đủ điều kiện' };
  const { status, body } = await caller.post<{ code?: string }>(`/v1/dossiers/${id}/decide`, said);
  return body.code ?? String(status);
};

export const asksForPapers = (story: SeedStory, id: string) =>
  story.does('cv-kp', `dossiers/${id}/request-supplement`, {
    papers: ['Trích đo địa chính'],
    reason: 'Thành phần thiếu',
  });

export const asksAgain = async (story: SeedStory, id: string): Promise<void> => {
  await asks(story, { id, dossier: 'HS-BO-SUNG', by: tpKp, bodies: ['stc'], days: 3, subject: 'Giá đất' }, ['vt-tc']);
  await answers(story, id, stc);
};
export const newHead = async (story: SeedStory): Promise<void> => {
  const validTo = moment('2023-11-15 00:00');
  type Officer = { readonly appointments: readonly { readonly appointmentId: string }[] };
  const { appointments } = await story.reads<Officer>('/v1/officers/gd-tnmt');
  const post = `units/stnmt/appointments/${appointments[0]?.appointmentId ?? ''}`;
  await story.administers(`${post}/end`, { validTo, reason: 'Nghỉ hưu' });
  await story.administers('officers', { officerId: 'gd-tnmt-moi', name: 'Nông Văn Quý' });
  const post2 = { officerId: 'gd-tnmt-moi', role: 'head', validFrom: validTo };
  await story.administers('units/stnmt/appointments', post2);
};
export const reportsOverdue = (
  story: SeedStory,
  reportId: string,
  said: { named: readonly string[]; periodTo: string },
) =>
  story.does('chanh-vp', 'office/reports', {
    reportId,
    kind: 'overdue',
    unit: 'vp',
    to: 'ubnd',
    periodFrom: '2023-11-01',
    ...said,
  });
