import { InvalidArgumentError, type Command } from 'commander';
import { parsePublicKey, type PublicKey } from '#evidence/note/ed25519.ts';
import { systemClock } from '#platform/clock.ts';
import { both, ledgerCommand, option, wholeNumber, type CommonOptions } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { explain } from '../frame/failure.ts';
import { facts } from '../frame/table.ts';
import { startWitness, type RunningWitness } from '../witness/witness-server.ts';
import { untilStopped } from '../serve.ts';

type Options = CommonOptions & {
  readonly dir: string;
  readonly port: number;
  readonly host: string;
  readonly log: readonly PublicKey[];
  readonly name?: string;
  readonly operator?: string;
};

export const witnessCommand = (context: CliContext): Command =>
  ledgerCommand('witness', {
    vi: 'Chạy một nhân chứng độc lập, do cơ quan khác vận hành; không cần cơ sở dữ liệu',
    en: 'Run an independent witness, which another agency operates; needs no database',
  })
    .addOption(
      option('--dir <folder>', {
        vi: 'thư mục của riêng nó: khóa và những gì đã thấy',
        en: 'its own folder: key and what it has seen',
      }).makeOptionMandatory(),
    )
    .addOption(
      option('--log <vkey...>', {
        vi: 'khóa công khai của sổ được làm chứng (name+id+key), có thể nhiều',
        en: 'public key of a log to cosign (name+id+key), one or more',
      })
        .argParser(oneMoreKey)
        .makeOptionMandatory(),
    )
    .addOption(
      option('--port <n>', { vi: 'cổng (0: cổng trống bất kỳ)', en: 'port (0: any free one)' })
        .argParser(wholeNumber(0, 65_535))
        .default(3100),
    )
    .addOption(option('--host <address>', { vi: 'địa chỉ lắng nghe', en: 'address to listen on' }).default('127.0.0.1'))
    .addOption(
      option('--name <name>', {
        vi: 'tên của khóa, chọn một lần, như nhan-chung.example/thanh-tra',
        en: 'name of the key, chosen once, such as witness.example/inspectorate',
      }),
    )
    .addOption(option('--operator <text>', { vi: 'cơ quan vận hành', en: 'the agency that runs it' }))
    .action(async (options: Options) => {
      const { log: logs, ...rest } = options;
      const onFault = (fault: unknown) => context.output.note(`Không ghi được / cannot record: ${explain(fault)}`);
      const witness = await startWitness({ ...rest, logs, clock: systemClock, onFault });
      try {
        report(context, witness, options);
        await untilStopped(context.stop);
      } finally {
        await witness.close();
      }
    });

const oneMoreKey = (text: string, before: readonly PublicKey[] | undefined): readonly PublicKey[] => {
  const parsed = parsePublicKey(text);
  if (parsed.ok) return [...(before ?? []), parsed.key];
  throw new InvalidArgumentError(both({ vi: `Không phải khóa công khai: ${text}`, en: parsed.reason }));
};

const report = ({ output }: CliContext, { url, vkey, fresh }: RunningWitness, options: Options): void => {
  const logs = [...new Set(options.log.map(({ name }) => name))];
  const operator = options.operator ?? null;
  if (options.json) return output.json({ url, vkey, fresh, operator, logs, dir: options.dir });
  if (fresh)
    output.line('Đã tạo khóa mới; hãy sao lưu thư mục và công bố khóa. / A new key was made: back up, publish.');
  const lines = facts([
    ['Khóa công khai / public key', vkey],
    ['Địa chỉ / address', url],
    ['Làm chứng cho / cosigns', logs.join(', ')],
    ['Vận hành / operator', operator],
    ['Dừng / stop', 'Ctrl-C'],
  ]);
  for (const line of lines) output.line(line);
};
