import { text } from './text.ts';

export const caseTexts = {
  'case.unknown': text(404, 'Sổ cái không có việc này: {id}.', 'The ledger knows no such case: {id}.'),
  'case.id-taken': text(409, 'Mã {id} đã dùng cho việc khác.', 'Id {id} is taken by another case.'),
  'case.not-yours': text(
    403,
    'Đơn vị {unit} không phải đơn vị được làm việc này ({units}).',
    'Unit {unit} is not one that may do this ({units}).',
  ),
  'case.officer-unknown': text(422, 'Không có cán bộ {officer} trong sổ.', 'The ledger knows no officer {officer}.'),
};
