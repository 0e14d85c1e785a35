import { open, readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Stats } from '#contracts/views.ts';
import { systemClock } from '#platform/clock.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure, codeOf, explain, interrupted, type Bilingual } from '../frame/failure.ts';
import { facts } from '../frame/table.ts';
import type { ImportReport } from '../import/import-report.ts';
import { FormatUnknown, ImportStopped, MappingRefused, runImport, type ImportMode } from '../import/run-import.ts';
import { ImportAlreadyRunning } from '../import/staging.ts';
import { following, quietLogger, untilCurrent } from '../views.ts';
import { figures } from './stats.ts';

type ImportOptions = CommonOptions & {
  readonly mapping: string;
  readonly report?: string;
  readonly dryRun?: true;
  readonly strict?: true;
};

/** What the import did, then the figures of the whole ledger after it, from its read models; none when nothing was stored. */
type FullReport = ImportReport | (ImportReport & Stats);

export const importCommand = (context: CliContext): Command =>
  ledgerCommand('import', {
    vi: 'Nhập nhật ký CSV hoặc XES (cả .gz) theo bản ánh xạ',
    en: 'Import a CSV or XES log (also .gz) by a mapping',
  })
    .argument('<file>', 'tệp nhật ký / the log')
    .addOption(
      option('--mapping <file>', {
        vi: 'bản ánh xạ YAML, mô tả ở docs/import.md',
        en: 'mapping in YAML, described in docs/import.md',
      }).makeOptionMandatory(),
    )
    .addOption(
      option('--report <file>', { vi: 'ghi báo cáo JSON ra tệp này', en: 'write the report as JSON to this file' }),
    )
    .addOption(
      option('--dry-run', {
        vi: 'không ghi gì, chỉ báo cáo sẽ ghi gì',
        en: 'store nothing, report what would be stored',
      }),
    )
    .addOption(
      option('--strict', {
        vi: 'có một lỗi là không ghi gì cả',
        en: 'store nothing at all when there is a single fault',
      }),
    )
    .action(async (path: string, options: ImportOptions) => {
      const report = await importInto(context, path, options);
      if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);
      if (options.json) context.output.json(report);
      else show(context, report);
      if (report.faultCount > 0) throw faultsFound(report);
    });

async function importInto(context: CliContext, path: string, options: ImportOptions): Promise<FullReport> {
  const mappingText = await readable(options.mapping, () => readFile(options.mapping, 'utf8'));
  await readable(path, () => touch(path, 'r'));
  const { report: reportPath } = options;
  if (reportPath !== undefined) await readable(reportPath, () => touch(reportPath, 'a'));
  const ledger = await openLedger(configOf(context.env, options));
  try {
    const report = await runImport({ path, mappingText, mode: modeOf(options) }, meansOf(ledger, context));
    return report.outcome === 'stored' ? { ...report, ...(await figuresOf(ledger, context)) } : report;
  } catch (error) {
    throw asFailure(error);
  } finally {
    await ledger.close();
  }
}

const modeOf = ({ dryRun, strict }: ImportOptions): ImportMode => {
  if (dryRun) return 'dry-run';
  return strict ? 'strict' : 'store';
};

const meansOf = ({ connection, store, readModels }: OpenLedger, { output, stop }: CliContext) => ({
  appUrl: connection.appUrl,
  store,
  clock: systemClock,
  rememberName: (officerId: string, name: string) => readModels.directory.setName(officerId, name),
  progress: (title: string, total: number) => output.progress(title, total),
  stop,
});

const figuresOf = (ledger: OpenLedger, context: CliContext): Promise<Stats> =>
  following(ledger, { logger: quietLogger() }, async () => {
    await untilCurrent(ledger, context);
    return ledger.readModels.queries.stats();
  });

/** Found out before the long work, not after it. */
async function touch(path: string, flags: 'r' | 'a'): Promise<void> {
  const file = await open(path, flags);
  const isFile = (await file.stat()).isFile();
  await file.close();
  if (!isFile) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
}

async function readable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = whyNotOpened(error);
    throw new CliFailure({ vi: `Không mở được ${path}: ${why.vi}`, en: `Cannot open ${path}: ${why.en}` }, 2, {
      cause: error,
    });
  }
}

