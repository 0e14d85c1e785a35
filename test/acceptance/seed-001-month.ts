import { decides, nobodyOf, officer, paper, person, registers, workRules } from './seed-acts.ts';
import {
  firstAnswers,
  firstOpinions,
  lateAnswer,
  returnedAtOnce,
  sameThreeTimes,
  type OpinionRefusals,
} from './seed-001-opinions.ts';
import type { SeedStory } from './seed-story.ts';

/*
 * March 2024 in the district of letter 001. What each dossier is for:
 *
 *   al-td-1  decided in time                         al-td-2  pushed up, refused by the Chairman
 *   al-td-3  passed sideways, back the next day      al-td-4  undecided, its obstacle reported before
 *   al-vl-1  wrong house, back after six days        al-kh-1  urgent, back after more than four hours
 *   al-xd-1  decided by the commune, not its own     al-tc-1  lay without a name
 *   al-bt-1  consensus reached, returned once by the Office, then first-rate
 *   al-bt-2  returned twice, then forwarded although defective
 *   al-bt-3  consensus tried and failed
 */
const surveyor = person('al-cv-tnmt', 'al-tnmt');
const chairman = person('al-chu-tich', 'al-ubnd');
const gate = person('al-chanh-vp', 'al-vp');
const submission = (to: object, ground: object | null = null) => ({ to, proposal: 'Đề nghị phê duyệt', ground });
const back = { to: surveyor, reason: 'Không thuộc chức năng', basis: workRules };
const beyond = { ground: 'beyond-authority', explanation: 'Nhiều hộ dân' };

/** The code with which each act was refused. */
export type Refusals = OpinionRefusals & {
  readonly upward: string | null;
  readonly sideways: string | null;
  readonly openDissent: string | null;
  readonly unchecked: string | null;
};

const dossiersCome = async (story: SeedStory): Promise<void> => {
  const comes = (id: string, about: string, more: object = {}): Promise<void> =>
    registers(story, 'al-vt-tnmt', { id, about, holder: surveyor, ...more });
  await comes('al-td-1', 'xac-nhan-dat', { until: '2024-03-15' });
  await comes('al-td-4', 'xac-nhan-dat', { until: '2024-03-13' });
  for (const id of ['al-td-2', 'al-td-3']) await comes(id, 'xac-nhan-dat');
  await comes('al-vl-1', 'quyet-toan');
  await comes('al-kh-1', 'khac', { urgent: true });
  for (const id of ['al-bt-1', 'al-bt-2', 'al-bt-3']) await comes(id, 'boi-thuong');
  const permit = { id: 'al-xd-1', about: 'cap-phep-xay-dung', holder: person('al-ct-xa', 'al-xa') };
  await registers(story, 'al-vt-xa', permit);
  await registers(story, 'al-vt-tckh', { id: 'al-tc-1', about: 'khac', holder: nobodyOf('al-tckh') });
};

const tasksAreGiven = async (story: SeedStory): Promise<void> => {
  const task = (taskId: string, lead: string, responsible: string, day: string): Promise<unknown> =>
    story.does('al-chanh-vp', 'tasks', {
      taskId,
      assigner: 'al-vp',
      lead,
      responsible: officer(responsible),
      title: 'Giải quyết dứt điểm việc tồn đọng',
      product: 'Báo cáo',
      term: { kind: 'day', day, rollOver: false },
    });
  await task('al-nv-1', 'al-tnmt', 'al-cv-tnmt', '2024-03-12');
  await task('al-nv-2', 'al-ktht', 'al-cv-ktht', '2024-03-13');
  await task('al-nv-3', 'al-tckh', 'al-cv-tckh', '2024-03-11');
  const reason = 'Dự án trọng điểm, đã quá hạn nhiều năm';
  await story.does('al-chanh-vp', 'tasks/al-nv-3/mark-priority', { priority: 'key', reason });
};

const houseInOrder = async (story: SeedStory): Promise<void> => {
  const step = { unit: 'al-tnmt', procedure: 'Xác nhận đất', step: 'Thẩm tra', officer: 'al-cv-tnmt', from: story.now };
  await story.does('al-tp-tnmt', 'office/steps', step);
  await story.does('al-tp-tnmt', 'office/regulations', {
    regulationId: 'al-qc-1',
    unit: 'al-tnmt',
    title: 'Quy chế làm việc của phòng',
    amended: true,
    stepsBefore: 6,
    stepsAfter: 4,
    document: paper('4', 'QĐ-PTNMT', '2024-03-04'),
  });
  await story.does('al-chu-tich', 'directives', {
    directiveId: 'al-thu',
    issuer: 'al-ubnd',
    document: { number: null, symbol: 'UBND-VP', issuedOn: null, title: 'Chấn chỉnh' },
    duty: 'Thực hiện nghiêm Quy chế làm việc',
    recipients: [
      { unit: 'al-tnmt', role: 'execute' },
      { unit: 'al-vp', role: 'know' },
    ],
  });
  await story.does('al-vt-tnmt', 'directives/al-thu/confirm-receipt', { arrivalNumber: '15' });
};

