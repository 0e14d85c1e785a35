import { writeFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { readGiven } from '#verifier/read-at-most.ts';
import { runVerify } from '#verifier/run.ts';
import { both, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { AlreadySaid, CliFailure } from '../frame/failure.ts';
import type { Language } from '../verify/say-full.ts';

type Options = CommonOptions & {
  readonly policy?: string;
  readonly lang?: Language;
  readonly report?: string;
  readonly full?: true;
  readonly skipViews?: true;
};

/**
 * The same verifier as `dist/verify.mjs`, with the same words and exit codes; it opens no ledger. With `--full` it
 * takes no bundle and looks at the whole ledger instead.
 */
export const verifyCommand = (context: CliContext): Command =>
  ledgerCommand('verify', {
    vi: 'Kiểm chứng ngoại tuyến một gói vết theo chính sách của bạn (mã thoát: 0 nguyên vẹn, 1 bị can thiệp, 2 không kiểm chứng được)',
    en: 'Verify a bundle offline under your own policy (exit codes: 0 intact, 1 tampered, 2 unverifiable)',
  })
    .argument('[file]', both({ vi: 'gói vết', en: 'the bundle' }))
    .addOption(
      option('--policy <file>', {
        vi: 'chính sách của bạn: bạn tin khóa nào',
        en: 'your policy: whose keys you trust',
      }),
    )
    .addOption(new Option('--lang <lang>', both({ vi: 'ngôn ngữ', en: 'language' })).choices(['vi', 'en', 'both']))
    .addOption(
      option('--report <file>', {
        vi: 'ghi bản in trong gói ra tệp mới, chỉ khi nguyên vẹn',
        en: 'write the printable report to a new file, only when intact',
      }),
    )
    .addOption(
      option('--full', {
        vi: 'kiểm toàn bộ sổ cái này từ gốc thay cho một gói; --policy tùy ý',
        en: 'derive and check this whole ledger anew, instead of a bundle; --policy is optional',
      }).conflicts('report'),
    )
    .addOption(
      option('--skip-views', {
        vi: 'với --full: không đối chiếu bảng tra cứu (đỡ lâu)',
        en: 'with --full: leave the views out (takes less time)',
      }),
    )
    .action(async (file: string | undefined, options: Options) => {
      if (options.full === true) {
        if (file !== undefined) throw new CliFailure(noFile, 2);
        const { verifyWholeLedger } = await import('../verify/verify-full.ts');
        return verifyWholeLedger(context, options);
      }
      if (options.skipViews === true) throw new CliFailure(onlyFull, 2);
      const exitCode = runVerify(argumentsOf(file, options), ioOf(context.output));
      if (exitCode !== 0) throw new AlreadySaid(exitCode);
    });

const noFile = {
  vi: '--full kiểm chính sổ cái này, không nhận tệp gói vết.',
  en: '--full checks this ledger itself and takes no bundle.',
};
const onlyFull = { vi: '--skip-views chỉ đi với --full.', en: '--skip-views goes with --full only.' };

const argumentsOf = (file: string | undefined, { policy, lang, report, json }: Options): readonly string[] => [
  ...(policy === undefined ? [] : ['--policy', policy]),
  ...(lang === undefined ? [] : ['--lang', lang]),
  ...(report === undefined ? [] : ['--report', report]),
  ...(json === true ? ['--json'] : []),
  ...(file === undefined ? [] : ['--', file]),
];

const ioOf = (output: Output) => ({
  readFile: readGiven,
  writeFile: (path: string, text: string) => writeFileSync(path, text, { flag: 'wx' }),
  out: (line: string) => output.line(line),
  err: (line: string) => output.note(line),
  progress: (text: string | null) => {
    if (text !== null) output.note(text);
  },
});