const notOpened: Readonly<Record<string, Bilingual>> = {
  ENOENT: { vi: 'không có tệp này.', en: 'no such file.' },
  EISDIR: { vi: 'đây là thư mục.', en: 'it is a folder.' },
  EACCES: { vi: 'không được phép.', en: 'permission denied.' },
};

const whyNotOpened = (error: unknown): Bilingual =>
  notOpened[codeOf(error)] ?? { vi: explain(error), en: explain(error) };

function asFailure(error: unknown): unknown {
  if (error instanceof ImportStopped) {
    return interrupted({
      vi: 'Chạy lại đúng lệnh này để nhập tiếp; phần đã ghi được giữ nguyên.',
      en: 'Run the same command again to go on; what is stored stays.',
    });
  }
  if (error instanceof MappingRefused) {
    const list = (text: 'message' | 'messageEn'): string =>
      error.faults.map((fault) => `\n  ${fault.path || '·'}: ${fault[text]}`).join('');
    return new CliFailure({ vi: `Bản ánh xạ sai:${list('message')}`, en: `Faulty mapping:${list('messageEn')}` }, 2);
  }
  if (error instanceof FormatUnknown) {
    return new CliFailure(
      {
        vi: 'Không biết tệp là CSV hay XES: đặt đuôi .csv, .xes (có thể thêm .gz) hoặc khai báo format trong bản ánh xạ.',
        en: 'Neither CSV nor XES by its name: end it in .csv or .xes (also .gz), or state format in the mapping.',
      },
      2,
    );
  }
  if (error instanceof ImportAlreadyRunning) {
    return new CliFailure({
      vi: 'Một lần nhập khác đang chạy trên sổ này.',
      en: 'Another import into this ledger is running.',
    });
  }
  return error;
}

const faultsFound = ({ faultCount, leftOut, outcome }: FullReport): CliFailure => {
  const [count, cases] = [String(faultCount), String(leftOut.cases)];
  return outcome === 'nothing-stored'
    ? new CliFailure({ vi: `${count} lỗi; không ghi gì.`, en: `${count} faults; nothing was stored.` }, 2)
    : new CliFailure(
        { vi: `${count} lỗi; để lại ${cases} hồ sơ.`, en: `${count} faults; ${cases} cases left out.` },
        2,
      );
};

const outcomes = {
  stored: 'đã ghi / stored',
  'dry-run': 'chạy thử, chưa ghi gì / dry run, nothing stored',
  'nothing-stored': 'không ghi gì / nothing stored',
};
const faultsShown = 20;

function show({ output }: CliContext, report: FullReport): void {
  const { added, repeated, leftOut } = report;
  const cases = (counts: { cases: number; rows: number }): string =>
    `${String(counts.cases)} hồ sơ / cases, ${String(counts.rows)} dòng / rows`;
  const lines = facts([
    ['Kết quả (outcome)', outcomes[report.outcome]],
    ['SHA-256', report.file.sha256],
    ['Đã đọc (read)', String(report.read)],
    [report.outcome === 'dry-run' ? 'Sẽ thêm (added)' : 'Đã thêm (added)', cases(added)],
    ['Sự kiện sổ (ledgerEvents)', String(added.ledgerEvents)],
    ['Cán bộ, tài khoản, đơn vị mới', [added.officers, added.accounts, added.units].join(', ')],
    ['Đã có sẵn (repeated)', cases(repeated)],
    ['Để lại (leftOut)', cases(leftOut)],
    ['Lỗi (faultCount)', String(report.faultCount)],
  ]);
  for (const line of lines) output.line(line);
  for (const { line, case: id, reason, reasonEn } of report.faults.slice(0, faultsShown)) {
    output.line(`  dòng / line ${String(line ?? '–')}, hồ sơ / case ${id ?? '–'}: ${reason} / ${reasonEn}`);
  }
  if (report.faultCount > faultsShown) output.line(`  … (--report: ${String(report.faults.length)})`);
  if (!('cases' in report)) return;
  output.line('\nCả sổ cái / the whole ledger:');
  for (const line of facts(figures(report))) output.line(line);
}
