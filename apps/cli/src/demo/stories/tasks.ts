import { assigned, product, untilDay } from './assigning.ts';
import { momentOf, deputy, head, type Script } from './script.ts';

const chairman = head('UBND-SH');

/** An item of the year's work programme, handed in two days early. */
const onTime = (script: Script): void => {
  const say = assigned(script, 'NV-2026-01', '2026-10-05 08:30', {
    lead: 'STC',
    title: 'Phương án phân bổ vốn đầu tư công năm 2027',
    due: '2026-10-30',
    programme: { name: 'Chương trình công tác năm 2026', year: 2026, quarter: 4 },
  });
  say('2026-10-19 10:00', head('STC'), {
    type: 'report-progress',
    percent: 60,
    statement: 'Đã tổng hợp nhu cầu của các đơn vị',
    obstacles: null,
  });
  say('2026-10-28 15:00', head('STC'), { type: 'submit-product', ...product('2026-10-28 15:00', 'Phương án phân bổ') });
  say('2026-10-29 09:00', chairman, { type: 'accept-product', note: null });
};

/** Nothing was said before the last day and nothing was handed in since; reminded by the clock and by a person. */
const silentlyOverdue = (script: Script): void => {
  const say = assigned(script, 'NV-2026-02', '2026-10-05 08:40', {
    lead: 'SCT',
    title: 'Rà soát chợ tạm trên địa bàn',
    due: '2026-10-23',
  });
  say('2026-11-02 09:00', deputy('UBND-SH'), { type: 'remind', text: 'Đề nghị báo cáo ngay lý do chậm' });
};

const asksForMore = (milestone: string) => ({
  type: 'request-extension' as const,
  reason: 'Chờ kết quả đo đạc thực địa',
  milestone: momentOf(`${milestone} 17:00`),
});

/** More time given; once the promise was kept, once it was not. */
const extended = (script: Script): void => {
  const kept = assigned(script, 'NV-2026-03', '2026-10-01 08:30', {
    lead: 'SXD',
    title: 'Đề án chỉnh trang trục đường trung tâm',
    due: '2026-10-16',
  });
  kept('2026-10-14 10:00', head('SXD'), asksForMore('2026-10-30'));
  kept('2026-10-15 09:00', chairman, { type: 'grant-extension', term: null, note: null });
  kept('2026-10-29 15:00', head('SXD'), { type: 'submit-product', ...product('2026-10-29 15:00', 'Đề án') });
  kept('2026-10-30 09:00', chairman, { type: 'accept-product', note: null });

  const broken = assigned(script, 'NV-2026-05', '2026-09-21 08:30', {
    lead: 'SNNMT',
    title: 'Bản đồ hiện trạng sử dụng đất ven sông',
    due: '2026-10-09',
  });
  broken('2026-10-08 10:00', head('SNNMT'), asksForMore('2026-10-23'));
  broken('2026-10-09 09:00', chairman, { type: 'grant-extension', term: null, note: null });
};

/** No more time given; the report came two days late, and its author's reason was accepted by the head. */
const refusedAndExcused = (script: Script): void => {
  const say = assigned(script, 'NV-2026-04', '2026-10-05 08:50', {
    lead: 'SKHCN',
    title: 'Báo cáo an toàn thông tin các hệ thống dùng chung',
    due: '2026-10-20',
  });
  say('2026-10-19 10:00', head('SKHCN'), asksForMore('2026-11-06'));
  say('2026-10-20 09:00', chairman, { type: 'refuse-extension', reason: 'Báo cáo cần cho phiên họp ngày 23/10' });
  say('2026-10-22 11:00', head('SKHCN'), { type: 'submit-product', ...product('2026-10-22 11:00', 'Báo cáo') });
  say('2026-10-22 15:00', chairman, { type: 'accept-product', note: null });
  const reasonId = 'LD-2026-01';
  const reason = script.of('office', reasonId);
  const author = script.world.roster.in('SKHCN', momentOf('2026-10-05 08:50')).find(({ role }) => role === 'member');
  if (!author) throw new Error('sample: nobody to write the report');
  reason('2026-10-23 08:30', () => author, {
    type: 'claim-reason',
    reasonId,
    incident: 'task-NV-2026-04:0:late',
    officer: author.officer,
    reason: 'Trung tâm dữ liệu mất điện hai ngày 19 và 20/10',
    evidence: [],
  });
  const grounds = 'Có biên bản sự cố của đơn vị vận hành';
  reason('2026-10-23 14:00', head('SKHCN'), { type: 'accept-reason', reasonId, grounds });
};

