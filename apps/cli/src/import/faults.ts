/**
 * What can be wrong with a log, one code each, said in Vietnamese and English.
 * `{name}` is filled from the facts of the fault.
 */
const texts = {
  'row.column-count': [
    'Dòng có {found} cột, phần đầu tệp có {expected} cột',
    'The row has {found} columns, the header has {expected}',
  ],
  'row.quote': ['Dấu ngoặc kép đặt sai trong cột {column}', 'A quotation mark is misplaced in column {column}'],
  'row.too-large': ['Dòng dài hơn {limit} ký tự', 'The row is longer than {limit} characters'],
  'row.damaged-text': [
    'Văn bản ở "{field}" chứa byte không hợp lệ với bảng mã, hoặc ký tự NUL',
    'The text of "{field}" holds bytes that are invalid in its encoding, or a NUL character',
  ],
  'row.case-missing': ['Thiếu mã hồ sơ ("{field}")', 'The case is missing ("{field}")'],
  'row.activity-missing': ['Thiếu tên công việc ("{field}")', 'The activity is missing ("{field}")'],
  'row.time-missing': ['Thiếu thời điểm ("{field}")', 'The time is missing ("{field}")'],
  'row.time-unreadable': [
    'Không đọc được thời điểm ở "{field}": {value}',
    'The time in "{field}" cannot be read: {value}',
  ],
  'row.time-nonexistent': [
    'Thời điểm ở "{field}" không tồn tại theo múi giờ {zone}: {value}',
    'The time in "{field}" does not exist in time zone {zone}: {value}',
  ],
  'case.conflicting-value': [
    'Hồ sơ có hai giá trị khác nhau ở "{field}": {first} và {second}',
    'The case has two different values of "{field}": {first} and {second}',
  ],
  'case.event-id-reused': [
    'Mã sự kiện {value} đã dùng ở dòng {first} với nội dung khác',
    'Event id {value} was used in line {first} with other content',
  ],
  'case.too-long': ['Hồ sơ có hơn {limit} sự kiện', 'The case has more than {limit} events'],
  'case.already-recorded': [
    'Sổ đã có hồ sơ {dossier} với nội dung khác; không ghi đè',
    'The ledger holds dossier {dossier} with other content; nothing is overwritten',
  ],
  'case.refused': ['Quy tắc {rule} từ chối: {reason}', 'Refused by rule {rule}: {reasonEn}'],
  'file.empty': ['Tệp không có dữ liệu', 'The file holds no data'],
  'file.unreadable': ['Không đọc được tệp: {reason}', 'The file cannot be read: {reason}'],
  'file.changed': ['Tệp thay đổi trong khi đọc', 'The file changed while it was read'],
  'file.header-damaged': [
    'Phần đầu tệp không đọc được theo bảng mã {encoding}',
    'The header cannot be read as {encoding}',
  ],
  'file.header-repeats': ['Phần đầu tệp lặp lại cột "{column}"', 'The header names column "{column}" twice'],
  'file.column-missing': [
    'Tệp không có cột "{column}" mà bản ánh xạ nêu cho {field}',
    'The file has no column "{column}", which the mapping names for {field}',
  ],
  'file.quote-open': [
    'Dấu ngoặc kép mở ở dòng này không đóng trước khi hết tệp',
    'The quotation mark opened in this row is not closed before the file ends',
  ],
  'file.compression': [
    'Tệp nén bị cắt cụt hoặc hỏng: {reason}',
    'The compressed file is cut short or damaged: {reason}',
  ],
  'file.xml': ['XML sai: {reason}', 'Malformed XML: {reason}'],
  'file.xml-doctype': [
    'XES không được khai báo DOCTYPE (không mở rộng thực thể)',
    'A DOCTYPE is not allowed in XES (entities are not expanded)',
  ],
  'file.not-xes': ['Phần tử gốc là <{found}>, không phải <log>', 'The root element is <{found}>, not <log>'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type FaultCode = keyof typeof texts;
export type FaultFacts = Readonly<Record<string, string | number>>;

/** `line`: 1-based line of the file where the faulty row (CSV) or element (XES) begins; null when it concerns no line. */
export type Fault = {
  readonly line: number | null;
  readonly case: string | null;
  readonly code: FaultCode;
  readonly facts: FaultFacts;
};

/** A fault as a report shows it. */
export type FaultView = Fault & { readonly reason: string; readonly reasonEn: string };

const longestShown = 120;

/** Fills `{name}` from the facts; what a hostile log made endless is cut. */
export const fill = (text: string, facts: FaultFacts): string =>
  text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = String(facts[name] ?? '');
    return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  });

export function viewFault(fault: Fault): FaultView {
  const [vi, en] = texts[fault.code];
  return { ...fault, reason: fill(vi, fault.facts), reasonEn: fill(en, fault.facts) };
}

/** The file as a whole cannot be trusted: which cases are complete is not known, so nothing of it is stored. */
export class UnreadableLog extends Error {
  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(viewFault(fault).reasonEn, options);
  }
}

export const unreadable = (
  code: FaultCode,
  line: number | null,
  facts: FaultFacts = {},
  cause?: unknown,
): UnreadableLog => new UnreadableLog({ line, case: null, code, facts }, cause === undefined ? undefined : { cause });
