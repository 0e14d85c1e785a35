import { text } from './text.ts';

export const rulebookTexts = {
  'rulebook.empty': text(422, 'Bộ quy tắc không có văn bản nào.', 'The rulebook has no instruments.'),
  'rulebook.instruments-inconsistent': text(
    422,
    'Các văn bản không khớp nhau tại: {paths}.',
    'The instruments do not fit together at: {paths}.',
  ),
  'rulebook.reaches-back': text(
    422,
    'Phiên bản mới không được có hiệu lực từ {effectiveFrom}, trước lúc công bố {now}: quy tắc mới không xét việc đã qua.',
    'A new version cannot take effect at {effectiveFrom}, before its publication {now}: new rules do not judge the past.',
  ),
  'rulebook.instrument-unknown': text(
    422,
    'Bộ quy tắc không có văn bản {instrument}.',
    'The rulebook has no instrument {instrument}.',
  ),
  'rulebook.already-bound': text(
    409,
    'Văn bản {instrument} đã áp dụng cho đơn vị {unit} trong thời gian đó ({binding}).',
    'Instrument {instrument} already binds unit {unit} in that time ({binding}).',
  ),
  'rulebook.binding-unknown': text(404, 'Không có áp dụng {binding}.', 'There is no binding {binding}.'),
  'rulebook.binding-already-ended': text(
    409,
    'Áp dụng {binding} đã kết thúc từ {endedAt}.',
    'Binding {binding} already ended at {endedAt}.',
  ),
  'rulebook.binding-end-outside-period': text(
    422,
    'Thời điểm kết thúc nằm ngoài thời hạn áp dụng {binding} ({from} – {to}).',
    'The end lies outside binding {binding} ({from} – {to}).',
  ),
  'dissemination.before-instrument': text(
    422,
    'Không thể quán triệt văn bản {instrument} vào {heldAt}, trước khi ban hành {issuedOn}.',
    'Instrument {instrument} cannot be made known at {heldAt}, before its issue {issuedOn}.',
  ),
};
