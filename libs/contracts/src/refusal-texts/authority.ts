import { text } from './text.ts';

export const authorityTexts = {
  'authority.already-assigned': text(
    409,
    'Đơn vị {unit} đã được giao thẩm quyền này với loại việc {matter} trong thời gian đó ({authority}).',
    'Unit {unit} already has this authority over matter {matter} in that time ({authority}).',
  ),
  'authority.end-outside-period': text(
    422,
    'Thời điểm kết thúc nằm ngoài thời hạn của thẩm quyền {authority} ({validFrom} – {validTo}).',
    'The end lies outside authority {authority} ({validFrom} – {validTo}).',
  ),
  'authority.already-ended': text(
    409,
    'Thẩm quyền {authority} đã kết thúc từ {endedAt}.',
    'Authority {authority} already ended at {endedAt}.',
  ),
};
