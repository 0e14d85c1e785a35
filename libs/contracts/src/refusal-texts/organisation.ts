import { text } from './text.ts';

export const organisationTexts = {
  'period.empty': text(
    422,
    'Thời hạn kết thúc {validTo} không sau lúc bắt đầu {validFrom}.',
    'The period ends {validTo}, not after its beginning {validFrom}.',
  ),
  'unit.already-established': text(
    409,
    'Đơn vị {unit} đã được lập với nội dung khác.',
    'Unit {unit} is already established with other content.',
  ),
  'unit.not-established': text(404, 'Chưa có đơn vị {unit}.', 'There is no unit {unit}.'),
  'unit.parent-not-in-office': text(
    422,
    'Đơn vị cấp trên {parent} không hoạt động vào {at}.',
    'Superior unit {parent} is not in office at {at}.',
  ),
  'unit.already-dissolved': text(
    409,
    'Đơn vị {unit} đã kết thúc hoạt động từ {validTo}.',
    'Unit {unit} was already dissolved as of {validTo}.',
  ),
  'unit.end-before-beginning': text(
    422,
    'Thời điểm kết thúc {validTo} không sau lúc thành lập {validFrom}.',
    'The end {validTo} is not after the beginning {validFrom}.',
  ),
  'unit.succeeds-itself': text(422, 'Đơn vị {unit} không thể tự kế thừa.', 'Unit {unit} cannot succeed itself.'),
  'unit.successor-not-in-office': text(
    422,
    'Đơn vị kế thừa {successor} không hoạt động vào {at}.',
    'Successor {successor} is not in office at {at}.',
  ),
  'appointment.id-taken': text(
    409,
    'Mã bổ nhiệm {appointment} đã dùng cho nội dung khác.',
    'Appointment id {appointment} is taken by other content.',
  ),
  'appointment.account': text(
    422,
    'Tài khoản {account} không phải là người nên không thể giữ chức vụ.',
    'Account {account} is not a person and cannot be appointed.',
  ),
  'appointment.officer-unknown': text(422, 'Chưa đăng ký cán bộ {officer}.', 'Officer {officer} is not registered.'),
  'appointment.outside-unit': text(
    422,
    'Thời gian bổ nhiệm nằm ngoài thời gian hoạt động của đơn vị {unit} ({validFrom} – {validTo}).',
    'The appointment lies outside the validity of unit {unit} ({validFrom} – {validTo}).',
  ),
  'appointment.head-overlap': text(
    409,
    'Đơn vị {unit} đã có người đứng đầu {head} ({validFrom} – {validTo}).',
    'Unit {unit} already has a head, {head} ({validFrom} – {validTo}).',
  ),
  'appointment.duplicate': text(
    409,
    'Cán bộ {officer} đang giữ vai trò “{role}” này (bổ nhiệm {appointment}).',
    'Officer {officer} already holds this role “{role}” (appointment {appointment}).',
  ),
  'appointment.not-made': text(404, 'Không có bổ nhiệm {appointment}.', 'There is no appointment {appointment}.'),
  'appointment.already-ended': text(
    409,
    'Bổ nhiệm {appointment} đã kết thúc từ {endedAt}.',
    'Appointment {appointment} already ended at {endedAt}.',
  ),
  'appointment.end-outside-period': text(
    422,
    'Thời điểm kết thúc nằm ngoài thời hạn bổ nhiệm {appointment} ({validFrom} – {validTo}).',
    'The end lies outside appointment {appointment} ({validFrom} – {validTo}).',
  ),
  'party.id-taken': text(
    409,
    'Mã {id} đã dùng: một mã không thể vừa là người vừa là tài khoản.',
    'Id {id} is taken: one id cannot be both a person and an account.',
  ),
  'account.already-registered': text(
    409,
    'Tài khoản {account} đã đăng ký với nội dung khác.',
    'Account {account} is already registered with other content.',
  ),
};

export const delegationTexts = {
  'delegation.not-written': text(422, 'Ủy quyền phải bằng văn bản.', 'A delegation must be in writing.'),
  'delegation.without-scope': text(422, 'Ủy quyền phải nêu nội dung, phạm vi.', 'A delegation must state its scope.'),
  'delegation.already-granted': text(
    409,
    'Ủy quyền {delegation} đã được ghi với nội dung khác.',
    'Delegation {delegation} is already granted with other content.',
  ),
  'delegation.account': text(
    422,
    'Tài khoản {account} không phải là người nên không thể ủy quyền hay nhận ủy quyền.',
    'Account {account} is not a person and can neither delegate nor be delegated to.',
  ),
  'delegation.officer-unknown': text(422, 'Chưa đăng ký cán bộ {officer}.', 'Officer {officer} is not registered.'),
  'delegation.to-oneself': text(
    422,
    'Cán bộ {officer} không thể ủy quyền cho chính mình.',
    'Officer {officer} cannot delegate to themselves.',
  ),
  'delegation.unit-not-in-office': text(
    422,
    'Đơn vị {unit} không hoạt động vào {at}.',
    'Unit {unit} is not in office at {at}.',
  ),
  'delegation.sub-delegation': text(
    422,
    'Cán bộ {delegator} được ủy quyền tại đơn vị {unit}, không được ủy quyền lại.',
    'Officer {delegator} acts for unit {unit} by delegation and cannot pass it on.',
  ),
  'delegation.delegator-not-leader': text(
    422,
    'Cán bộ {delegator} không phải lãnh đạo đơn vị {unit} vào {at}.',
    'Officer {delegator} did not lead unit {unit} at {at}.',
  ),
  'delegation.not-granted': text(404, 'Không có ủy quyền {delegation}.', 'There is no delegation {delegation}.'),
  'delegation.already-revoked': text(
    409,
    'Ủy quyền {delegation} đã bị thu hồi từ {revokedAt}.',
    'Delegation {delegation} was already revoked at {revokedAt}.',
  ),
  'delegation.revocation-outside-period': text(
    422,
    'Thời điểm thu hồi nằm ngoài thời hạn ủy quyền {delegation} ({validFrom} – {validTo}).',
    'The revocation lies outside delegation {delegation} ({validFrom} – {validTo}).',
  ),
};
