import { text } from './text.ts';

export const calendarTexts = {
  'calendar.value-malformed': text(
    422,
    'Giá trị không đúng ở {field}: {value}.',
    'Not a valid value in {field}: {value}.',
  ),
  'calendar.version-published': text(
    409,
    'Bản {version} của lịch {calendar} đã công bố với nội dung khác; bản đã công bố không sửa được.',
    'Version {version} of calendar {calendar} is published with other content; a published version is never changed.',
  ),
  'calendar.version-not-next': text(
    409,
    'Bản kế tiếp của lịch {calendar} là bản {expected}, không phải {version}.',
    'The next version of calendar {calendar} is {expected}, not {version}.',
  ),
  'calendar.announced-in-future': text(
    422,
    'Lịch không thể được thông báo ở tương lai: {announcedAt}.',
    'A calendar cannot have been announced in the future: {announcedAt}.',
  ),
  'calendar.announced-before-last': text(
    422,
    'Bản này được thông báo ({announcedAt}) trước bản liền trước ({before}).',
    'This version was announced ({announcedAt}) before the one preceding it ({before}).',
  ),
  'calendar.week-empty': text(
    422,
    'Tuần làm việc phải nêu các thứ từ 1 (thứ Hai) đến 7 (Chủ nhật), mỗi thứ một lần, ít nhất một thứ.',
    'The working week names weekdays from 1 (Monday) to 7 (Sunday), each once, at least one.',
  ),
  'calendar.hours-missing': text(422, 'Thiếu giờ làm việc.', 'Office hours are missing.'),
  'calendar.hours-overlap': text(
    422,
    'Giờ làm việc {from}–{to} không theo thứ tự hoặc chồng lên buổi trước.',
    'Office hours {from}–{to} are out of order or overlap those before.',
  ),
  'calendar.known-range-empty': text(
    422,
    'Khoảng ngày đã biết kết thúc ({to}) trước khi bắt đầu ({from}).',
    'The known range ends ({to}) before it begins ({from}).',
  ),
  'calendar.day-outside-range': text(
    422,
    'Ngày {day} nằm ngoài khoảng đã biết {from}–{to}.',
    'Day {day} lies outside the known range {from}–{to}.',
  ),
  'calendar.day-repeated': text(422, 'Ngày {day} được nêu hai lần.', 'Day {day} is named twice.'),
  'calendar.day-not-exceptional': text(
    422,
    'Ngày {day} theo tuần làm việc vốn đã như thế: chỉ nêu ngày nghỉ rơi vào ngày làm việc, hoặc ngày làm bù rơi vào ngày nghỉ.',
    'The weekly pattern says the same of day {day}: name only working weekdays off, or other days worked.',
  ),
  'calendar.swap-one-sided': text(
    422,
    'Ngày {day} hoán đổi với {with}, nhưng ngày kia không hoán đổi lại với nó.',
    'Day {day} is swapped with {with}, which is not swapped with it in turn.',
  ),
  'calendar.units-taken': text(
    409,
    'Lịch {calendar} đã áp dụng cho {units}; một đơn vị chỉ theo một lịch.',
    'Calendar {calendar} already applies to {units}; a unit keeps one calendar.',
  ),
};
