/** One fault of a request: where, and why in both languages. */
export type Fault = { readonly path: string; readonly message: string; readonly messageEn: string };

/** Texts of field faults; `{max}` and the like are filled from the field's rule. */
export const faultTexts = {
  'field.required': { vi: 'bắt buộc', en: 'is required' },
  'field.unknown': { vi: 'không có trường này', en: 'is not a known field' },
  'value.not-text': { vi: 'phải là chuỗi ký tự', en: 'must be a string' },
  'value.not-object': { vi: 'phải là đối tượng', en: 'must be an object' },
  'value.not-list': { vi: 'phải là danh sách', en: 'must be a list' },
  'value.not-boolean': { vi: 'phải là true hoặc false', en: 'must be true or false' },
  'value.not-among': { vi: 'phải là một trong: {allowed}', en: 'must be one of: {allowed}' },
  'number.range': { vi: 'phải là số nguyên từ {min} đến {max}', en: 'must be an integer from {min} to {max}' },
  'text.empty': { vi: 'không được để trống', en: 'must not be empty' },
  'text.too-long': { vi: 'dài quá {max} ký tự', en: 'is longer than {max} characters' },
  'text.control-character': {
    vi: 'chứa ký tự điều khiển hoặc ký tự đổi chiều chữ',
    en: 'contains a control or direction-changing character',
  },
  'text.not-unicode': { vi: 'chứa ký tự Unicode hỏng', en: 'contains broken Unicode' },
  'id.malformed': {
    vi: 'không phải mã hợp lệ (chữ không dấu, số và . _ ~ -, tối đa 80)',
    en: 'is not a valid id (unaccented letters, digits and . _ ~ -, at most 80)',
  },
  'moment.malformed': {
    vi: 'phải là thời điểm ISO 8601 có múi giờ, ví dụ 2025-07-01T08:00:00+07:00',
    en: 'must be an ISO 8601 moment with an offset, for example 2025-07-01T08:00:00+07:00',
  },
  'day.malformed': { vi: 'phải là ngày yyyy-MM-dd có thật', en: 'must be a real day, yyyy-MM-dd' },
  'position.malformed': {
    vi: 'phải là vị trí trong sổ cái: số nguyên không âm',
    en: 'must be a ledger position: a non-negative integer',
  },
  'list.too-long': { vi: 'quá {max} phần tử', en: 'has more than {max} items' },
  'list.repeated': { vi: 'có phần tử lặp lại', en: 'has repeated items' },
  'body.too-deep': { vi: 'lồng quá {max} tầng', en: 'is nested deeper than {max} levels' },
  'party.malformed': {
    vi: 'phải là {"kind":"officer","id":…}, {"kind":"account","id":…} hoặc {"kind":"unknown"}',
    en: 'must be {"kind":"officer","id":…}, {"kind":"account","id":…} or {"kind":"unknown"}',
  },
  'header.malformed': { vi: 'tiêu đề HTTP không hợp lệ', en: 'is not a valid header value' },
} as const;

export type FaultCode = keyof typeof faultTexts;
export type FaultFacts = Readonly<Record<string, string | number>>;

const fill = (text: string, facts: FaultFacts): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(facts[name] ?? placeholder));

export const faultOf = (path: string, code: FaultCode, facts: FaultFacts = {}): Fault => ({
  path,
  message: fill(faultTexts[code].vi, facts),
  messageEn: fill(faultTexts[code].en, facts),
});
