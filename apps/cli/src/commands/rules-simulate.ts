import { InvalidArgumentError, type Command } from 'commander';
import { systemClock } from '#platform/clock.ts';
import { asOfMoment, both, fromMoment, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { moment } from '../frame/moment.ts';
import { table, type Column } from '../frame/table.ts';
import type { Simulation, SimulatedIncident } from '../rules/simulate.ts';
import { withViews } from '../views.ts';

type Setting = readonly [name: string, value: number | boolean];
type Options = CommonOptions & {
  readonly obligation: string;
  readonly set: readonly Setting[];
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
};

export const rulesSimulateCommand = (context: CliContext): Command =>
  ledgerCommand('simulate', {
    vi: 'Thử: tham số khác đi thì những dấu hiệu nào đã có thêm hoặc bớt; không ghi gì',
    en: 'Try: which candidates another parameter would have added or removed; stores nothing',
  })
    .addOption(
      option('--obligation <id>', { vi: 'nghĩa vụ, ví dụ R06', en: 'duty, for example R06' }).makeOptionMandatory(),
    )
    .addOption(
      option('--set <name=value...>', { vi: 'tham số, ví dụ returnWorkingDays=2', en: 'parameter' })
        .argParser(setting)
        .makeOptionMandatory(),
    )
    .addOption(option('--unit <id>', { vi: 'chỉ đơn vị này', en: 'only this unit' }))
    .addOption(
      option('--from <moment>', { vi: 'việc từ ngày này', en: 'what happened from this day on' }).argParser(fromMoment),
    )
    .addOption(
      option('--to <moment>', {
        vi: 'đến hết ngày này; mặc định bây giờ',
        en: 'to the end of this day; default now',
      }).argParser(asOfMoment),
    )
    .action(async (options: Options) => {
      const { obligation, unit } = options;
      const parameters = Object.fromEntries(options.set);
      const { simulate, faultsOf } = await import('../rules/simulate.ts');
      const faults = faultsOf(obligation, parameters);
      if (faults !== null) throw new CliFailure(faults, 2);
      const asked = { obligation, parameters, unit, from: options.from ?? null, to: options.to ?? systemClock.now() };
      const found = await withViews(context, options, (ledger) => simulate(ledger, asked));
      if (options.json) context.output.json(found);
      else show(context.output, found);
    });

const setting = (text: string, before: readonly Setting[] | undefined): readonly Setting[] => {
  const [, name = '', value = ''] = /^(\w+)=(true|false|\d{1,6})$/u.exec(text) ?? [];
  if (name === '') {
    const wanted = {
      vi: 'Phải có dạng tên=số, tên=true hoặc tên=false.',
      en: 'Must be name=number, name=true or name=false.',
    };
    throw new InvalidArgumentError(both(wanted));
  }
  return [...(before ?? []), [name, /^\d/u.test(value) ? Number(value) : value === 'true']];
};

const show = (output: Output, { obligation, parameters, before, after, appearing, disappearing }: Simulation): void => {
  const set = Object.entries(parameters).map(([name, value]) => `${name}=${String(value)}`);
  output.line(
    `${obligation} ${set.join(', ')}: ${String(before)} dấu hiệu theo quy tắc đã áp dụng, ${String(after)} khi thử.`,
  );
  output.line(`${String(before)} candidates under the rules in force, ${String(after)} in the simulation.`);
  list(output, 'Có thêm / appearing', appearing);
  list(output, 'Không còn / disappearing', disappearing);
  output.line('\nChỉ là mô phỏng: không ghi gì vào sổ cái, không ai bị xét theo kết quả này.');
  output.line('A simulation only: nothing was stored, and nobody is judged by it.');
};

const list = (output: Output, heading: string, incidents: readonly SimulatedIncident[]): void => {
  if (incidents.length === 0) return;
  output.line(`\n${heading}: ${String(incidents.length)}`);
  for (const line of table(columns, incidents)) output.line(line);
};

const columns: readonly Column<SimulatedIncident>[] = [
  { heading: 'Dấu hiệu', value: ({ what }) => what.vi, maxWidth: 48 },
  { heading: 'Việc', value: ({ subject }) => subject },
  { heading: 'Lúc', value: ({ at }) => moment(at) },
  { heading: 'Đơn vị', value: ({ unit }) => unit ?? '–' },
  { heading: 'Khoản', value: ({ clause }) => clause },
];
