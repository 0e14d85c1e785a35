import type { StatedGround } from '#domain/submission/commands.ts';
import { document } from './asking.ts';
import { matters } from './foundations.ts';
import { registered, step } from './registering.ts';
import { deputy, head, momentOf, type Script } from './script.ts';

const chairman = head('UBND-SH');

const ground = (stated: Pick<StatedGround, 'ground' | 'explanation'> & Partial<StatedGround>): StatedGround => ({
  attempts: [],
  dissents: [],
  direction: null,
  delegationId: null,
  ...stated,
});

/** Its own to decide, passed up all the same: refused by the receiver, and once left without an answer. */
const passedUp = (script: Script): void => {
  const refused = registered(script, 'TH-2026-02', '2026-10-05 09:00', {
    unit: 'SXD',
    type: matters.building,
    subject: 'Thiết kế trường tiểu học Tây Hà',
    due: '2026-12-18',
  });
  refused('2026-10-12 10:00', head('SXD'), {
    type: 'submit',
    to: script.holder(chairman, '2026-10-12 10:00'),
    proposal: 'Trình UBND tỉnh xem xét',
    basis: null,
    ground: ground({ ground: 'beyond-authority', explanation: 'Công trình có ý nghĩa lớn' }),
  });
  refused('2026-10-14 09:00', chairman, {
    type: 'refuse-escalation',
    reason: 'Công trình cấp II thuộc thẩm quyền của Sở',
    basis: { text: 'Quyết định phân cấp của UBND tỉnh Sơn Hà', clause: null },
    to: null,
  });
  refused('2026-10-16 09:00', head('SXD'), step(script, head('SXD'), '2026-10-16 09:00', 'Thẩm định lại'));
  refused('2026-10-26 09:00', head('SXD'), { type: 'decide', decision: 'approved', grounds: null, document: null });
  refused('2026-10-26 10:00', head('SXD'), {
    type: 'complete',
    product: document('301', 'TB-SXD', '2026-10-26 10:00', 'Kết quả thẩm định thiết kế'),
    outcome: 'granted',
  });

  const unanswered = registered(script, 'TH-2026-03', '2026-10-26 09:00', {
    unit: 'SCT',
    type: matters.market,
    subject: 'Phương án quản lý chợ trung tâm Bắc Giao',
    due: '2026-12-18',
  });
  unanswered('2026-11-16 10:00', head('SCT'), {
    type: 'submit',
    to: script.holder(chairman, '2026-11-16 10:00'),
    proposal: 'Trình UBND tỉnh phê duyệt',
    basis: null,
    ground: ground({ ground: 'beyond-authority', explanation: 'Chợ có nhiều ý kiến khác nhau' }),
  });
};

/** Tried and failed: what was tried and who disagreed goes up with the dossier, and the receiver takes it. */
const withoutConsensus = (script: Script): void => {
  const say = registered(script, 'TH-2026-04', '2026-10-05 09:30', {
    unit: 'SNNMT',
    type: matters.mining,
    subject: 'Cấp phép mỏ cát sông Giao',
    due: '2026-12-18',
  });
  for (const [attemptId, when] of [
    ['1', '2026-10-09 14:00'],
    ['2', '2026-10-16 14:00'],
  ] as const) {
    say(`${when.slice(0, 10)} 16:30`, head('SNNMT'), {
      type: 'record-coordination',
      attemptId,
      units: ['SXD', 'STC'],
      topic: 'Ảnh hưởng của mỏ đến kè và cầu Giao Hòa',
      heldAt: momentOf(when),
      result: 'not-agreed',
      document: document(attemptId, 'BB-SNNMT', when),
    });
  }
  say('2026-10-19 09:00', head('SXD'), {
    type: 'record-dissent',
    dissentId: '1',
    unit: 'SXD',
    content: 'Không đồng ý khai thác trong phạm vi 500 m của cầu',
    grounds: 'Kết quả quan trắc lún mố cầu',
  });
  const statement = 'Hai lần họp không thống nhất được phạm vi bảo vệ cầu';
  say('2026-10-21 09:00', head('SNNMT'), { type: 'fail-consensus', attempts: ['1', '2'], dissents: ['1'], statement });
  say('2026-10-22 09:00', head('SNNMT'), {
    type: 'submit',
    to: script.holder(chairman, '2026-10-22 09:00'),
    proposal: 'Trình UBND tỉnh quyết định phạm vi bảo vệ',
    basis: null,
    ground: ground({ ground: 'no-consensus', explanation: statement, attempts: ['1', '2'], dissents: ['1'] }),
  });
  say('2026-10-23 09:00', chairman, { type: 'accept-escalation', note: 'UBND tỉnh chủ trì họp' });
  say('2026-11-10 09:00', chairman, step(script, chairman, '2026-11-10 09:00', 'Chủ trì họp các sở'));
};