/** Sent back once and handed in again in time; and one that was accepted, then taken up again within the month. */
const workedOverAgain = (script: Script): void => {
  const again = assigned(script, 'NV-2026-06', '2026-10-05 09:00', {
    lead: 'STP',
    title: 'Rà soát văn bản quy phạm về đất đai',
    due: '2026-10-30',
  });
  again('2026-10-26 10:00', head('STP'), { type: 'submit-product', ...product('2026-10-26 10:00', 'Danh mục') });
  again('2026-10-27 09:00', chairman, {
    type: 'send-back-product',
    reason: 'Chưa nêu kiến nghị xử lý',
    defects: ['Thiếu kiến nghị với từng văn bản'],
    term: null,
  });
  again('2026-10-30 10:00', head('STP'), {
    type: 'submit-product',
    ...product('2026-10-30 10:00', 'Danh mục, kiến nghị'),
  });
  again('2026-11-02 09:00', chairman, { type: 'accept-product', note: null });

  const reopened = assigned(script, 'NV-2026-07', '2026-08-17 09:00', {
    lead: 'SYT',
    title: 'Khắc phục kết luận kiểm tra kho vật tư',
    due: '2026-09-15',
  });
  reopened('2026-09-10 10:00', head('SYT'), { type: 'submit-product', ...product('2026-09-10 10:00', 'Báo cáo') });
  reopened('2026-09-11 09:00', chairman, { type: 'accept-product', note: null });
  const why = 'Kiểm tra lại: hai kho chưa khắc phục';
  reopened('2026-10-12 09:00', chairman, { type: 'reopen', reason: why, term: untilDay('2026-10-30') });
  reopened('2026-10-28 10:00', head('SYT'), {
    type: 'submit-product',
    ...product('2026-10-28 10:00', 'Báo cáo bổ sung'),
  });
  reopened('2026-10-29 10:00', chairman, { type: 'accept-product', note: null });
};

/** Late, with an obstacle reported upward before the day was over. */
const hindered = (script: Script): void => {
  assigned(script, 'NV-2026-08', '2026-10-01 09:00', {
    lead: 'SVHTTDL',
    title: 'Kiểm kê hiện vật nhà trưng bày',
    due: '2026-10-16',
  });
  const obstacleId = 'VM-2026-01';
  const say = script.of('office', obstacleId);
  say('2026-10-14 09:00', head('SVHTTDL'), {
    type: 'report-obstacle',
    obstacleId,
    unit: 'SVHTTDL',
    channel: 'SNV',
    concerns: ['task-NV-2026-08'],
    content: 'Nhà trưng bày đang niêm phong theo yêu cầu của cơ quan điều tra',
  });
};

/** Begun under a head who left before the day on which it was due. */
const takenOver = (script: Script): void => {
  const say = assigned(script, 'NV-2026-09', '2026-06-15 09:00', {
    lead: 'SNNMT',
    title: 'Phương án phòng cháy rừng mùa khô',
    due: '2026-07-31',
  });
  say('2026-08-10 10:00', head('SNNMT'), { type: 'submit-product', ...product('2026-08-10 10:00', 'Phương án') });
  say('2026-08-11 09:00', chairman, { type: 'accept-product', note: null });
};

/** The Office gave it, its acting head did not report in five working days that it was overdue. */
const unreported = (script: Script): void => {
  assigned(script, 'NV-2026-10', '2026-10-01 10:00', {
    assigner: 'VPUB',
    lead: 'SCT',
    title: 'Tổng hợp kiến nghị cử tri về điện nông thôn',
    due: '2026-10-15',
  });
};

export const tasks = (script: Script): void => {
  const stories = [onTime, silentlyOverdue, extended, refusedAndExcused, workedOverAgain, hindered, takenOver];
  for (const story of [...stories, unreported]) story(script);
};
