import type { UnresolvedCategory } from '#domain/recommendation/events.ts';
import type { UnitId } from '#domain/kernel/event.ts';
import { assigned } from './assigning.ts';
import { document, drafterOf } from './asking.ts';
import { momentOf, clerk, head, member, type Script } from './script.ts';

/** Two to carry it out, one to be reported to, one to know; confirmed in time, late, never taken up, issued again. */
const reissued = (script: Script): void => {
  const issue = (directiveId: string, when: '2026-09-07 09:00' | '2026-10-12 09:00', reissueOf: string | null) => {
    const say = script.of('directive', directiveId);
    say(when, head('UBND-SH'), {
      type: 'issue',
      directiveId,
      issuer: 'UBND-SH',
      document: document(directiveId.slice(-2), 'CT-UBND', when, 'Chấn chỉnh quản lý bến bãi tập kết cát sỏi'),
      duty: 'Kiểm tra, lập danh sách bến bãi không phép',
      recipients: [
        { unit: 'SNNMT', role: 'execute' },
        { unit: 'SXD', role: 'execute' },
        { unit: 'VPUB', role: 'report' },
        { unit: 'SNV', role: 'know' },
      ],
      reissueOf,
    });
    return say;
  };
  const first = issue('CD-2026-01', '2026-09-07 09:00', null);
  first('2026-09-07 14:00', clerk('SNNMT'), { type: 'confirm-receipt', arrivalNumber: '711', receivedAt: null });
  const receivedAt = momentOf('2026-09-07 14:30');
  first('2026-09-10 08:00', clerk('SXD'), { type: 'confirm-receipt', arrivalNumber: '655', receivedAt });
  const again = issue('CD-2026-02', '2026-10-12 09:00', 'CD-2026-01');
  again('2026-10-12 10:00', clerk('SNNMT'), { type: 'confirm-receipt', arrivalNumber: '803', receivedAt: null });
  again('2026-10-12 10:30', clerk('SXD'), { type: 'confirm-receipt', arrivalNumber: '744', receivedAt: null });
  const directive = { directiveId: 'CD-2026-02', executes: ['SNNMT', 'SXD'] };
  for (const [id, lead] of [
    ['NV-2026-11', 'SNNMT'],
    ['NV-2026-12', 'SXD'],
  ] as const) {
    const title = 'Danh sách bến bãi không phép';
    assigned(script, id, '2026-10-13 09:00', { lead, title, due: '2026-11-30', directive });
  }
};

type Sent = { readonly to: UnitId; readonly content: string; readonly forCommittee?: boolean };

const sent = (script: Script, id: string, { to, content, forCommittee = false }: Sent) => {
  const when = '2026-10-05 08:30';
  const say = script.of('recommendation', id);
  say(when, head('UBND-GHO'), {
    type: 'send',
    recommendationId: id,
    dossierId: null,
    sender: 'UBND-GHO',
    to: { level: 'province', unit: to },
    content,
    obstacle: null,
    beyondAuthorityBasis: null,
    forCommittee,
    term: { kind: 'working-days', days: 10 },
    document: document(id.slice(-2), 'KN-UBND', when, content),
    signature: script.signature('UBND-GHO', when, drafterOf('VP-GHO')),
  });
  say('2026-10-05 10:00', clerk(to), { type: 'confirm-delivery', arrivalNumber: id.slice(-2) });
  return say;
};

const reported = (category: UnresolvedCategory, quotedSentence: string | null = null) => ({
  type: 'report-unresolved' as const,
  category,
  quotedSentence,
  reason: 'Kiến nghị chưa được giải quyết',
  to: 'VPUB',
});

/** One for each way in which letter 3239 calls a recommendation unresolved; the first is reported further up. */
const unresolved = (script: Script): void => {
  const mayor = head('UBND-GHO');
  const noReply = sent(script, 'KN-2026-01', { to: 'SCT', content: 'Mở rộng trạm biến áp thôn Hạ' });
  noReply('2026-10-22 09:00', mayor, reported('no-reply'));
  noReply('2026-10-29 09:00', mayor, {
    type: 'report-up',
    to: { level: 'province', unit: 'UBND-SH' },
    document: document('21', 'BC-UBND', '2026-10-29 09:00'),
  });
  const empty = [
    ['KN-2026-02', 'SKHCN', 'generic', 'Phủ sóng di động thôn Thượng', 'Sở ghi nhận và sẽ phối hợp theo quy định.'],
    ['KN-2026-03', 'STC', 'no-stance', 'Bố trí vốn cầu dân sinh', 'Việc này cần được xem xét tổng thể.'],
    ['KN-2026-04', 'STP', 'deflected', 'Hướng dẫn khai sinh quá hạn', 'Đề nghị hỏi cơ quan có liên quan khác.'],
  ] as const;
  for (const [id, to, category, content, sentence] of empty) {
    const say = sent(script, id, { to, content });
    const stance = category === 'generic' ? 'agree' : null;
    say('2026-10-15 10:00', head(to), { type: 'answer', stance, content: sentence, document: null });
    say('2026-10-20 09:00', mayor, reported(category, sentence));
  }
  const contested = script.of('recommendation', 'KN-2026-02');
  const statement = 'Sở đã làm việc với doanh nghiệp viễn thông, đang chờ trả lời';
  contested('2026-10-21 09:00', head('SKHCN'), { type: 'contest-report', report: 1, statement });
  const grounds = 'Câu trả lời không nêu việc sẽ làm và thời hạn';
  contested('2026-10-26 09:00', head('VPUB'), { type: 'judge-report', report: 1, outcome: 'confirmed', grounds });
  const kept = sent(script, 'KN-2026-05', {
    to: 'SNNMT',
    content: 'Điều chỉnh ranh giới rừng phòng hộ',
    forCommittee: true,
  });
  kept('2026-10-22 10:00', mayor, reported('not-submitted'));
};