/** To a peer: on a ground that the matrix contradicts, on the written word from above, and with no ground at all. */
const sideways = (script: Script): void => {
  const pass = (id: string, type: string, stated: StatedGround | null): void => {
    const say = registered(script, id, '2026-10-12 09:00', {
      unit: 'SXD',
      type,
      subject: `${type} tại cụm công nghiệp Tây Hà`,
      due: '2026-12-18',
    });
    say('2026-10-15 10:00', head('SXD'), {
      type: 'hand-off',
      to: script.holder(head('SCT'), '2026-10-15 10:00'),
      reason: 'Chuyển Sở Công Thương xử lý',
      basis: null,
      dueAt: null,
      ground: stated,
    });
    say('2026-10-19 10:00', head('SCT'), step(script, head('SCT'), '2026-10-19 10:00', 'Nghiên cứu hồ sơ'));
    say('2026-11-02 10:00', head('SCT'), step(script, head('SCT'), '2026-11-02 10:00', 'Kiểm tra thực địa'));
  };
  pass('TH-2026-05', matters.building, ground({ ground: 'beyond-authority', explanation: 'Có nhà xưởng đặc thù' }));
  const direction = document('1502', 'UBND-CN', '2026-10-14 08:00', 'Giao Sở Công Thương xử lý');
  pass('TH-2026-06', matters.building, ground({ ground: 'direction', explanation: 'Theo văn bản giao', direction }));
  pass('TH-2026-07', matters.road, null);
};

/** By a delegation that had been revoked five days before, as was entered three days afterwards. */
const byDelegation = (script: Script): void => {
  const delegationId = 'UQ-TH-01';
  script.delegation('2026-10-01 08:00', head('SNV'), {
    type: 'grant-delegation',
    delegationId,
    unitId: 'SXD',
    delegator: script.officer(head('SXD'), '2026-10-01 08:00'),
    delegate: script.officer(deputy('SXD'), '2026-10-01 08:00'),
    scope: matters.building,
    document: '61/GUQ-SXD',
    validFrom: momentOf('2026-10-01 00:00'),
    validTo: momentOf('2027-01-01 00:00'),
  });
  const when = '2026-11-10 09:00';
  const say = registered(script, 'TH-2026-08', '2026-11-02 09:00', {
    unit: 'SXD',
    type: matters.building,
    subject: 'Thiết kế trạm y tế khu vực Đông Lĩnh',
    due: '2026-12-18',
  });
  const actor = { party: script.party(deputy('SXD'), when), unit: 'SXD', capacity: 'by-delegation' } as const;
  say(when, actor, { type: 'decide', decision: 'approved', grounds: null, document: null });
  script.delegation('2026-11-13 08:00', head('SNV'), {
    type: 'revoke-delegation',
    delegationId,
    revokedAt: momentOf('2026-11-05 00:00'),
    reason: 'Phó Giám đốc được phân công lại từ 05/11',
  });
};

/** Decided what is the committee's to decide; the head had objected in writing to being told to. */
const beyondAuthority = (script: Script): void => {
  const say = registered(script, 'TH-2026-09', '2026-10-26 09:30', {
    unit: 'SCT',
    type: matters.policy,
    subject: 'Chủ trương mở rộng cụm công nghiệp Tây Hà',
    due: '2026-12-18',
  });
  const when = '2026-11-04 09:00';
  say(when, head('SCT'), {
    type: 'record-objection',
    objector: script.party(head('SCT'), when),
    order: 'Ký ngay chủ trương, không chờ UBND tỉnh',
    grounds: 'Chủ trương thuộc thẩm quyền UBND tỉnh',
    document: document('5', 'BC-SCT', when),
  });
  say('2026-11-05 09:00', head('SCT'), { type: 'decide', decision: 'approved', grounds: null, document: null });
};

export const escalations = (script: Script): void => {
  for (const story of [passedUp, withoutConsensus, sideways, byDelegation, beyondAuthority]) story(script);
};
