import type { Command } from 'commander';
import type { InstrumentView, RulesInForce, RuleView } from '#contracts/rulebook-views.ts';
import { systemClock } from '#platform/clock.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { asOfMoment, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { moment } from '../frame/moment.ts';
import { table, type Column } from '../frame/table.ts';
import { refuseUnknown } from '../views.ts';
import { rulesBindCommand } from './rules-bind.ts';
import { rulesPublishCommand } from './rules-publish.ts';
import { rulesSimulateCommand } from './rules-simulate.ts';

type Options = CommonOptions & { readonly unit?: string; readonly at?: string };

export const rulesCommand = (context: CliContext): Command =>
  ledgerCommand('rules', {
    vi: 'Quy tắc nào đang áp dụng cho đơn vị nào; công bố, áp dụng, thử tham số',
    en: 'Which rules bind which unit; publish, bind, try a parameter',
  })
    .addOption(option('--unit <id>', { vi: 'quy tắc áp dụng cho đơn vị này', en: 'what binds this unit' }))
    .addOption(
      option('--at <moment>', {
        vi: 'tại ngày (hết ngày) hoặc thời điểm này; mặc định bây giờ',
        en: 'at this day (its end) or moment; default now',
      }).argParser(asOfMoment),
    )
    .addCommand(rulesPublishCommand(context))
    .addCommand(rulesBindCommand(context))
    .addCommand(rulesSimulateCommand(context))
    .action(async (options: Options) => {
      const ledger = await openLedger(configOf(context.env, options));
      try {
        await show(context, ledger, options);
      } finally {
        await ledger.close();
      }
    });

const show = async ({ output }: CliContext, { store }: OpenLedger, options: Options): Promise<void> => {
  const { instrumentsAt, rulesInForce } = await import('#api/rulebook/rulebook-reading.ts');
  const reference = await new LedgerReference(store).current();
  refuseUnknown(options, reference);
  const at = options.at ?? systemClock.now();
  const answer = options.unit === undefined ? instrumentsAt(reference, at) : rulesInForce(reference, options.unit, at);
  if (options.json) return output.json(answer);
  if (answer.rulebookVersion === null) return output.line(noRulebook);
  if ('unit' in answer) return showRules(output, answer);
  output.line(`Bộ quy tắc bản ${String(answer.rulebookVersion)}, ${moment(at)} / rulebook version at that moment`);
  for (const line of table(instrumentColumns, answer.items)) output.line(line);
};

const showRules = (output: Output, { unit, at, rulebookVersion, items }: RulesInForce): void => {
  if (items.length === 0) return output.line(nothingBinds(unit.id));
  output.line(`${unit.name ?? unit.id}, ${moment(at)}, bộ quy tắc bản ${String(rulebookVersion)}`);
  for (const line of table(ruleColumns, items)) output.line(line);
};

const noRulebook =
  'Sổ cái chưa có bộ quy tắc vào lúc đó: ledger rules publish / no rulebook at that moment: ledger rules publish';
const nothingBinds = (unit: string): string =>
  `Chưa văn bản nào áp dụng cho ${unit} vào lúc đó. / No instrument binds it at that moment: ledger rules bind --help`;

const parameterText = ({ parameters }: RuleView): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');

const ruleColumns: readonly Column<RuleView>[] = [
  { heading: 'Nghĩa vụ', value: ({ obligation }) => obligation },
  { heading: 'Khoản', value: ({ clause }) => clause },
  { heading: 'Mã văn bản', value: ({ instrumentId }) => instrumentId },
  { heading: 'Văn bản', value: ({ instrument }) => instrument, maxWidth: 60 },
  { heading: 'Tham số', value: parameterText },
];

const dayText = (day: string): string => day.split('-').toReversed().join('/');
const instrumentColumns: readonly Column<InstrumentView>[] = [
  { heading: 'Mã văn bản', value: ({ instrumentId }) => instrumentId },
  { heading: 'Số, ký hiệu', value: ({ number, symbol }) => `${number ?? '…'}/${symbol ?? '…'}` },
  { heading: 'Cơ quan ban hành', value: ({ issuer }) => issuer, maxWidth: 40 },
  { heading: 'Từ ngày', value: ({ validFrom }) => dayText(validFrom) },
  { heading: 'Về việc', value: ({ title }) => title, maxWidth: 60 },
];
