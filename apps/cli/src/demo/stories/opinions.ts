import { asked, answered, delivered, drafting } from './asking.ts';
import { clerk, deputy, head, member, type Script } from './script.ts';

const agree = { stance: 'agree' } as const;

/** Answered in time, question by question; the second one with a condition. */
const inTime = (script: Script): void => {
  const id = 'YK-2026-01';
  const say = asked(script, id, '2026-10-05 08:30', {
    from: 'SXD',
    to: ['STP'],
    subject: 'Dự thảo quy định quản lý vỉa hè đô thị',
    days: 7,
  });
  delivered(say, id, '2026-10-05 09:10', 'STP');
  drafting(say, script, { id, when: '2026-10-05 10:00', unit: 'STP' });
  const conditions = 'Bổ sung điều khoản chuyển tiếp cho giấy phép đã cấp.';
  answered(say, script, {
    id,
    when: '2026-10-12 15:00',
    unit: 'STP',
    said: [agree, { stance: 'agree-with-conditions', conditions }],
  });
};

/** Not its function: one body gives it back within the hour, another keeps it for a week first. */
const givenBack = (script: Script): void => {
  const back = (id: string, unit: string, returned: '2026-10-06 10:20' | '2026-10-13 16:00'): void => {
    const say = asked(script, id, '2026-10-06 08:30', {
      from: 'SXD',
      to: [unit],
      subject: 'Quy hoạch bãi đỗ xe nội thị',
      days: 7,
    });
    delivered(say, id, '2026-10-06 09:15', unit);
    say(returned, clerk(unit), {
      type: 'return',
      consultationId: id,
      unit,
      reason: 'Giao thông tĩnh không thuộc chức năng của cơ quan',
      basis: { text: 'Quyết định quy định chức năng, nhiệm vụ của cơ quan', clause: null },
      rightUnit: null,
    });
  };
  back('YK-2026-02', 'SYT', '2026-10-06 10:20');
  back('YK-2026-03', 'SCT', '2026-10-13 16:00');
};

/** More time asked for and given before the day was over; and a request taken back the next morning. */
const extendedAndWithdrawn = (script: Script): void => {
  const extended = 'YK-2026-04';
  const say = asked(script, extended, '2026-10-07 08:30', {
    from: 'SXD',
    to: ['SKHCN'],
    subject: 'Tiêu chuẩn hạ tầng số khu dân cư',
    days: 5,
  });
  delivered(say, extended, '2026-10-07 09:00', 'SKHCN');
  const reason = 'Cơ quan được hỏi cần số liệu của đơn vị thứ ba';
  say('2026-10-13 10:00', head('SXD'), {
    type: 'extend',
    consultationId: extended,
    unit: 'SKHCN',
    term: { kind: 'working-days', days: 5 },
    reason,
  });
  answered(say, script, { id: extended, when: '2026-10-19 14:00', unit: 'SKHCN', said: [agree, agree] });

  const withdrawn = 'YK-2026-05';
  const ask = asked(script, withdrawn, '2026-10-07 08:45', {
    from: 'SXD',
    to: ['STC'],
    subject: 'Đơn giá duy tu công viên',
    days: 5,
  });
  delivered(ask, withdrawn, '2026-10-07 09:20', 'STC');
  const why = 'Đơn giá đã được ban hành, không cần hỏi nữa';
  ask('2026-10-08 08:10', head('SXD'), { type: 'withdraw', consultationId: withdrawn, unit: null, reason: why });
};

const hollow = 'Cơ bản thống nhất, đề nghị thực hiện theo quy định hiện hành.';

/** A named person found the answer generic and quoted it; its author disagreed; the Inspectorate settled. */
const assessed = (script: Script): void => {
  const id = 'YK-2026-11';
  const say = asked(script, id, '2026-10-08 08:30', {
    from: 'SXD',
    to: ['SYT'],
    subject: 'Khoảng cách ly nhà máy xử lý rác',
    days: 7,
  });
  delivered(say, id, '2026-10-08 09:00', 'SYT');
  answered(say, script, {
    id,
    when: '2026-10-15 16:00',
    unit: 'SYT',
    said: [{ stance: 'agree', grounds: hollow }, agree],
  });
  say('2026-10-19 09:00', deputy('SXD'), {
    type: 'assess-quality',
    consultationId: id,
    unit: 'SYT',
    questionId: '1',
    quality: 'generic',
    quotedSentence: hollow,
    reason: 'Không nói khoảng cách ly có bảo đảm hay không',
  });
  say('2026-10-21 10:00', head('SYT'), {
    type: 'contest-assessment',
    consultationId: id,
    assessmentId: '1',
    statement: 'Hồ sơ gửi kèm không có bản đồ nên chưa thể nói cụ thể hơn',
  });
  say('2026-10-26 15:00', head('TTT'), {
    type: 'settle-assessment',
    consultationId: id,
    assessmentId: '1',
    outcome: 'confirmed',
    reason: 'Bản đồ đã gửi kèm theo phiếu giao nhận ngày 08/10',
  });
};

/** The same body on the same content for the third time; and one that was not concerned at all. */
const tooMuch = (script: Script): void => {
  const subject = 'Phương án thoát nước tuyến đường nhánh';
  const rounds = ['2026-10-05 14:00', '2026-10-16 14:00', '2026-10-28 14:00'] as const;
  for (const [index, when] of rounds.entries()) {
    const id = `YK-2026-1${String(index + 2)}`;
    const day = when.slice(0, 10);
    const say = asked(script, id, when, { from: 'SXD', to: ['SNNMT'], subject, days: 5, dossier: 'TH-2026-01' });
    delivered(say, id, `${day} 15:00`, 'SNNMT');
    answered(say, script, { id, when: `${day} 16:30`, unit: 'SNNMT', said: [agree, agree] });
  }
  const id = 'YK-2026-15';
  const say = asked(script, id, '2026-10-14 08:30', {
    from: 'SNNMT',
    to: ['SVHTTDL'],
    subject: 'Định mức giống cây lâm nghiệp',
    days: 7,
  });
  delivered(say, id, '2026-10-14 09:00', 'SVHTTDL');
  const reason = 'Giống cây không liên quan đến văn hóa, thể thao, du lịch';
  say('2026-10-14 10:30', head('SVHTTDL'), { type: 'mark-unrelated', consultationId: id, unit: 'SVHTTDL', reason });
  say('2026-10-14 10:40', head('SVHTTDL'), {
    type: 'return',
    consultationId: id,
    unit: 'SVHTTDL',
    reason,
    basis: { text: 'Quyết định quy định chức năng, nhiệm vụ của Sở', clause: null },
    rightUnit: null,
  });
};

/** Still running when the sample ends, with a reminder by a person. */
const waiting = (script: Script): void => {
  const id = 'YK-2026-16';
  const say = asked(script, id, '2026-11-13 08:30', {
    from: 'SXD',
    to: ['STC', 'STP'],
    subject: 'Nguồn vốn cải tạo chung cư cũ',
    days: 15,
    drafter: member('SXD', 1),
  });
  delivered(say, id, '2026-11-13 09:00', 'STC');
  delivered(say, id, '2026-11-13 10:00', 'STP');
  const text = 'Đề nghị sớm cho ý kiến để kịp kỳ họp';
  say('2026-11-18 09:00', head('SXD'), { type: 'remind', consultationId: id, unit: 'STC', text });
};

export const opinions = (script: Script): void => {
  for (const story of [inTime, givenBack, extendedAndWithdrawn, assessed, tooMuch, waiting]) story(script);
};