/** To the central level on a ground that was stated; no answer came, and nobody reported that upward. */
const toTheCentre = (script: Script): void => {
  const [id, when] = ['KN-2026-06', '2026-10-05 09:00'] as const;
  const say = script.of('recommendation', id);
  const content = 'Hướng dẫn chuyển đổi rừng nghèo sang trồng dược liệu';
  say(when, head('SNNMT'), {
    type: 'send',
    recommendationId: id,
    dossierId: null,
    sender: 'SNNMT',
    to: { level: 'central', body: 'Bộ Nông nghiệp và Môi trường' },
    content,
    obstacle: 'Nghị định chưa quy định trường hợp này',
    beyondAuthorityBasis: { text: 'Luật Lâm nghiệp 2017', clause: null },
    forCommittee: false,
    term: { kind: 'working-days', days: 10 },
    document: document('61', 'KN-SNNMT', when, content),
    signature: script.signature('SNNMT', when, drafterOf('SNNMT')),
  });
  say('2026-10-06 09:00', clerk('SNNMT'), { type: 'confirm-delivery', arrivalNumber: '1190' });
};

/** Three steps of a procedure, two of them given to a named person. */
const unassigned = (script: Script): void => {
  const procedureId = 'TT-2026-01';
  const procedure = 'Cấp phép quảng cáo';
  const leader = head('SVHTTDL');
  script.of('office', procedureId)('2026-09-14 09:00', leader, {
    type: 'lay-down-procedure',
    procedureId,
    unit: 'SVHTTDL',
    procedure,
    steps: ['Tiếp nhận', 'Thẩm định', 'Trả kết quả'],
  });
  for (const [stepId, name] of [
    ['KH-2026-01', 'Tiếp nhận'],
    ['KH-2026-02', 'Thẩm định'],
  ] as const) {
    script.of('office', stepId)('2026-09-14 10:00', leader, {
      type: 'assign-step',
      stepId,
      unit: 'SVHTTDL',
      procedure,
      step: name,
      officer: script.officer(member('SVHTTDL'), '2026-09-14 10:00'),
      from: momentOf('2026-09-15 00:00'),
      to: null,
    });
  }
};

/** A posting refused by the person posted; and a finding that people made, never the machine. */
const persons = (script: Script): void => {
  const assignmentId = 'PC-2026-01';
  const posting = script.of('office', assignmentId);
  const officer = script.officer(member('SCT'), '2026-10-08 08:30');
  posting('2026-10-08 08:30', head('SCT'), {
    type: 'decide-assignment',
    assignmentId,
    officer,
    unit: 'SCT',
    duty: 'Thường trực tổ kiểm tra chợ',
    document: document('88', 'QĐ-SCT', '2026-10-08 08:30'),
    effectiveFrom: momentOf('2026-10-12 00:00'),
  });
  const reason = 'Đang phụ trách ba chương trình khác';
  posting('2026-10-09 08:30', member('SCT'), { type: 'refuse-assignment', assignmentId, officer, reason });
  const findingId = 'KL-2026-01';
  script.of('office', findingId)('2026-11-04 09:00', head('TTT'), {
    type: 'record-finding',
    findingId,
    kind: 'disunity',
    officer: script.officer(head('BQLKKT'), '2026-11-04 09:00'),
    statement: 'Tập thể lãnh đạo không thống nhất phân công, việc đình lại hai tháng',
    source: document('12', 'BB-TTT', '2026-11-03 09:00', 'Biên bản họp kiểm điểm'),
  });
};

export const directives = (script: Script): void => {
  for (const story of [reissued, unresolved, toTheCentre, unassigned, persons]) story(script);
};
