import { matters } from './foundations.ts';
import { registered, step } from './registering.ts';
import { clerk, head, member, momentOf, type Script, type When } from './script.ts';

/** The dossier on which the same body was asked three times. */
const consultedUpon = (script: Script): void => {
  const say = registered(script, 'TH-2026-01', '2026-10-02 09:00', {
    unit: 'SXD',
    type: 'Thẩm định tuyến đường nội thị',
    subject: 'Tuyến đường nhánh khu dân cư Bắc sông Giao',
    due: '2026-12-18',
  });
  for (const when of ['2026-10-05 11:00', '2026-10-19 11:00', '2026-11-02 11:00', '2026-11-16 11:00'] as const) {
    say(when, head('SXD'), step(script, head('SXD'), when, 'Tổng hợp ý kiến góp ý'));
  }
};

const checklist = (complete: boolean) => [
  { item: 'Tờ trình và dự thảo quyết định', met: true, note: null },
  { item: 'Ý kiến của các cơ quan liên quan', met: complete, note: complete ? null : 'Thiếu ý kiến Sở Tài chính' },
];

/** The Office sends it back twice, then passes it on. */
const atTheGate = (script: Script): void => {
  const [id, unit] = ['TH-2026-10', 'UBND-BGI'];
  const say = registered(script, id, '2026-10-05 10:00', {
    unit,
    type: matters.policy,
    subject: 'Chủ trương điểm công nghiệp xã Bắc Giao',
    due: '2026-12-18',
  });
  const office = head('VPUB');
  const rounds: readonly (readonly [When, When, boolean])[] = [
    ['2026-10-12 09:00', '2026-10-13 10:00', false],
    ['2026-10-20 09:00', '2026-10-21 10:00', false],
    ['2026-10-28 09:00', '2026-10-29 10:00', true],
  ];
  for (const [submitted, checked, complete] of rounds) {
    say(submitted, head(unit), {
      type: 'submit',
      to: script.holder(office, submitted),
      proposal: 'Trình UBND tỉnh chấp thuận chủ trương',
      basis: null,
    });
    say(checked, office, { type: 'check-submission', checklist: checklist(complete) });
    if (complete) continue;
    const returned: When = `${checked.slice(0, 10)} 11:00`;
    say(returned, office, {
      type: 'return-submission',
      defects: ['Thiếu ý kiến Sở Tài chính'],
      basis: { text: 'Quy chế làm việc của UBND tỉnh', clause: null },
      to: null,
    });
  }
  say('2026-10-30 09:00', office, {
    type: 'forward-submission',
    to: script.holder(head('UBND-SH'), '2026-10-30 09:00'),
    proposal: 'Hồ sơ đủ, trình Chủ tịch UBND tỉnh',
    basis: null,
  });
};

/** Round the houses: three departments pass it on, and nobody works on it. */
const roundAndRound = (script: Script): void => {
  const say = registered(script, 'TH-2026-11', '2026-10-19 09:00', {
    unit: 'SNNMT',
    type: 'Xử lý bãi đổ vật liệu thải',
    subject: 'Bãi vật liệu thải cầu Giao Hòa',
    due: '2026-12-18',
  });
  const moves: readonly (readonly [string, string, When])[] = [
    ['SNNMT', 'SCT', '2026-10-21 09:00'],
    ['SCT', 'SXD', '2026-10-27 09:00'],
    ['SXD', 'SNNMT', '2026-11-10 09:00'],
  ];
  for (const [from, to, when] of moves) {
    say(when, head(from), {
      type: 'hand-off',
      to: script.holder(head(to), when),
      reason: 'Chuyển đơn vị có liên quan xử lý',
      basis: null,
      dueAt: null,
    });
  }
};

