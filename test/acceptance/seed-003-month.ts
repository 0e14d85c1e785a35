import {
  answers,
  asks,
  completes,
  decides,
  nobodyOf,
  officer,
  paper,
  person,
  registers,
  signedBy,
  workRules,
} from './seed-acts.ts';
import {
  asksAgain,
  asksForPapers,
  assigns,
  decidesByDelegation,
  handsOver,
  newHead,
  reportsOverdue,
  stc,
  stnmt,
  sxd,
} from './seed-003-acts.ts';
import { letter } from './seed-003-cast.ts';
import { moment, type SeedStory } from './seed-story.ts';

/** Thursday 2 November: the Chairman's conclusion goes out, tasks are opened, steps get names, powers are delegated. */
const firstDay = async (story: SeedStory): Promise<void> => {
  await story.does('chu-tich', 'directives', {
    directiveId: 'VB-1',
    issuer: 'ubnd',
    document: paper('118', 'TB-UBND', '2023-11-02'),
    duty: 'Rà soát quy hoạch chậm triển khai',
    recipients: [
      ...['sxd', 'stc', 'stnmt', 'kp'].map((unit) => ({ unit, role: 'execute' })),
      { unit: 'snv', role: 'know' },
      { unit: 'vp', role: 'report' },
    ],
  });
  for (const by of ['cv-xd', 'vt-tc', 'ct-kp']) await story.does(by, 'directives/VB-1/confirm-receipt', received);
  await assigns(story, ['NV-XD', 'chanh-vp', 'sxd', 'cv-xd', 5]);
  await assigns(story, ['NV-TNMT', 'chanh-vp', 'stnmt', 'cv-tnmt', 6]);
  await assigns(story, ['NV-KP', 'ct-kp', 'kp-tnmt', 'tp-kp', 10]);
  const procedure = { procedure: 'Cấp phép xây dựng', steps: ['Tiếp nhận', 'Thẩm định'] };
  await story.does('gd-xd', 'office/procedures', { procedureId: 'QT-XD', unit: 'sxd', ...procedure });
  for (const [index, step] of procedure.steps.entries())
    await story.does('gd-xd', 'office/steps', {
      stepId: `PC-XD-${String(index + 1)}`,
      unit: 'sxd',
      procedure: procedure.procedure,
      step,
      officer: 'cv-xd',
      from: moment('2023-11-02'),
    });
  const another = { procedureId: 'QT-TNMT', unit: 'stnmt', procedure: 'Giao đất' };
  await story.does('gd-tnmt', 'office/procedures', { ...another, steps: procedure.steps });
  await story.does('gd-xd', 'office/regulations', {
    regulationId: 'RS-XD',
    unit: 'sxd',
    title: 'Quy chế làm việc',
    amended: true,
    stepsBefore: 9,
    stepsAfter: 6,
    document: paper('77', 'QĐ-SXD', '2023-11-02'),
  });
  await story.administers('delegations', {
    delegationId: 'UQ-XD',
    unitId: 'sxd',
    delegator: 'gd-xd',
    delegate: 'pgd-xd',
    scope: 'cap-phep-xay-dung',
    document: '12/GUQ-SXD',
    validFrom: moment('2023-11-02'),
    validTo: moment('2023-11-16'),
  });
};
const received = { arrivalNumber: '118', receivedAt: moment('2023-11-02') };

