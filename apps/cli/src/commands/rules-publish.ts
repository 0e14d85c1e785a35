import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { systemClock } from '#platform/clock.ts';
import { openLedger } from '../compose.ts';
import { fromMoment, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { publishFrom, publishRulebook, type RulebookPublication } from '../rules/publish-rulebook.ts';

type Options = CommonOptions & { readonly file?: readonly string[]; readonly source?: string; readonly from?: string };

export const rulesPublishCommand = (context: CliContext): Command =>
  ledgerCommand('publish', {
    vi: 'Công bố bộ quy tắc: kèm theo sản phẩm, hoặc đọc từ tệp YAML',
    en: 'Publish the rulebook: the product’s own, or one read from YAML files',
  })
    .addOption(option('--file <path...>', { vi: 'các tệp của bộ quy tắc', en: 'the files of the rulebook' }))
    .addOption(option('--source <text>', { vi: 'căn cứ; bắt buộc khi có --file', en: 'on what basis; with --file' }))
    .addOption(
      option('--from <moment>', {
        vi: 'có hiệu lực từ; mặc định bây giờ. Quy tắc mới không xét việc đã qua.',
        en: 'in effect from; default now. New rules do not judge the past.',
      }).argParser(fromMoment),
    )
    .action(async (options: Options) => {
      const { file, source, from } = options;
      if ((file === undefined) !== (source === undefined)) throw together;
      const ledger = await openLedger(configOf(context.env, options));
      try {
        const into = { store: ledger.store, clock: systemClock };
        const published =
          file === undefined || source === undefined
            ? await publishRulebook(into)
            : await publishFrom(into, { source, read: await rulebookIn(file), effectiveFrom: from ?? null });
        if (options.json) context.output.json(published);
        else context.output.line(told[published.what](published));
      } finally {
        await ledger.close();
      }
    });

const together = new CliFailure(
  { vi: '--file và --source phải đi cùng nhau.', en: '--file and --source go together.' },
  2,
);

const rulebookIn = async (paths: readonly string[]) => {
  const { readRulebookFiles } = await import('#api/rulebook/product-rulebook.ts');
  const texts = await Promise.all(paths.map(async (path) => [basename(path), await textOf(path)] as const));
  return readRulebookFiles(Object.fromEntries(texts));
};

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CliFailure({ vi: `Không đọc được ${path}.`, en: `Cannot read ${path}.` }, 1, { cause });
  });

const told: Readonly<Record<RulebookPublication['what'], (published: RulebookPublication) => string>> = {
  published: ({ version }) => `Đã công bố bộ quy tắc bản ${String(version)}. / Published version ${String(version)}.`,
  known: ({ version }) =>
    `Bản ${String(version)} đã có nội dung này, không ghi gì. / Version ${String(version)} says the same; nothing recorded.`,
  kept: ({ version }) =>
    `Giữ bản ${String(version)}: nó không phải bộ kèm theo sản phẩm. / Version ${String(version)} is not the product’s own and stays.`,
};
