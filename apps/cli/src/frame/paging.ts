import type { Page } from '#contracts/views.ts';
import type { Command } from 'commander';
import type { Output } from './context.ts';
import { option, wholeNumber } from './command.ts';

export type PagingOptions = { readonly limit?: number; readonly cursor?: string };

export const withPaging = (command: Command): Command =>
  command
    .addOption(
      option('--limit <n>', { vi: 'số dòng, 1–200 (mặc định 50)', en: 'rows, 1–200 (default 50)' }).argParser(
        wholeNumber(1, 200),
      ),
    )
    .addOption(option('--cursor <text>', { vi: 'xem tiếp từ trang trước', en: 'go on after the previous page' }));

/** Says below a table that there is more, and how to see it. */
export const sayNext = (output: Output, { next }: Page<unknown>): void => {
  if (next !== null) output.line(`\nCòn nữa / more: --cursor ${next}`);
};