const permit = { about: 'cap-phep-xay-dung', holder: person('pgd-xd', 'sxd') } as const;
const land = { about: 'dat-dai', holder: person('cv-kp', 'kp-tnmt') } as const;
/** Friday 3 to Wednesday 8 November: dossiers come in, opinions are asked. */
const firstWeek = async (story: SeedStory): Promise<{ readonly withoutStance: string | null }> => {
  await story.on('2023-11-03');
  for (const [id, until] of [
    ['HS-DUNG', '2023-11-17'],
    ['HS-BO-SUNG', '2023-11-24'],
    ['HS-TRE', '2023-11-15'],
    ['HS-XIN-LOI', '2023-11-15'],
  ] as const)
    await registers(story, 'cb-1c', { id, until, ...land });
  await registers(story, 'cv-xd', { id: 'HS-KHAU', about: 'khac', holder: nobodyOf('sxd') });
  await registers(story, 'vt-tc', { id: 'HS-VO-CHU', about: 'khac', holder: nobodyOf('stc') });
  await registers(story, 'cv-tnmt', { id: 'HS-NGAM', about: 'khac', holder: person('cv-tnmt', 'stnmt') });
  await registers(story, 'cv-dat', { id: 'HS-TU-CHOI', about: 'khac', holder: person('cv-dat', 'stnmt') });
  await registers(story, 'cv-xd', { id: 'HS-UQ-1', ...permit });
  for (const id of ['KN-VONG', 'KN-THANG'])
    await registers(story, 'cb-1c', { id, about: 'phan-anh-moi-truong', holder: person('cb-1c', 'kp-1c') });
  await asks(story, { id: 'YK-TRE', by: sxd, bodies: ['stc'], days: 3 }, ['vt-tc']);
  const noStance = {
    unit: 'stc',
    answers: [{ questionId: 'c1', grounds: 'Đã nghiên cứu' }],
    signature: signedBy('cv-tc', 'gd-tc'),
  };
  const withoutStance = await story.refuses('gd-tc', 'consultations/YK-TRE/answer', noStance);
  await asks(story, { id: 'YK-IM', by: sxd, bodies: ['kp'], days: 3 }, ['ct-kp']);
  await asks(story, { id: 'YK-CHUNG', by: sxd, bodies: ['stnmt'], days: 3 }, ['cv-tnmt']);
  await asks(story, { id: 'YK-THUA', by: sxd, bodies: ['stc', 'snv'], days: 3 }, ['vt-tc', 'gd-nv']);
  await handsOver(story, 'cb-1c', 'KN-VONG', person('cv-xd', 'sxd'));
  await handsOver(story, 'cb-1c', 'KN-THANG', person('cv-xd', 'sxd'));
  await story.on('2023-11-06');
  for (const by of ['cv-tnmt', 'gd-nv']) await story.does(by, 'directives/VB-1/confirm-receipt', received);
  for (const id of ['HS-BO-SUNG', 'HS-TRE', 'HS-XIN-LOI']) await asksForPapers(story, id);
  await handsOver(story, 'cv-xd', 'KN-THANG', person('cv-dat', 'stnmt'));
  await answers(story, 'YK-THUA', stc);
  const reason = 'Không liên quan trực tiếp đến phương án';
  await story.does('gd-nv', 'consultations/YK-THUA/mark-unrelated', { unit: 'snv', reason });
  await story.does('gd-nv', 'consultations/YK-THUA/return', { unit: 'snv', reason, basis: workRules });
  await answers(story, 'YK-CHUNG', { ...stnmt, grounds: generic });
  return { withoutStance };
};
const generic = 'Cơ bản thực hiện theo quy định hiện hành.';
/** Tuesday 7 to Friday 10 November: what is passed round, refused, answered late, delegated. */
const secondWeek = async (story: SeedStory): Promise<void> => {
  await story.on('2023-11-07');
  await handsOver(story, 'cv-xd', 'KN-VONG', person('cv-tnmt', 'stnmt'));
  const assessed = { unit: 'stnmt', questionId: 'c1', quality: 'generic', quotedSentence: generic, reason: 'Không rõ' };
  await story.does('pgd-xd', 'consultations/YK-CHUNG/assess-quality', assessed);
  await story.on('2023-11-08');
  await story.does('gd-xd', 'tasks/NV-XD/remind', { text: 'Khẩn trương hoàn thành' });
  const milestone = moment('2023-11-13 17:00');
  await story.does('gd-xd', 'tasks/NV-XD/request-extension', { reason: 'Chờ số liệu của huyện', milestone });
  await story.does('chanh-vp', 'tasks/NV-XD/grant-extension', {});
  await story.does('gd-tnmt', 'dossiers/HS-TU-CHOI/refuse-processing', {
    reason: 'Cho rằng không thuộc phần việc của mình',
    recordedFor: officer('cv-dat'),
  });
  await story.on('2023-11-09');
  await handsOver(story, 'cv-tnmt', 'KN-VONG', person('cv-xd', 'sxd'));
  await decides(story, 'cv-dat', 'KN-THANG');
  const statement = 'Quy định hiện hành đã nêu trong văn bản';
  await story.does('gd-tnmt', 'consultations/YK-CHUNG/contest-assessment', { assessmentId: '1', statement });
  await story.on('2023-11-10');
  await answers(story, 'YK-TRE', stc);
  const settled = { assessmentId: '1', outcome: 'confirmed', reason: 'Câu trích không nêu ý kiến' };
  await story.does('chu-tich', 'consultations/YK-CHUNG/settle-assessment', settled);
  await story.does('cv-xd', 'dossiers/KN-VONG/return', {
    to: person('cv-dat', 'stnmt'),
    reason: 'Phản ánh về môi trường',
    basis: workRules,
    rightUnit: 'stnmt',
  });
  await completes(story, 'cv-dat', 'HS-TU-CHOI');
  await completes(story, 'cv-tc', 'HS-VO-CHU');
  await completes(story, 'cv-xd', 'HS-KHAU');
};

