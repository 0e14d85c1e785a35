/** Where in what was written, e.g. `clauses.2.duties.R06.returnWorkingDays`, and why in both languages. */
export type InstrumentFault = { readonly path: string; readonly message: string; readonly messageEn: string };

export const faultTexts = {
  missing: { vi: 'bắt buộc (để trống thì ghi null)', en: 'is required (write null for what is blank)' },
  'not-group': { vi: 'phải là nhóm khóa', en: 'must be a group of keys' },
  'not-list': { vi: 'phải là danh sách', en: 'must be a list' },
  'not-text': { vi: 'phải là chuỗi ký tự không trống', en: 'must be a text that is not blank' },
  'not-nfc': { vi: 'chưa ở dạng Unicode NFC', en: 'is not in Unicode NFC' },
  'not-day': { vi: 'không phải ngày yyyy-MM-dd có thật: {value}', en: 'is not a real day yyyy-MM-dd: {value}' },
  'not-id': { vi: 'không phải mã hợp lệ: {value}', en: 'is not a valid id: {value}' },
  'not-certainty': { vi: 'phải là một trong: {allowed}', en: 'must be one of: {allowed}' },
  'not-switch': { vi: 'phải là true hoặc false', en: 'must be true or false' },
  'not-count': { vi: 'phải là số nguyên từ {min} đến {max}', en: 'must be a whole number from {min} to {max}' },
  'key-unknown': { vi: 'không có khóa này', en: 'is not a known key' },
  'obligation-unknown': { vi: 'không có nghĩa vụ {value} (R01–R80)', en: 'there is no obligation {value} (R01–R80)' },
  'parameter-unknown': {
    vi: 'không quy tắc nào đọc tham số này (có: {allowed})',
    en: 'no rule reads this parameter (there are: {allowed})',
  },
  'before-issue': { vi: 'sớm hơn ngày ban hành {issuedOn}', en: 'is before the day of issue {issuedOn}' },
  'period-empty': { vi: 'không sau ngày bắt đầu {validFrom}', en: 'is not after the beginning {validFrom}' },
  repeated: { vi: 'lặp lại: {value}', en: 'is repeated: {value}' },
  'instrument-unknown': { vi: 'không có văn bản {value} trong bộ quy tắc', en: 'there is no instrument {value} here' },
  'refers-to-itself': { vi: 'tự dẫn chiếu chính mình', en: 'refers to itself' },
  'replaced-later': {
    vi: 'thay thế văn bản {value} có hiệu lực sau chính nó',
    en: 'replaces {value}, which begins after it',
  },
} as const;

export type FaultCode = keyof typeof faultTexts;
export type FaultFacts = Readonly<Record<string, string | number>>;

export const faultAt = (path: string, code: FaultCode, facts: FaultFacts = {}): InstrumentFault => {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
  const { vi, en } = faultTexts[code];
  return { path, message: fill(vi), messageEn: fill(en) };
};
