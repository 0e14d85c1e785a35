import { Command, InvalidArgumentError, Option } from 'commander';
import type { Bilingual } from './failure.ts';

export type CommonOptions = { readonly json?: true; readonly dataDir?: string };

export const both = (text: Bilingual): string => `${text.vi} / ${text.en}`;

/** A subcommand with what all of them have: `--json`, `--data-dir`, `--help`. */
export const ledgerCommand = (name: string, summary: Bilingual): Command =>
  new Command(name)
    .description(both(summary))
    .addOption(option('--json', { vi: 'in JSON thay cho bảng', en: 'print JSON instead of tables' }))
    .addOption(
      option('--data-dir <dir>', {
        vi: 'thư mục dữ liệu (thay LEDGER_DATA_DIR, mặc định ./var)',
        en: 'data folder (instead of LEDGER_DATA_DIR, default ./var)',
      }),
    );

export const option = (flags: string, description: Bilingual): Option => new Option(flags, both(description));

export const wholeNumber =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/u.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(both(range(min, max)));
    }
    return value;
  };

const range = (min: number, max: number): Bilingual => ({
  vi: `Phải là số nguyên từ ${String(min)} đến ${String(max)}.`,
  en: `Must be a whole number from ${String(min)} to ${String(max)}.`,
});

/** A moment as people type it: `2025-07-01` (the end of that day in Vietnam) or a full UTC moment. */
export const asOfMoment = (text: string): string => {
  const parsed = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T23:59:59.999+07:00`) : new Date(text);
  const shaped = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/u.test(text);
  if (!shaped || Number.isNaN(parsed.getTime()) || !existsInCalendar(text)) {
    throw new InvalidArgumentError(
      both({
        vi: 'Phải là ngày yyyy-MM-dd hoặc thời điểm như 2025-07-01T09:00:00Z.',
        en: 'Must be a day yyyy-MM-dd or a moment like 2025-07-01T09:00:00Z.',
      }),
    );
  }
  return parsed.toISOString();
};

/** The same for beginnings: a day stands for its first moment in Vietnam. */
export const fromMoment = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text)
    ? new Date(Date.parse(asOfMoment(text)) - 86_399_999).toISOString()
    : asOfMoment(text);

/** `Date` turns 30 February into 1 March; a person who typed it meant neither. */
const existsInCalendar = (text: string): boolean => {
  const day = text.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
};