/** Monday 13 to Friday 17 November: a head changes, citizens wait, the same question is asked again. */
const thirdWeek = async (story: SeedStory): Promise<{ readonly inForce: string }> => {
  await story.on('2023-11-13');
  await decides(story, 'cv-dat', 'KN-VONG');
  const inForce = await decidesByDelegation(story, 'HS-UQ-1');
  await completes(story, 'pgd-xd', 'HS-UQ-1');
  await registers(story, 'cv-xd', { id: 'HS-UQ-2', ...permit });
  await story.does('gd-tnmt', 'office/leaves', {
    leaveId: 'NP-1',
    officer: 'cv-tnmt',
    unit: 'stnmt',
    kind: 'Nghỉ ốm',
    from: moment('2023-11-13 00:00'),
    to: moment('2023-11-18 00:00'),
  });
  await asksAgain(story, 'YK-VONG-1');
  await story.on('2023-11-14');
  await story.does('tp-kp', 'tasks/NV-KP/submit-product', { product: paper('9', 'BC', '2023-11-14') });
  await story.does('ct-kp', 'tasks/NV-KP/accept-product', {});
  await completes(story, 'cv-kp', 'HS-DUNG');
  await story.on('2023-11-15');
  await newHead(story);
  await story.does('cv-kp', 'dossiers/HS-XIN-LOI/issue-apology', {
    reason: 'Chờ kết quả trích đo',
    newAppointment: moment('2023-11-20 17:00'),
  });
  await asksAgain(story, 'YK-VONG-2');
  await asksForPapers(story, 'HS-BO-SUNG');
  await reportsOverdue(story, 'BC-1', { named: ['sxd'], periodTo: '2023-11-15' });
  await story.on('2023-11-17');
  await asksAgain(story, 'YK-VONG-3');
  return { inForce };
};

/** Monday 20 to Thursday 30 November: late results, the letter made known at last, the month's end. */
const lastWeeks = async (story: SeedStory): Promise<{ readonly expired: string }> => {
  await story.on('2023-11-20');
  await completes(story, 'cv-kp', 'HS-XIN-LOI');
  await completes(story, 'cv-kp', 'HS-TRE');
  await completes(story, 'cv-kp', 'HS-BO-SUNG');
  const expired = await decidesByDelegation(story, 'HS-UQ-2');
  await decides(story, 'gd-xd', 'HS-UQ-2');
  await story.on('2023-11-21');
  await story.does('cv-tnmt', 'rulebook/disseminations', { instrumentId: letter, unitId: 'stnmt', heldAt: story.now });
  await story.does('cv-xd', 'tasks/NV-XD/submit-product', { product: paper('10', 'BC', '2023-11-21') });
  await story.does('chanh-vp', 'tasks/NV-XD/accept-product', {});
  await completes(story, 'cv-tnmt', 'HS-NGAM');
  await story.on('2023-11-23');
  await assigns(story, ['NV-TNMT-2', 'chu-tich', 'stnmt', 'cv-dat', 3]);
  await story.on('2023-11-27');
  await reportsOverdue(story, 'BC-2', { named: ['stnmt'], periodTo: '2023-11-27' });
  await story.on('2023-11-30');
  return { expired };
};

/** What became of a decision signed by delegation while it ran and afterwards, and of an opinion without a stance. */
export type Month = Readonly<Record<'inForce' | 'expired' | 'withoutStance', string | null>>;

export const tellMonth = async (story: SeedStory): Promise<Month> => {
  await firstDay(story);
  const first = await firstWeek(story);
  await secondWeek(story);
  return { ...first, ...(await thirdWeek(story)), ...(await lastWeeks(story)) };
};
