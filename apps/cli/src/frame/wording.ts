import type { DossierStatus, PartyView, TrailInterval, UnitRef } from '#contracts/views.ts';
import type { DomainEvent } from '#domain/events.ts';

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

/** The compiler asks for a name of every event that the ledger can hold. */
const eventTexts: Readonly<Record<DomainEvent['type'], string>> = {
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
  'unit.established': 'đơn vị thành lập',
  'officer.registered': 'ghi tên cán bộ',
  'account.registered': 'ghi tài khoản',
  'delegation.granted': 'ủy quyền',
  'delegation.revoked': 'thu hồi ủy quyền',
  'calendar.published': 'ban hành lịch làm việc',
  'rulebook.published': 'ban hành bộ quy tắc',
  'rulebook.bound': 'áp dụng văn bản cho đơn vị',
  'rulebook.unbound': 'thôi áp dụng văn bản',
  'authority.assigned': 'quy định thẩm quyền',
  'authority.ended': 'chấm dứt thẩm quyền',
  'dissemination.held': 'quán triệt văn bản',
  'consultation.requested': 'lấy ý kiến',
  'consultation.delivered': 'đăng ký văn bản lấy ý kiến đến',
  'consultation.assigned': 'giao người dự thảo ý kiến',
  'consultation.answered': 'cho ý kiến',
  'consultation.late-answer-received': 'ý kiến đến sau hạn',
  'consultation.returned': 'trả lại văn bản lấy ý kiến',
  'consultation.extended': 'gia hạn cho ý kiến',
  'consultation.rescheduled': 'tính lại hạn cho ý kiến theo lịch mới',
  'consultation.withdrawn': 'rút văn bản lấy ý kiến',
  'consultation.readdressed': 'chuyển lấy ý kiến cơ quan kế thừa',
  'consultation.deadline-passed': 'hết hạn cho ý kiến',
  'consultation.consent-deemed': 'đồng ý do hết hạn',
  'consultation.deemed-consent-voided': 'hủy đồng ý do hết hạn',
  'consultation.reminded': 'đôn đốc cho ý kiến',
  'consultation.addressee-marked-unrelated': 'ghi cơ quan không liên quan',
  'consultation.quality-assessed': 'nhận xét chất lượng ý kiến',
  'consultation.assessment-contested': 'có ý kiến về nhận xét',
  'consultation.assessment-settled': 'kết luận về nhận xét',
  'task.assigned': 'giao nhiệm vụ',
  'task.accepted': 'nhận nhiệm vụ',
  'task.refused': 'không nhận nhiệm vụ',
  'task.progress-reported': 'báo cáo tiến độ',
  'task.reminded': 'đôn đốc nhiệm vụ',
  'task.extension-requested': 'đề nghị gia hạn',
  'task.extension-granted': 'cho gia hạn',
  'task.extension-refused': 'không cho gia hạn',
  'task.withdrawal-requested': 'đề nghị rút nhiệm vụ',
  'task.withdrawal-granted': 'cho rút nhiệm vụ',
  'task.withdrawal-refused': 'không cho rút nhiệm vụ',
  'task.commitment-made': 'cam kết mốc hoàn thành',
  'task.commitment-met': 'giữ đúng cam kết',
  'task.commitment-broken': 'không giữ cam kết',
  'task.product-submitted': 'nộp sản phẩm',
  'task.product-accepted': 'nghiệm thu sản phẩm',
  'task.product-sent-back': 'trả lại sản phẩm',
  'task.deadline-passed': 'hết hạn nhiệm vụ',
  'task.rescheduled': 'tính lại hạn nhiệm vụ theo lịch mới',
  'task.reopened': 'mở lại nhiệm vụ',
  'task.priority-marked': 'đánh dấu mức ưu tiên',
  'directive.issued': 'ban hành văn bản chỉ đạo',
  'directive.receipt-confirmed': 'xác nhận nhận văn bản chỉ đạo',
  'recommendation.sent': 'gửi kiến nghị',
  'recommendation.delivered': 'đăng ký kiến nghị đến',
  'recommendation.answered': 'trả lời kiến nghị',
  'recommendation.submitted-to-committee': 'trình Ủy ban nhân dân nội dung kiến nghị',
  'recommendation.overdue': 'kiến nghị quá thời hạn',
  'recommendation.rescheduled': 'tính lại thời hạn kiến nghị theo lịch mới',
  'recommendation.unresolved-reported': 'báo cáo kiến nghị chưa được giải quyết',
  'recommendation.unresolved-contested': 'cơ quan được nêu có ý kiến',
  'recommendation.unresolved-judged': 'kết luận về báo cáo kiến nghị',
  'recommendation.reported-up': 'báo cáo kiến nghị lên cấp trên',
  'recommendation.settled': 'giải quyết xong kiến nghị',
  'obstacle.reported': 'phản ánh khó khăn, vướng mắc',
  'obstacle.answered': 'trả lời vướng mắc',
  'procedure.laid-down': 'ban hành quy trình',
  'step.assigned': 'giao khâu cho người chịu trách nhiệm',
  'regulation.reviewed': 'rà soát quy chế, quy trình',
  'backlog.reviewed': 'rà soát việc tồn đọng',
  'assignment.decided': 'quyết định điều động, phân công',
  'assignment.accepted': 'chấp hành điều động, phân công',
  'assignment.refused': 'không chấp hành điều động, phân công',
  'leave.recorded': 'ghi việc nghỉ',
  'reason.claimed': 'nêu lý do',
  'reason.accepted': 'chấp nhận lý do chính đáng',
  'reason.rejected': 'không chấp nhận lý do',
  'finding.recorded': 'ghi kết luận về hành vi',
  'report.issued': 'gửi báo cáo',
  'review.proposed': 'đề xuất xem xét trách nhiệm',
  'review.seconded': 'đồng đề xuất xem xét trách nhiệm',
  'review.decided': 'quyết định việc xem xét trách nhiệm',
  'subject-map.recorded': 'ghi gốc bản đồ đối tượng',
  'checkpoint.time-stamped': 'đóng dấu thời gian điểm kiểm',
  'signing-key.introduced': 'đưa khóa ký vào dùng',
  'ledger.incarnation-started': 'mở đời sổ mới',
  'sealed-field.erased': 'xóa hợp pháp nội dung niêm phong',
};

const isNamed = (type: string): type is DomainEvent['type'] => Object.hasOwn(eventTexts, type);

/** Vietnamese for an event type; an unknown one is shown as it is. */
export const eventText = (type: string | null): string => {
  if (type === null) return '–';
  return isNamed(type) ? eventTexts[type] : type;
};
