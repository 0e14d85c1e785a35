import type { DossierStatus, PartyView, TrailInterval, UnitRef } from '#contracts/views.ts';

/** A person with name and id; an account says that it is none; nobody named is said openly. */
export const partyText = (party: PartyView | null): string => {
  if (party === null) return '–';
  if (party.kind === 'unknown') return '(không rõ người)';
  const named = party.name === null ? (party.id ?? '') : `${party.name} (${party.id ?? ''})`;
  return party.kind === 'account' ? `[tài khoản] ${named}` : named;
};

export const unitText = (unit: UnitRef | null): string => unit?.name ?? unit?.id ?? '–';

export const subjectText = (row: {
  readonly subject: string | null;
  readonly secretReference: string | null;
}): string => (row.secretReference === null ? (row.subject ?? '–') : `[mật] ${row.secretReference}`);

export const documentNumber = (row: { readonly number: string | null; readonly symbol: string | null }): string =>
  [row.number, row.symbol].filter((part) => part !== null).join('/') || '–';

export const statusText: Readonly<Record<DossierStatus, string>> = {
  open: 'đang xử lý',
  completed: 'đã giải quyết',
  archived: 'đã lưu trữ',
};

export const outcomeText: Readonly<Record<TrailInterval['outcome'], string>> = {
  open: 'đang giữ',
  'passed-on': 'đã chuyển',
  returned: 'đã trả lại',
  submitted: 'đã trình',
  completed: 'đã giải quyết',
  archived: 'đã lưu trữ',
  'left-office': 'thôi giữ chức',
};

const eventTexts: Readonly<Record<string, string>> = {
  'dossier.registered': 'tiếp nhận',
  'dossier.assigned': 'phân công',
  'dossier.handed-off': 'chuyển',
  'dossier.receipt-confirmed': 'xác nhận nhận',
  'dossier.returned': 'trả lại',
  'dossier.step-performed': 'thực hiện bước',
  'dossier.submitted': 'trình',
  'dossier.decided': 'quyết định',
  'dossier.completed': 'kết thúc',
  'dossier.corrected': 'đính chính',
  'dossier.reopened': 'mở lại',
  'dossier.archived': 'lưu trữ',
  'coordination.attempted': 'trao đổi, phối hợp',
  'dissent.recorded': 'ghi ý kiến không thống nhất',
  'dissent.resolved': 'thống nhất lại ý kiến',
  'consensus.failed': 'không thống nhất được',
  'escalation.stated': 'nêu căn cứ trình, chuyển',
  'escalation.accepted': 'nhận giải quyết việc trình lên',
  'escalation.refused': 'từ chối vì thuộc thẩm quyền bên trình',
  'submission.checked': 'kiểm tra hồ sơ trình',
  'submission.returned': 'trả lại hồ sơ trình chưa đạt',
  'submission.forwarded': 'trình tiếp hồ sơ đã kiểm tra',
  'review.level-passed': 'qua một cấp duyệt',
  'supplement.requested': 'yêu cầu bổ sung hồ sơ',
  'apology.issued': 'xin lỗi và hẹn lại ngày trả',
  'processing.refused': 'từ chối xử lý',
  'objection.recorded': 'ghi ý kiến khác bằng văn bản',
  'appointment.made': 'nhận chức',
  'appointment.ended': 'thôi chức',
  'unit.dissolved': 'đơn vị giải thể',
};

/** Vietnamese for an event type; an unknown one is shown as it is. */
export const eventText = (type: string | null): string => (type === null ? '–' : (eventTexts[type] ?? type));
