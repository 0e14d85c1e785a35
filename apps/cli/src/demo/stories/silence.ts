import { asked, answered, delivered, drafting } from './asking.ts';
import { deputy, head, member, momentOf, type Script } from './script.ts';

const agree = { stance: 'agree' } as const;

export const leaveId = 'NP-2026-01';

/** Late: kept, readable, and late all the same. Who was to draft it was on leave meanwhile. */
const late = (script: Script): void => {
  const id = 'YK-2026-06';
  const say = asked(script, id, '2026-10-12 08:30', {
    from: 'SXD',
    to: ['SVHTTDL'],
    subject: 'Tu bổ cảnh quan đình làng Tây Hà',
    days: 5,
  });
  delivered(say, id, '2026-10-12 09:00', 'SVHTTDL');
  drafting(say, script, { id, when: '2026-10-12 10:00', unit: 'SVHTTDL' });
  script.of('office', leaveId)('2026-10-13 08:00', head('SVHTTDL'), {
    type: 'record-leave',
    leaveId,
    officer: script.officer(member('SVHTTDL'), '2026-10-13 08:00'),
    unit: 'SVHTTDL',
    from: momentOf('2026-10-14 00:00'),
    to: momentOf('2026-10-21 00:00'),
    kind: 'Nghỉ điều trị tại bệnh viện',
  });
  answered(say, script, { id, when: '2026-10-23 15:00', unit: 'SVHTTDL', said: [agree, agree] });
};

/** Nobody answered. Where letter 001 binds the body asked it has consented; elsewhere it has merely been silent. */
const silent = (script: Script): void => {
  const deemed = 'YK-2026-07';
  const local = asked(script, deemed, '2026-10-12 08:30', {
    from: 'UBND-GHO',
    to: ['UBND-BGI'],
    subject: 'Phân chia nguồn nước kênh Bắc sông Giao',
    days: 5,
  });
  delivered(local, deemed, '2026-10-12 09:00', 'UBND-BGI');

  const merely = 'YK-2026-08';
  const provincial = asked(script, merely, '2026-10-12 08:40', {
    from: 'SXD',
    to: ['SGDDT'],
    subject: 'Quy chuẩn phòng học lắp ghép',
    days: 5,
  });
  delivered(provincial, merely, '2026-10-12 09:10', 'SGDDT');
};

/** Late, too, but the request had been four of its five days on the way. */
const lateByTheWay = (script: Script): void => {
  const id = 'YK-2026-10';
  const say = asked(script, id, '2026-10-12 08:50', {
    from: 'STC',
    to: ['SDTTG'],
    subject: 'Định mức hỗ trợ nhà văn hóa thôn',
    days: 5,
  });
  delivered(say, id, '2026-10-16 16:00', 'SDTTG');
  answered(say, script, { id, when: '2026-10-21 10:00', unit: 'SDTTG', said: [agree, agree] });
};

/** A consent by silence that does not stand, because a leader of the body that asked says why. */
const voided = (script: Script): void => {
  const id = 'YK-2026-09';
  const say = asked(script, id, '2026-10-13 08:30', {
    from: 'STC',
    to: ['UBND-BGI'],
    subject: 'Dự toán kiên cố hóa kênh mương',
    days: 5,
  });
  delivered(say, id, '2026-10-13 09:00', 'UBND-BGI');
  say('2026-10-22 09:00', head('STC'), {
    type: 'void-deemed-consent',
    consultationId: id,
    unit: 'UBND-BGI',
    ground: 'not-delivered',
    reason: 'Văn bản đến thiếu phụ lục dự toán; Sở đã xác nhận lỗi gửi',
  });
};

/** Asked a fortnight before the reform; the request goes on to the office that took over. */
const mergedAway = (script: Script): void => {
  const id = 'YK-2025-01';
  const say = asked(script, id, '2025-06-24 08:30', {
    from: 'SNNMT',
    to: ['TNMT-BG'],
    subject: 'Hiện trạng đất bãi bồi sông Giao',
    days: 10,
  });
  delivered(say, id, '2025-06-24 09:30', 'TNMT-BG');
  say('2025-07-02 09:00', deputy('SNNMT'), {
    type: 'readdress',
    consultationId: id,
    from: 'TNMT-BG',
    to: 'KT-BGI',
    term: null,
    reason: 'Phòng Tài nguyên và Môi trường huyện kết thúc hoạt động từ 01/7/2025',
  });
  delivered(say, id, '2025-07-02 10:00', 'KT-BGI');
  answered(say, script, { id, when: '2025-07-09 15:00', unit: 'KT-BGI', said: [agree, agree] });
};

export const silence = (script: Script): void => {
  for (const story of [late, silent, lateByTheWay, voided, mergedAway]) story(script);
};