/** Papers asked for twice, the day missed, and a slip of apology with a new one. */
const citizen = (script: Script): void => {
  const unit = 'KT-STH';
  const say = registered(script, 'TH-2026-12', '2026-10-05 08:00', {
    unit,
    type: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    subject: 'Giấy phép xây dựng nhà ở hộ L.V.T.',
    due: '2026-10-20',
    holder: member(unit),
  });
  const by = member(unit);
  const papers = (when: When, what: string): void =>
    say(when, by, { type: 'request-supplement', papers: [what], reason: 'Hồ sơ chưa đủ' });
  papers('2026-10-06 09:00', 'Bản vẽ móng');
  papers('2026-10-13 09:00', 'Bản vẽ mặt đứng');
  say('2026-10-20 15:00', by, {
    type: 'issue-apology',
    reason: 'Phải bổ sung bản vẽ hai lần',
    newAppointment: momentOf('2026-10-30 11:00'),
    document: { number: '9', symbol: 'PXL', issuedOn: '2026-10-20', title: null },
  });
  say('2026-10-29 09:00', by, { type: 'decide', decision: 'approved', grounds: null, document: null });
  say('2026-10-29 10:00', by, {
    type: 'complete',
    product: { number: '45', symbol: 'GPXD', issuedOn: '2026-10-29', title: 'Giấy phép xây dựng' },
    outcome: 'granted',
  });
};

/** Seven weeks at one desk, and nothing done; asked about it, the holder refused. */
const atRest = (script: Script): void => {
  const say = registered(script, 'TH-2026-13', '2026-10-01 09:00', {
    unit: 'SNNMT',
    type: 'Giải quyết đề nghị thuê mặt nước',
    subject: 'Thuê mặt nước hồ Suối Lĩnh nuôi cá lồng',
    due: '2026-12-18',
    holder: clerk('SNNMT'),
  });
  say('2026-10-01 14:00', clerk('SNNMT'), {
    type: 'hand-off',
    to: script.holder(member('SNNMT'), '2026-10-01 14:00'),
    reason: 'Giao chuyên viên xử lý',
    basis: null,
    dueAt: null,
  });
  say('2026-11-12 09:00', head('SNNMT'), {
    type: 'refuse-processing',
    reason: 'Cho rằng hồ sơ phải do phòng khác làm',
    recordedFor: script.party(member('SNNMT'), '2026-11-12 09:00'),
  });
};

/** Its own to decide, and undecided when the day was over. */
const undecided = (script: Script): void => {
  const say = registered(script, 'TH-2026-14', '2026-10-07 09:00', {
    unit: 'SCT',
    type: matters.market,
    subject: 'Phương án quản lý chợ Giao Hòa',
    due: '2026-10-30',
  });
  for (const when of ['2026-10-15 09:00', '2026-10-27 09:00', '2026-11-09 09:00'] as const) {
    say(when, head('SCT'), step(script, head('SCT'), when, 'Nghiên cứu hồ sơ'));
  }
};

/** Its own function, kept for a week and a half and then sent back as somebody else's. */
const sentBackAsForeign = (script: Script): void => {
  const say = registered(script, 'TH-2026-15', '2026-10-12 09:00', {
    unit: 'SXD',
    type: matters.market,
    subject: 'Phương án quản lý chợ Tây Hà',
    due: '2026-12-18',
  });
  const passOn = (when: When): void =>
    say(when, head('SXD'), {
      type: 'hand-off',
      to: script.holder(head('SCT'), when),
      reason: 'Chuyển theo chức năng, nhiệm vụ',
      basis: null,
      dueAt: null,
    });
  passOn('2026-10-12 15:00');
  say('2026-10-22 10:00', head('SCT'), {
    type: 'return',
    to: script.holder(head('SXD'), '2026-10-22 10:00'),
    reason: 'Chợ nằm trong khu đô thị, không thuộc chức năng của Sở',
    basis: { text: 'Quyết định quy định chức năng, nhiệm vụ của Sở', clause: null },
    rightUnit: null,
  });
  passOn('2026-10-23 09:00');
  say('2026-10-30 09:00', head('SCT'), step(script, head('SCT'), '2026-10-30 09:00', 'Nghiên cứu hồ sơ'));
};

export const handling = (script: Script): void => {
  for (const story of [consultedUpon, atTheGate, roundAndRound, citizen, atRest, undecided, sentBackAsForeign])
    story(script);
};