/** 5 to 7 March: up, sideways, back. */
const moves = async (story: SeedStory): Promise<Pick<Refusals, 'upward' | 'sideways'>> => {
  await story.on('2024-03-05 08:00');
  await returnedAtOnce(story);
  const upward = await story.refuses('al-cv-tnmt', 'dossiers/al-td-2/submit', submission(chairman));
  await story.does('al-cv-tnmt', 'dossiers/al-td-2/submit', submission(chairman, beyond));
  const aside = { to: person('al-cv-ktht', 'al-ktht'), reason: 'Đề nghị giải quyết' };
  const sideways = await story.refuses('al-cv-tnmt', 'dossiers/al-td-3/hand-off', aside);
  await story.does('al-cv-tnmt', 'dossiers/al-td-3/hand-off', { ...aside, ground: beyond });
  await story.does('al-cv-tnmt', 'dossiers/al-kh-1/hand-off', aside);
  await story.does('al-cv-tnmt', 'dossiers/al-vl-1/hand-off', aside);
  await story.on('2024-03-05 15:30');
  await story.does('al-cv-ktht', 'dossiers/al-kh-1/return', back);
  await story.on('2024-03-06 09:00');
  await story.does('al-cv-ktht', 'dossiers/al-td-3/return', back);
  const refusal = { reason: 'Thuộc thẩm quyền của phòng', basis: workRules };
  await story.does('al-chu-tich', 'dossiers/al-td-2/refuse-escalation', refusal);
  await story.does('al-ct-xa', 'dossiers/al-xd-1/decide', { decision: 'approved', grounds: 'Theo đề nghị của dân' });
  return { upward, sideways };
};

const check = (met: boolean) => ({ checklist: [{ item: 'Đủ ý kiến các đơn vị', met }] });
const defects = { defects: ['Thiếu ý kiến của Phòng Tài chính – Kế hoạch'], basis: workRules };
const forwarded = { to: chairman, proposal: 'Trình Chủ tịch' };

const dissents = async (story: SeedStory, dossier: string): Promise<void> => {
  const said = { dissentId: `${dossier}-kt`, unit: 'al-ktht', content: 'Chưa thống nhất ranh giới' };
  await story.does('al-tp-ktht', `dossiers/${dossier}/record-dissent`, said);
};
const meets = (story: SeedStory, dossier: string, result: string): Promise<unknown> =>
  story.does('al-cv-tnmt', `dossiers/${dossier}/record-coordination`, {
    attemptId: `${dossier}-hop`,
    units: ['al-ktht'],
    topic: 'Ranh giới thu hồi',
    heldAt: story.now,
    result,
  });

/** 14 and 15 March: what is agreed goes to the Office, what is not does not. */
const consensus = async (story: SeedStory): Promise<Pick<Refusals, 'openDissent' | 'unchecked'>> => {
  await story.on('2024-03-14 09:00');
  for (const dossier of ['al-bt-1', 'al-bt-3']) await dissents(story, dossier);
  const openDissent = await story.refuses('al-cv-tnmt', 'dossiers/al-bt-1/submit', submission(gate));
  await meets(story, 'al-bt-1', 'agreed');
  const settled = { dissentId: 'al-bt-1-kt', resolution: 'Chỉnh ranh giới theo bản đồ' };
  await story.does('al-cv-tnmt', 'dossiers/al-bt-1/resolve-dissent', settled);
  await meets(story, 'al-bt-3', 'not-agreed');
  const evidence = { attempts: ['al-bt-3-hop'], dissents: ['al-bt-3-kt'] };
  await story.does('al-cv-tnmt', 'dossiers/al-bt-3/fail-consensus', { ...evidence, statement: 'Hai bên giữ ý kiến' });
  const failed = { ground: 'no-consensus', explanation: 'Đã phối hợp', ...evidence };
  await story.on('2024-03-15 09:00');
  for (const id of ['al-bt-1', 'al-bt-2']) await story.does('al-cv-tnmt', `dossiers/${id}/submit`, submission(gate));
  await story.does('al-cv-tnmt', 'dossiers/al-bt-3/submit', submission(gate, failed));
  const unchecked = await story.refuses('al-chanh-vp', 'dossiers/al-bt-1/forward-submission', forwarded);
  return { openDissent, unchecked };
};

