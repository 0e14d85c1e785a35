import { text } from './text.ts';

export const erasureTexts = {
  'erasure.event-unknown': text(404, 'Sổ cái không có sự kiện {id}.', 'The ledger has no event {id}.'),
  'erasure.clause-missing': text(
    422,
    'Căn cứ xóa phải nêu điều, khoản.',
    'The ground of an erasure has to name its clause.',
  ),
  'erasure.without-field': text(422, 'Chưa nêu nội dung nào cần xóa.', 'No field to erase is named.'),
  'erasure.own-conduct': text(
    403,
    'Cán bộ {officer} đã ghi sự kiện này hoặc được nêu tên trong đó: người khác phải quyết định việc xóa.',
    'Officer {officer} recorded this event or is named in it: somebody else has to decide.',
  ),
  'erasure.field-not-sealed': text(
    422,
    'Nội dung {field} không được niêm phong nên không xóa được. Được niêm phong: {sealed}.',
    'Field {field} is not sealed and cannot be erased. Sealed: {sealed}.',
  ),
  'erasure.already-erased': text(
    409,
    'Nội dung {field} đã được xóa trước đó.',
    'Field {field} has been erased before.',
  ),
};
