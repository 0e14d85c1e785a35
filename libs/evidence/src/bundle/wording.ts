import { ofEvent, ofField, ofSubject, ofTime, plain, type Facts, type Grade, type Sentence } from './sentence.ts';
import { shownName } from './shown.ts';
import type { Finding } from './verdict.ts';

/** Everything a verdict can say, in both languages. Remarks state facts: why an entry is late is for people to judge. */
export const sentences = {
  'empty-file': plain('unverifiable', 'tệp rỗng', 'the file is empty'),
  'not-a-bundle': plain('unverifiable', 'tệp này không phải là gói vết', 'the file is not a bundle'),
  'too-large': plain(
    'unverifiable',
    'tệp hoặc dòng vượt giới hạn kích thước',
    'the file or a line is larger than a bundle may be',
  ),
  'cut-off': plain(
    'unverifiable',
    'tệp bị đứt: hết tệp trước dấu niêm phong',
    'the file ends before its seal: it was cut off',
  ),
  'format-unknown': plain(
    'unverifiable',
    'phiên bản của gói chưa được công cụ này biết',
    'this program does not know the version of the bundle',
  ),
  'line-malformed': plain(
    'tampered',
    'dòng không đúng dạng duy nhất được phép',
    'the line is not in the only form it may have',
  ),
  'events-out-of-order': ofEvent('tampered', 'đứng sai thứ tự, hoặc lặp lại', 'out of order, or there twice'),
  'event-changed': ofEvent(
    'tampered',
    'nội dung không khớp với dấu vết đã ghi vào sổ',
    'its content is not what the ledger committed to',
  ),
  'event-inserted': ofEvent(
    'tampered',
    'có trong gói nhưng không có trong danh sách được chứng minh',
    'is in the bundle but not among the events proved',
  ),
  'event-missing': ofEvent('tampered', 'được chứng minh nhưng không có trong gói', 'is proved, but not in the bundle'),
  'event-malformed': ofEvent(
    'tampered',
    'không có các phần mà mọi việc trong sổ phải có',
    'lacks what every event of a ledger has',
  ),
  stranger: ofEvent('tampered', 'không thuộc về ai mà gói này nói đến', 'belongs to nobody this bundle is about'),
  'opening-wrong': ofField(
    'tampered',
    'lời văn không phải là lời đã niêm phong trong việc ấy',
    'the text is not the one sealed in the event',
  ),
  'opening-foreign': ofField(
    'tampered',
    'lời văn cho một chỗ không được niêm phong, hoặc được cho hai lần',
    'a text for no sealed field, or a second one',
  ),
  'value-missing': ofField(
    'unverifiable',
    'thiếu lời văn, mà không có việc xóa hợp pháp nào nêu đến',
    'the text is missing, and no lawful erasure names it',
  ),
  'events-not-proved': plain(
    'tampered',
    'các việc không nằm trong cây mà điểm kiểm ký',
    'the events are not in the tree that the checkpoint signs',
  ),
  'checkpoint-malformed': plain('tampered', 'điểm kiểm không đúng dạng', 'the checkpoint is malformed'),
  'checkpoint-differs': plain(
    'tampered',
    'điểm kiểm không nói về cùng một sổ và cùng kích thước với gói',
    'the checkpoint is of another ledger or size than the bundle says',
  ),
  'log-key-unknown': plain(
    'unverifiable',
    'điểm kiểm không được ký bằng khóa nào của sổ mà chính sách tin',
    'the checkpoint is signed by no key of the log that the policy trusts',
  ),
  'signature-wrong': [
    'tampered',
    ({ name }) => `chữ ký của ${name ?? ''} không khớp với điểm kiểm`,
    ({ name }) => `the signature of ${name ?? ''} does not fit the checkpoint`,
  ] satisfies Sentence,
  'witness-missing': [
    'unverifiable',
    ({ found, wanted }) => `có chữ ký của ${found ?? 0n} nhân chứng, chính sách cần ${wanted ?? 0n}`,
    ({ found, wanted }) => `${found ?? 0n} witnesses have cosigned, the policy asks for ${wanted ?? 0n}`,
  ] satisfies Sentence,
  'map-missing': plain(
    'unverifiable',
    'gói không có bản đồ đối tượng, nên không thể nói có đủ hay không',
    'the bundle has no map of subjects, so nothing can be said about what is left out',
  ),
  'map-malformed': ofEvent(
    'tampered',
    'bản đồ đối tượng ghi trong việc này không hợp lệ',
    'the map of subjects recorded here is not valid',
  ),
  'rule-unknown': ofEvent(
    'unverifiable',
    'bản đồ đối tượng theo quy tắc mà công cụ này chưa biết',
    'the map of subjects follows a rule this program does not know',
  ),
  'subject-events-missing': ofSubject('tampered', 'thiếu việc', 'events are missing'),
  'subject-events-foreign': ofSubject('tampered', 'thừa việc', 'there are too many events'),
  'subject-events-differ': ofSubject(
    'tampered',
    'các việc không phải là những việc sổ đã ghi',
    'the events are not those the ledger counted',
  ),
  'subject-not-in-map': ofSubject('tampered', 'bản đồ đối tượng nói khác', 'the map of subjects says something else'),
  'manifest-differs': plain(
    'tampered',
    'phần đầu gói không khớp với những gì có trong gói',
    'the manifest is not about what is in the bundle',
  ),
  'report-differs': plain(
    'tampered',
    'báo cáo không phải là bản đã được niêm phong',
    'the report is not the one the manifest names',
  ),
  'token-contradicts': plain(
    'tampered',
    'dấu thời gian nằm trên một điểm kiểm mà sổ này không nối tiếp',
    'a time stamp is on a checkpoint that this tree does not extend',
  ),
  'token-missing': plain(
    'unverifiable',
    'thiếu dấu thời gian được chính sách tin, phủ lên mọi việc',
    'no time stamp that the policy trusts covers all events',
  ),
  'seal-broken': plain('tampered', 'tệp đã bị thay đổi sau khi niêm phong', 'the file has changed since it was sealed'),
  'seal-key-unknown': plain(
    'unverifiable',
    'gói không được niêm phong bằng khóa nào của sổ mà chính sách tin',
    'the bundle is sealed by no key of the log that the policy trusts',
  ),
  'no-witness': plain(
    'remark',
    'chính sách không nêu nhân chứng nào: người giữ khóa của sổ có thể đã viết lại tất cả',
    'the policy names no witness: whoever holds the key of the log could have rewritten everything',
  ),
  'begun-again': [
    'remark',
    ({ found }) =>
      `đây là đời thứ ${found ?? 0n} của sổ: sổ đã bắt đầu lại từ dữ liệu không nối tiếp những gì đã ký; việc trước đó chỉ được làm chứng từ lúc ấy, hãy hỏi lý do và so với gói cũ`,
    ({ found }) =>
      `this is incarnation ${found ?? 0n} of the ledger: it was begun again from data that do not extend what was signed; what came before is witnessed only since then, ask why and compare older bundles`,
  ] satisfies Sentence,
  'times-not-judged': plain(
    'remark',
    'giờ chưa được xét: chính sách không nêu tổ chức cấp dấu thời gian nào',
    'times were not judged: the policy names no time-stamping authority',
  ),
  'token-not-accepted': plain(
    'remark',
    'một dấu thời gian không được tính: chính sách không tin nơi cấp, hoặc không kiểm được',
    'a time stamp was not counted: its authority is not trusted here, or it does not check',
  ),
  'times-not-covered': plain(
    'remark',
    'không dấu thời gian nào được tính phủ lên mọi việc: giờ của những việc sau dấu cuối cùng là lời của đồng hồ sổ',
    'no time stamp that counts covers all events: the times of those after the last one are the word of the ledger’s clock',
  ),
  'anchor-missing': [
    'remark',
    ({ found }) => `${found ?? 0n} việc nêu một dấu thời gian không có trong gói: mốc “không trước” ấy không được xét`,
    ({ found }) =>
      `${found ?? 0n} events cite a time stamp that is not in the bundle: that “not before” was not judged`,
  ] satisfies Sentence,
  'time-unreadable': ofEvent(
    'remark',
    'giờ ghi không ở dạng của sổ, nên không so được với dấu thời gian',
    'a time is not written as the ledger writes it, and was not compared with the time stamps',
  ),
  'erased-yet-shown': ofField(
    'remark',
    'lời văn có trong gói dù sổ có ghi việc xóa',
    'the text is in the bundle although the ledger records its erasure',
  ),
  'recorded-late': ofTime(
    'chắc chắn được ghi vào sổ sau giờ khai ít nhất',
    'was certainly recorded after the time it claims, by at least',
  ),
  'claimed-ahead': ofTime(
    'giờ khai sau thời điểm chắc chắn đã có trong sổ, ít nhất',
    'claims a time later than when it certainly was in the ledger, by at least',
  ),
  'clock-behind': ofTime(
    'đồng hồ của sổ chậm hơn dấu thời gian, ít nhất',
    'the clock of the ledger was behind the time stamps by at least',
  ),
  'clock-ahead': ofTime(
    'đồng hồ của sổ nhanh hơn dấu thời gian, ít nhất',
    'the clock of the ledger was ahead of the time stamps by at least',
  ),
  'remarks-left-out': [
    'remark',
    ({ found }) => `còn ${found ?? 0n} lưu ý nữa không liệt kê`,
    ({ found }) => `${found ?? 0n} more remarks are not listed`,
  ] satisfies Sentence,
} as const satisfies Readonly<Record<string, Sentence>>;

export type Code = keyof typeof sentences;

const grades = new Map<string, Grade>(Object.entries(sentences).map(([code, [grade]]) => [code, grade]));

/** What a code from outside would be, is not known: then the worst is not assumed of anybody. */
export const gradeOf = ({ code }: Finding): Grade => grades.get(code) ?? 'unverifiable';

const inPlainLetters = (given: Facts): Facts => ({
  ...given,
  ...(given.name !== undefined && { name: shownName(given.name) }),
  ...(given.path !== undefined && { path: shownName(given.path) }),
});

/** The sentences of a finding; a line is named where no event is. What the file gave as a name is not believed. */
export const finding = (code: Code, given: Facts = {}): Finding => {
  const [, vi, en] = sentences[code];
  const facts = inPlainLetters(given);
  const { line = null, position = null } = facts;
  const at = line !== null && position === null ? ([`dòng ${line}: `, `line ${line}: `] as const) : (['', ''] as const);
  return { code, line, position, vi: at[0] + vi(facts), en: at[1] + en(facts) };
};