/** 18 to 22 March: the Office's gate. */
const gateWorks = async (story: SeedStory): Promise<void> => {
  const checks = async (id: string, met: boolean): Promise<void> => {
    await story.does('al-chanh-vp', `dossiers/${id}/check-submission`, check(met));
    const what = met ? 'forward-submission' : 'return-submission';
    await story.does('al-chanh-vp', `dossiers/${id}/${what}`, met ? forwarded : defects);
  };
  await story.on('2024-03-18 09:00');
  for (const id of ['al-bt-1', 'al-bt-2']) await checks(id, false);
  await checks('al-bt-3', true);
  await story.on('2024-03-19 09:00');
  for (const id of ['al-bt-1', 'al-bt-2']) await story.does('al-cv-tnmt', `dossiers/${id}/submit`, submission(gate));
  await story.on('2024-03-20 09:00');
  await checks('al-bt-1', true);
  await checks('al-bt-2', false);
  await story.on('2024-03-21 09:00');
  await story.does('al-cv-tnmt', 'dossiers/al-bt-2/submit', submission(gate));
  await story.on('2024-03-22 09:00');
  await story.does('al-chanh-vp', 'dossiers/al-bt-2/check-submission', check(false));
  await story.does('al-chanh-vp', 'dossiers/al-bt-2/forward-submission', forwarded);
  for (const id of ['al-bt-1', 'al-bt-3']) await decides(story, 'al-chu-tich', id);
};

const reviewLevels = async (story: SeedStory): Promise<void> => {
  for (const [level, reviewer] of ['al-cv-tnmt', 'al-vt-tnmt', 'al-tp-tnmt'].entries())
    await story.does('al-tp-tnmt', 'dossiers/al-td-1/pass-review-level', {
      document: 'Dự thảo xác nhận',
      level: level + 1,
      reviewer: officer(reviewer),
      changed: level === 2,
    });
};

const taskEnds = async (story: SeedStory): Promise<void> => {
  const product = paper('9', 'BC-TCKH', '2024-03-11');
  await story.does('al-cv-tckh', 'tasks/al-nv-3/submit-product', { product });
  await story.does('al-chanh-vp', 'tasks/al-nv-3/accept-product');
};

/** 15 to 29 March: the Office names one body in arrears of two, and what it knows of the month. */
const officeReports = async (story: SeedStory): Promise<void> => {
  const report = { unit: 'al-vp', to: 'al-ubnd', periodFrom: '2024-03-01' };
  const arrears = { ...report, reportId: 'al-bc-1', kind: 'overdue', periodTo: '2024-03-15', named: ['al-tnmt'] };
  await story.does('al-chanh-vp', 'office/reports', arrears);
};
const monthEnds = async (story: SeedStory): Promise<void> => {
  await story.on('2024-03-28 09:00');
  const period = { periodFrom: '2024-03-01', periodTo: '2024-03-28' };
  const synthesis = { ...period, reportId: 'al-bc-2', kind: 'periodic', unit: 'al-vp', to: 'al-ubnd' };
  await story.does('al-chanh-vp', 'office/reports', synthesis);
  const term = { kind: 'day', day: '2024-04-15', rollOver: false };
  await story.does('al-chanh-vp', 'tasks/al-nv-3/reopen', { reason: 'Còn ba hộ chưa giải quyết', term });
  const [late] = await story.candidates('al-cv-ktht');
  await story.does('al-chanh-vp', 'office/reviews', {
    reviewId: 'al-xx-1',
    subject: { unit: 'al-ktht', officer: null },
    evidence: late?.evidence,
    coProposer: officer('al-tp-nv'),
    reason: 'Chậm trễ, không chủ động',
  });
  await story.does('al-tp-nv', 'office/reviews/al-xx-1/second');
  const declined = { outcome: 'declined', grounds: 'Nhắc nhở, theo dõi thêm một tháng' };
  await story.does('al-chu-tich', 'office/reviews/al-xx-1/decide', declined);
};

export const tellMarch2024 = async (story: SeedStory): Promise<Refusals> => {
  await houseInOrder(story);
  await dossiersCome(story);
  await tasksAreGiven(story);
  const asked = await firstOpinions(story);
  const moved = await moves(story);
  await firstAnswers(story);
  await story.on('2024-03-11 15:00');
  await taskEnds(story);
  await story.on('2024-03-12 09:00');
  await reviewLevels(story);
  await decides(story, 'al-cv-tnmt', 'al-td-1');
  await story.does('al-tp-tnmt', 'office/obstacles', {
    obstacleId: 'al-vm-1',
    unit: 'al-tnmt',
    channel: 'al-ubnd',
    concerns: ['dossier-al-td-4'],
    content: 'Chưa có bản đồ địa chính',
  });
  await story.on('2024-03-13 09:00');
  await lateAnswer(story);
  await story.does('al-cv-ktht', 'dossiers/al-vl-1/return', back);
  const submitted = await consensus(story);
  await officeReports(story);
  await gateWorks(story);
  await sameThreeTimes(story);
  await monthEnds(story);
  await story.on('2024-03-29 17:30');
  return { ...asked, ...moved, ...submitted };
};
