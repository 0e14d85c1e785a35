import { text } from './text.ts';

const groundTexts = {
  'escalation.ground-missing': text(
    422,
    'Đơn vị {unit} có thẩm quyền quyết định loại việc {matterKind} nên khi trình lên phải nêu căn cứ ({obligation}, {instrument} {clause}).',
    'Unit {unit} may decide matters of kind {matterKind} itself, so submitting one upward needs a stated ground ({obligation}, {instrument} {clause}).',
  ),
  'transfer.ground-missing': text(
    422,
    'Loại việc {matterKind} thuộc chức năng của đơn vị {unit} nên khi chuyển sang {to} phải nêu căn cứ ({obligation}, {instrument} {clause}).',
    'Matters of kind {matterKind} are the function of unit {unit}, so passing one to {to} needs a stated ground ({obligation}, {instrument} {clause}).',
  ),
  'ground.attempt-missing': text(
    422,
    'Căn cứ “không thống nhất được” phải dẫn ít nhất một lần phối hợp của hồ sơ này.',
    'The ground “no consensus” cites at least one coordination attempt of this dossier.',
  ),
  'ground.dissent-missing': text(
    422,
    'Căn cứ “không thống nhất được” phải dẫn ít nhất một ý kiến không thống nhất đã ghi.',
    'The ground “no consensus” cites at least one recorded dissent.',
  ),
  'ground.evidence-unknown': text(
    422,
    'Hồ sơ này không có lần phối hợp hay ý kiến không thống nhất nào mang mã {evidence}.',
    'This dossier has no coordination attempt or dissent with the id {evidence}.',
  ),
  'ground.attempts-agreed': text(
    422,
    'Các lần phối hợp được dẫn đều đã thống nhất: {attempts}.',
    'The cited coordination attempts all ended in agreement: {attempts}.',
  ),
  'ground.dissents-resolved': text(
    422,
    'Các ý kiến được dẫn đều đã được thống nhất lại: {dissents}.',
    'The cited dissents have all been resolved: {dissents}.',
  ),
  'ground.direction-missing': text(
    422,
    'Căn cứ “theo chỉ đạo” phải dẫn văn bản chỉ đạo.',
    'The ground “direction from above” cites the document that directs.',
  ),
  'ground.delegation-not-in-force': text(
    422,
    'Không có ủy quyền {delegation} nào còn hiệu lực vào {at} cho bên chuyển hoặc bên nhận.',
    'No delegation {delegation} to the sender or the receiver was in force at {at}.',
  ),
};

const gateTexts = {
  'submission.open-dissent': text(
    409,
    'Còn ý kiến chưa thống nhất ({dissents}); đơn vị {unit} phải thống nhất trước khi trình, hoặc ghi nhận không thống nhất được và trình với căn cứ đó ({obligation}, {instrument} {clause}).',
    'Dissents are open ({dissents}); unit {unit} settles them before submitting, or records that agreeing failed and submits on that ground ({obligation}, {instrument} {clause}).',
  ),
  'submission.unchecked': text(
    409,
    'Văn phòng {unit} phải kiểm tra hồ sơ trình trước khi trình tiếp ({obligation}, {instrument} {clause}).',
    'The Office {unit} checks a submission before it goes on upward ({obligation}, {instrument} {clause}).',
  ),
  'submission.not-at-gate': text(
    409,
    'Hồ sơ không phải là hồ sơ trình đang nằm tại Văn phòng (đơn vị đang giữ: {unit}).',
    'The dossier is no submission lying at an Office (unit that has it: {unit}).',
  ),
  'submission.forward-inside': text(
    422,
    'Trình tiếp là chuyển ra khỏi Văn phòng lên cấp trên; nơi nhận vẫn là {unit}.',
    'Forwarding leads out of the Office upward; the receiver is still {unit}.',
  ),
  'submission.nothing-named': text(422, 'Danh sách {field} không có mục nào.', 'The list {field} has no item.'),
  'escalation.none-to-answer': text(
    409,
    'Không có việc nào được trình hoặc chuyển có căn cứ đến đơn vị {unit} mà còn chờ trả lời.',
    'Nothing submitted or passed on a ground to unit {unit} awaits an answer.',
  ),
  'escalation.not-to-submitter': text(
    422,
    'Hồ sơ phải trở về đơn vị đã trình ({submitter}), không phải {unit}.',
    'The dossier goes back to the unit that submitted it ({submitter}), not to {unit}.',
  ),
};

const recordTexts = {
  'coordination.id-taken': text(
    409,
    'Mã lần phối hợp {attempt} đã được dùng trong hồ sơ này.',
    'The coordination id {attempt} is already used in this dossier.',
  ),
  'coordination.with-nobody': text(
    422,
    'Phối hợp phải có đơn vị khác ngoài {unit}.',
    'Coordination takes a unit other than {unit}.',
  ),
  'dissent.id-taken': text(
    409,
    'Mã ý kiến không thống nhất {dissent} đã được dùng trong hồ sơ này.',
    'The dissent id {dissent} is already used in this dossier.',
  ),
  'dissent.of-own-unit': text(
    422,
    'Đơn vị đang giữ hồ sơ ({unit}) không thể tự ghi mình không thống nhất với mình.',
    'The unit that has the dossier ({unit}) cannot dissent from itself.',
  ),
  'dissent.unknown': text(
    404,
    'Hồ sơ này không có ý kiến không thống nhất mang mã {dissent}.',
    'This dossier has no dissent with the id {dissent}.',
  ),
  'dissent.already-resolved': text(
    409,
    'Ý kiến không thống nhất {dissent} đã được thống nhất lại với nội dung khác.',
    'Dissent {dissent} is already resolved in other words.',
  ),
  'apology.appointment-past': text(
    422,
    'Ngày hẹn lại ({newAppointment}) phải sau thời điểm xin lỗi ({at}).',
    'The new appointment ({newAppointment}) lies after the apology ({at}).',
  ),
  'person.not-of-unit': text(
    422,
    'Người được ghi ({person}) không công tác tại đơn vị {unit} vào {at}.',
    'The person {person} did not serve in unit {unit} at {at}.',
  ),
};

export const submissionTexts = { ...groundTexts, ...gateTexts, ...recordTexts };
