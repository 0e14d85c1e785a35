import { ofEvent, ofNamed, plain, type Sentence } from './sentence.ts';

/** Everything that a check of the whole ledger can say. */
export const sentences = {
  'event-not-canonical': ofEvent(
    'tampered',
    'lời ghi không ở dạng chuẩn duy nhất (RFC 8785)',
    'its text is not in the one canonical form (RFC 8785)',
  ),
  'event-not-nfc': ofEvent('tampered', 'chữ không ở dạng NFC', 'its text is not in NFC'),
  'event-columns-differ': ofEvent(
    'tampered',
    'cột trong bảng khác với lời ghi',
    'a column of the table says something else than its text',
  ),
  'leaf-differs': ofEvent(
    'tampered',
    'mã băm trong cơ sở dữ liệu không phải của lời ghi này',
    'the hash in the database is not that of its text',
  ),
  'event-changed': ofEvent(
    'tampered',
    'không phải là việc đã được ký ở vị trí này',
    'is not the event that was signed at this position',
  ),
  'position-gap': ofEvent('tampered', 'thiếu trong sổ', 'is missing in the ledger'),
  'position-repeated': ofEvent('tampered', 'vị trí này có hai lần', 'this position is there twice'),
  'revision-wrong': ofEvent(
    'tampered',
    'số thứ tự trong dòng việc của mình không liền mạch',
    'its number within its stream does not follow',
  ),
  'id-repeated': ofEvent('tampered', 'mã số đã có ở một việc trước', 'an earlier event has the same id'),
  'counter-differs': ofEvent(
    'tampered',
    'bộ đếm của sổ không khớp với số việc có trong sổ',
    'the counter does not agree with the events there are',
  ),
  'events-missing': ofEvent(
    'tampered',
    'thiếu từ đây: điểm kiểm đã ký nhiều việc hơn số việc trong cơ sở dữ liệu',
    'missing from here on: a checkpoint was signed over more events than the database holds',
  ),
  'tree-differs': ofEvent(
    'tampered',
    'từ đây đến điểm kiểm kế tiếp có việc khác với việc đã ký, mà cây băm trên đĩa không chỉ ra được',
    'from here to the next checkpoint some event is not the one signed, and the tiles do not tell which',
  ),
  'opening-wrong': ofEvent(
    'tampered',
    'lời văn không phải là lời đã niêm phong trong việc này',
    'the value is not the one sealed in the event',
  ),
  'opening-missing': ofEvent(
    'tampered',
    'lời văn đã mất mà không có việc xóa hợp pháp nào nêu đến',
    'the value is gone, and no recorded erasure names it',
  ),
  'opening-foreign': ofEvent(
    'tampered',
    'có lời văn cho một chỗ không được niêm phong',
    'there is a value for a place that is not sealed',
  ),
  'map-differs': ofEvent(
    'tampered',
    'bản đồ đối tượng ghi ở đây không phải là bản đồ dựng lại từ các việc',
    'the map of subjects recorded here is not the one made from the events',
  ),
  'map-malformed': ofEvent('tampered', 'bản đồ đối tượng không hợp lệ', 'the map of subjects is not valid'),
  'rule-unknown': ofEvent(
    'unverifiable',
    'bản đồ đối tượng theo quy tắc mà bản phần mềm này chưa biết',
    'the map of subjects follows a rule that this version does not know',
  ),
  'map-not-judged': ofEvent(
    'unverifiable',
    'bản đồ đối tượng không đối chiếu được',
    'the map of subjects could not be compared',
  ),
  'anchor-unknown': ofEvent(
    'tampered',
    'nêu một dấu thời gian mà lúc đó sổ chưa có',
    'names a time stamp that the ledger did not have by then',
  ),
  'token-root-differs': ofEvent(
    'tampered',
    'dấu thời gian ghi ở đây không phải trên cây của các việc trong sổ',
    'the time stamp recorded here is not on the tree of these events',
  ),
  'token-differs': ofEvent(
    'tampered',
    'tệp dấu thời gian không phải là tệp mà việc này nêu',
    'the file of the time stamp is not the one that this event names',
  ),
  'token-time-differs': ofEvent(
    'tampered',
    'thời điểm ghi ở đây khác với thời điểm trong dấu thời gian',
    'the moment recorded here is not the one of the time stamp',
  ),
  'token-missing': ofEvent(
    'unverifiable',
    'thiếu tệp dấu thời gian mà việc này nêu',
    'the file of the time stamp that it names is not there',
  ),
  'token-not-accepted': ofEvent(
    'remark',
    'dấu thời gian không được tính: chính sách không tin nơi cấp, hoặc không kiểm được',
    'its time stamp was not counted: the policy does not trust the authority, or it does not check',
  ),
  'stamp-required': plain(
    'unverifiable',
    'chính sách đòi dấu thời gian, mà không dấu nào được tính',
    'the policy asks for a time stamp, and none was counted',
  ),
  'anchor-went-back': ofEvent(
    'remark',
    'nêu một dấu thời gian cũ hơn việc trước đó (hai tiến trình cùng ghi thì có thể vậy)',
    'names an earlier time stamp than an event before it (two processes that both write can do that)',
  ),
  'anchor-of-lost-token': ofEvent(
    'remark',
    'nêu một dấu thời gian có trên đĩa mà sổ không ghi: cơ sở dữ liệu đã từng được đưa về bản cũ',
    'names a time stamp that is on disk but not in the ledger: the database was set back once',
  ),
  'tile-differs': ofNamed('tampered', 'tệp cây băm đã bị thay đổi', 'this tile of the tree was changed'),
  'tile-missing': ofNamed('unverifiable', 'thiếu tệp cây băm này', 'this tile of the tree is missing'),
  'checkpoint-malformed': ofNamed('tampered', 'điểm kiểm không đúng dạng', 'the checkpoint is malformed'),
  'checkpoint-differs': ofNamed(
    'tampered',
    'điểm kiểm là của sổ khác, kích thước khác, hoặc cây khác',
    'the checkpoint is of another log, size or tree',
  ),
  'checkpoint-other-key': ofNamed(
    'tampered',
    'điểm kiểm không được ký bằng khóa nào mà sổ đã công bố trước đó',
    'the checkpoint is signed by no key that the ledger had introduced by then',
  ),
  'checkpoint-former-key': ofNamed(
    'tampered',
    'điểm kiểm chỉ được ký bằng khóa đã thay',
    'the checkpoint is signed by a key that had been replaced',
  ),
  'signature-wrong': ofNamed('tampered', 'chữ ký không khớp', 'a signature does not fit'),
  'checkpoint-missing': ofNamed('unverifiable', 'thiếu điểm kiểm', 'the checkpoint is missing'),
  'log-missing': ofNamed(
    'unverifiable',
    'sổ nêu sổ chứng cứ này, nhưng thư mục chứng cứ không có',
    'the ledger names this log, but the evidence folder does not hold it',
  ),
  'nothing-sealed': plain(
    'unverifiable',
    'chưa có gì được niêm phong: không có gì để đối chiếu, và sổ bị xóa sạch cũng sẽ trông như vậy',
    'nothing was sealed: there is nothing to compare with, and a ledger wiped clean would look the same',
  ),
  'policy-key-unknown': ofNamed(
    'unverifiable',
    'không điểm kiểm nào được ký bằng khóa mà chính sách tin',
    'no checkpoint is signed by a key that the policy trusts',
  ),
  'witness-missing': ofNamed(
    'unverifiable',
    'không điểm kiểm nào đủ nhân chứng theo chính sách',
    'no checkpoint has as many witnesses as the policy asks for',
  ),
  'index-differs': ofNamed(
    'tampered',
    'chỉ mục đối tượng trong cơ sở dữ liệu khác với chỉ mục dựng lại',
    'the subject index in the database is not the one made from the events',
  ),
  'view-differs': ofNamed(
    'tampered',
    'bảng tra cứu khác với bảng dựng lại từ các việc',
    'the view is not the one made from the events',
  ),
  'store-unavailable': ofNamed(
    'unverifiable',
    'mất liên lạc với cơ sở dữ liệu khi chưa kiểm xong',
    'the database could not be reached before the check was complete',
  ),
  'broken-off': ofNamed(
    'unverifiable',
    'việc kiểm đứt giữa chừng, chưa có kết quả đầy đủ',
    'the check broke off and is not complete',
  ),
  'not-yet-covered': ofEvent(
    'remark',
    'từ đây chưa có điểm kiểm nào phủ: chỉ kiểm được dạng và thứ tự',
    'from here on no checkpoint covers the events: only form and order were checked',
  ),
  'not-yet-witnessed': ofEvent(
    'remark',
    'từ đây chưa có điểm kiểm nào đạt chính sách (khóa và nhân chứng)',
    'from here on no checkpoint satisfies the policy (key and witnesses)',
  ),
  'former-log-differs': ofEvent(
    'remark',
    'sổ chứng cứ đời trước đã ký khác từ đây; sổ đã công khai bắt đầu đời mới',
    'a former log had signed otherwise from here on; the ledger openly began a new one',
  ),
  'erasure-not-carried-out': ofEvent(
    'remark',
    'lời văn còn đó dù sổ đã ghi việc xóa',
    'the value is still there although its erasure is recorded',
  ),
  'no-policy': plain(
    'remark',
    'không có chính sách: các khóa là do chính sổ nêu; ai giữ khóa và cả máy đều có thể đã viết lại tất cả',
    'no policy was given: the keys are the word of the ledger itself; who holds key and machine could have rewritten everything',
  ),
  'no-witness': plain(
    'remark',
    'chính sách không nêu nhân chứng nào: người giữ khóa của sổ có thể đã viết lại tất cả',
    'the policy names no witness: whoever holds the key of the log could have rewritten everything',
  ),
  'times-not-judged': plain(
    'unchecked',
    'giờ chưa được xét: không có chính sách nêu tổ chức cấp dấu thời gian',
    'times were not judged: no policy names a time-stamping authority',
  ),
  'tree-not-compared': plain(
    'unchecked',
    'cây băm không đối chiếu tiếp được vì vị trí không liền mạch',
    'the tree was compared no further, since positions have a gap',
  ),
  'index-not-checked': ofNamed(
    'unchecked',
    'chưa đối chiếu chỉ mục đối tượng trong cơ sở dữ liệu',
    'the subject index in the database was not compared',
  ),
  'views-not-checked': ofNamed('unchecked', 'chưa đối chiếu các bảng tra cứu', 'the views were not compared'),
} as const satisfies Readonly<Record<string, Sentence>>;

export type FullCode = keyof typeof sentences;
