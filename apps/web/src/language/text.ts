import { en } from './en.ts';
import { vi, type TextKey } from './vi.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Families of texts that are looked up by a code from the server. */
export type LabelPrefix =
  'event' | 'outcome' | 'value' | 'capacity' | 'role' | 'fact' | 'passing' | 'quality' | 'subject';

export type Texts = {
  readonly language: Language;
  /** The text for a key, its `{name}` places filled in. */
  readonly text: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;
  /** The text for `prefix.code`; a code this version has no text for is shown as it is. */
  readonly label: (prefix: LabelPrefix, code: string) => string;
  readonly count: (value: number) => string;
  readonly share: (part: number, whole: number) => string;
};

const dictionaries: Record<Language, Record<TextKey, string>> = { vi, en };
const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(vi, key);
}

export function textsIn(language: Language): Texts {
  const dictionary = dictionaries[language];
  const whole = new Intl.NumberFormat(locales[language]);
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 });
  return {
    language,
    text: (key, values = {}) =>
      dictionary[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)),
    label: (prefix, code) => {
      const key = `${prefix}.${code}`;
      return isTextKey(key) ? dictionary[key] : code;
    },
    count: (value) => whole.format(value),
    share: (part, all) => percent.format(all === 0 ? 0 : part / all),
  };
}
