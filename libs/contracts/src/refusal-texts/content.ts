import { text } from './text.ts';

export const contentTexts = {
  'secrecy.subject-forbidden': text(
    422,
    'Hồ sơ có độ mật “{secrecy}” không được ghi trích yếu ({field}); chỉ nêu mã tham chiếu.',
    'A dossier marked “{secrecy}” keeps no subject ({field}); its opaque reference alone names it.',
  ),
  'secrecy.reference-missing': text(
    422,
    'Hồ sơ có độ mật “{secrecy}” phải có mã tham chiếu.',
    'A dossier marked “{secrecy}” needs an opaque reference.',
  ),
  'secrecy.reference-needless': text(
    422,
    'Hồ sơ không mật thì không dùng mã tham chiếu mật ({reference}).',
    'A dossier that is not secret has no secret reference ({reference}).',
  ),
  'registration.subject-missing': text(422, 'Phải ghi trích yếu của hồ sơ.', 'The subject must be given.'),
  'deadline.before-received': text(
    422,
    'Hạn giải quyết {deadline} trước thời điểm tiếp nhận {receivedAt}.',
    'The deadline {deadline} is before the receipt {receivedAt}.',
  ),
  'due.before-act': text(
    422,
    'Hạn thực hiện {dueAt} trước thời điểm giao việc {at}.',
    'The due moment {dueAt} is before the act itself {at}.',
  ),
  'return.never-held-there': text(
    422,
    'Chỉ trả lại nơi đã chuyển đến; đơn vị {unit} chưa từng giữ hồ sơ này (đã giữ: {formerUnits}).',
    'A return goes back to where it came from; unit {unit} never held this dossier (held by: {formerUnits}).',
  ),
  'return.right-unit-is-own': text(
    422,
    'Đơn vị có thẩm quyền được nêu ({unit}) chính là đơn vị trả lại.',
    'The right unit named ({unit}) is the very unit that returns.',
  ),
  'submission.not-upward': text(
    422,
    'Trình là trình lên cấp trên; đơn vị {unit} không phải cấp trên của nơi giữ hồ sơ.',
    'A submission goes upward; unit {unit} is not above the holder.',
  ),
  'step.unit-not-involved': text(
    422,
    'Đơn vị {unit} không giữ, không chủ trì, không phối hợp giải quyết hồ sơ này.',
    'Unit {unit} neither holds, leads nor coordinates this dossier.',
  ),
  'step.performer-not-in-unit': text(
    422,
    'Người thực hiện {performer} không thuộc đơn vị {unit}.',
    'Performer {performer} does not belong to unit {unit}.',
  ),
  'step.recorded-by-other-unit': text(
    403,
    'Việc của đơn vị {unit} không do đơn vị {recordedBy} ghi.',
    'A step of unit {unit} is not recorded by unit {recordedBy}.',
  ),
  'assignment.responsible-not-a-person': text(
    422,
    'Người chịu trách nhiệm phải là một cán bộ cụ thể, không phải {responsible}.',
    'The one responsible must be a named officer, not {responsible}.',
  ),
  'assignment.responsible-not-in-unit': text(
    422,
    'Cán bộ {responsible} không thuộc đơn vị giữ, chủ trì hay phối hợp.',
    'Officer {responsible} serves in no holding, lead or coordinating unit.',
  ),
  'decision.grounds-missing': text(
    422,
    'Quyết định “{decision}” phải nêu lý do.',
    'A decision “{decision}” must state its grounds.',
  ),
  'completion.product-missing': text(
    422,
    'Kết quả giải quyết phải có số, ký hiệu hoặc tên.',
    'The product needs a number, a symbol or a title.',
  ),
  'correction.event-unknown': text(
    422,
    'Mục {event} không thuộc hồ sơ này.',
    'Entry {event} is not one of this dossier.',
  ),
  'correction.field-not-of-event': text(
    422,
    'Mục loại {event} không ghi {field} nên không đính chính được nội dung đó.',
    'An entry of type {event} does not state {field}, so it cannot be corrected there.',
  ),
  'correction.changes-nothing': text(
    422,
    'Đính chính mục đăng ký {event} mà không sửa nội dung nào.',
    'The correction of registration {event} changes nothing.',
  ),
  'correction.approver-is-actor': text(
    422,
    'Người đính chính không được tự phê duyệt.',
    'Who corrects cannot approve the correction.',
  ),
  'correction.approver-not-leader': text(
    422,
    'Người phê duyệt {approver} không phải lãnh đạo đơn vị giữ hồ sơ hoặc cấp trên.',
    'Approver {approver} leads neither the keeping unit nor one above it.',
  ),
};
