import { text } from './text.ts';

export const actTexts = {
  'act.moment-malformed': text(
    422,
    'Thời điểm ở {field} không đúng định dạng: {value}.',
    'The moment in {field} is not well formed: {value}.',
  ),
  'act.text-blank': text(422, 'Nội dung ở {field} bị bỏ trống.', 'The text in {field} is blank.'),
  'act.in-future': text(
    422,
    'Không ghi việc chưa xảy ra: {field} là {moment}, bây giờ là {now}.',
    'What has not happened cannot be recorded: {field} is {moment}, it is now {now}.',
  ),
  'act.before-custody': text(
    422,
    'Thời điểm {moment} trước lúc nhận giữ hồ sơ ({since}).',
    'The moment {moment} is before the dossier was taken into custody ({since}).',
  ),
  'act.before-closing': text(
    422,
    'Thời điểm {moment} trước lúc hồ sơ kết thúc hoặc nộp lưu ({closedAt}).',
    'The moment {moment} is before the dossier was closed ({closedAt}).',
  ),
  'actor.unknown': text(403, 'Không xác định được người thực hiện.', 'The actor is not known.'),
  'actor.not-a-person': text(
    403,
    'Tài khoản {account} không phải là người nên không được thực hiện việc này ({act}).',
    'Account {account} is not a person and may not do this ({act}).',
  ),
  'actor.capacity-not-held': text(
    403,
    'Người thực hiện không có tư cách “{capacity}” tại đơn vị {unit} vào {at}.',
    'The actor did not hold the capacity “{capacity}” in unit {unit} at {at}.',
  ),
};

export const custodyTexts = {
  'dossier.not-registered': text(404, 'Hồ sơ chưa được đăng ký.', 'The dossier is not registered.'),
  'dossier.already-registered': text(
    409,
    'Hồ sơ {dossier} đã được đăng ký với nội dung khác.',
    'Dossier {dossier} is already registered with other content.',
  ),
  'dossier.completed': text(
    409,
    'Hồ sơ {dossier} đã giải quyết xong; muốn làm tiếp phải mở lại.',
    'Dossier {dossier} is completed; more work needs a reopening.',
  ),
  'dossier.archived': text(
    409,
    'Hồ sơ {dossier} đã lưu trữ (mã {fileCode}).',
    'Dossier {dossier} is in the archive (code {fileCode}).',
  ),
  'dossier.not-completed': text(
    409,
    'Hồ sơ {dossier} chưa giải quyết xong nên chưa được lưu trữ.',
    'Dossier {dossier} is not completed and cannot be archived yet.',
  ),
  'dossier.not-closed': text(
    409,
    'Hồ sơ {dossier} đang được giải quyết, không cần mở lại.',
    'Dossier {dossier} is open; there is nothing to reopen.',
  ),
  'dossier.not-holder': text(
    403,
    'Hồ sơ {dossier} do người khác giữ (người giữ: {holder}, đơn vị: {unit}).',
    'Dossier {dossier} is held by somebody else (holder: {holder}, unit: {unit}).',
  ),
  'dossier.not-competent': text(
    403,
    'Người thực hiện không có thẩm quyền chỉ đạo hồ sơ {dossier} của đơn vị {unit}.',
    'The actor may not direct dossier {dossier} of unit {unit}.',
  ),
  'unit.unknown': text(422, 'Không có đơn vị {unit} ({field}).', 'There is no unit {unit} ({field}).'),
  'unit.not-in-office': text(
    422,
    'Đơn vị {unit} ({field}) không hoạt động vào {at}: {standing}.',
    'Unit {unit} ({field}) was not in office at {at}: {standing}.',
  ),
  'recipient.unit-missing': text(422, 'Phải ghi đơn vị nhận giữ hồ sơ.', 'The unit that is to hold must be named.'),
  'recipient.account': text(
    422,
    'Tài khoản {account} không phải là người nên không thể giữ hồ sơ.',
    'Account {account} is not a person and cannot hold a dossier.',
  ),
  'recipient.officer-unknown': text(422, 'Không có cán bộ {officer}.', 'There is no officer {officer}.'),
  'recipient.not-in-unit': text(
    422,
    'Cán bộ {officer} không công tác tại đơn vị {unit} vào {at}.',
    'Officer {officer} did not serve in unit {unit} at {at}.',
  ),
  'recipient.same-holder': text(
    422,
    'Hồ sơ {dossier} đang ở chính nơi nhận (đơn vị {unit}).',
    'Dossier {dossier} is already with that very holder (unit {unit}).',
  ),
};
