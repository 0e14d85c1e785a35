import type { Command } from 'commander';
import { openLedger, type OpenLedger } from '../compose.ts';
import { check, type Check, type CheckStatus } from '../doctor/check.ts';
import { clockCheck } from '../doctor/clock-check.ts';
import { evidenceChecks } from '../doctor/evidence-check.ts';
import { placesCheck, serverCheck, textCheck } from '../doctor/ledger-checks.ts';
import { rightsChecks } from '../doctor/rights-check.ts';
import { viewsChecks } from '../doctor/views-checks.ts';
import { ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { CliFailure, explain, interrupted } from '../frame/failure.ts';
import { table } from '../frame/table.ts';

type Options = CommonOptions & { readonly all?: true };

export const doctorCommand = (context: CliContext): Command =>
  ledgerCommand('doctor', {
    vi: 'Khám sổ cái: máy chủ, lược đồ, vị trí, mã băm, quyền, bảng tra cứu, đồng hồ thời hạn, chứng cứ',
    en: 'Examine the ledger: server, schemas, positions, hashes, rights, views, deadline clock, evidence',
  })
    .addOption(
      option('--all', { vi: 'băm lại mọi sự kiện, không chỉ mẫu', en: 'hash every event again, not only a sample' }),
    )
    .action(async (options: Options) => {
      const checks = await examine(context, options);
      if (context.stop.aborted) throw interrupted({ vi: 'Chưa khám xong.', en: 'The examination is not complete.' });
      const healthy = checks.every(({ status }) => status !== 'failed');
      if (options.json) context.output.json({ healthy, checks: checks.map(toJson) });
      else sayChecks(context.output, checks);
      if (!healthy) {
        throw new CliFailure({ vi: 'Sổ cái có chỗ không ổn.', en: 'Something is wrong with the ledger.' });
      }
    });

const examine = async (context: CliContext, options: Options): Promise<Check[]> => {
  const config = configOf(context.env, options);
  let ledger: OpenLedger;
  try {
    ledger = await openLedger(config);
  } catch (error) {
    const why = explain(error);
    return [check('server', 'failed', { vi: `Không mở được sổ cái: ${why}`, en: `Cannot open the ledger: ${why}` })];
  }
  try {
    return await examineOpen(context, ledger, options.all === true);
  } finally {
    await ledger.close();
  }
};

const examineOpen = async ({ stop }: CliContext, ledger: OpenLedger, all: boolean): Promise<Check[]> => [
  await serverCheck(ledger.connection),
  await placesCheck(ledger.connection),
  await textCheck(ledger.store, all, stop),
  ...(await rightsChecks(ledger.connection)),
  ...(await viewsChecks(ledger)),
  await clockCheck(ledger),
  ...(await evidenceChecks(ledger, all)),
];

const toJson = ({ name, status, text }: Check) => ({ name, status, message: text.vi, messageEn: text.en });

const marks: Readonly<Record<CheckStatus, string>> = { ok: 'tốt', warning: 'lưu ý', failed: 'HỎNG' };

const sayChecks = (output: Output, checks: readonly Check[]): void => {
  const lines = table(
    [
      { heading: 'Kết quả', value: ({ status }: Check) => marks[status] },
      { heading: 'Mục', value: ({ name }: Check) => name },
      { heading: 'Chi tiết', value: ({ text }: Check) => text.vi },
    ],
    checks,
  );
  for (const line of lines) output.line(line);
};
