import type { Command } from 'commander';
import { systemClock } from '#platform/clock.ts';
import { openLedger } from '../compose.ts';
import { fromMoment, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { moment } from '../frame/moment.ts';
import { recordReferenceAct } from '../rules/record-reference-act.ts';

type Options = CommonOptions & {
  readonly instrument: string;
  readonly unit: string;
  readonly from: string;
  readonly to?: string;
  readonly withSubordinates?: true;
};

export const rulesBindCommand = (context: CliContext): Command =>
  ledgerCommand('bind', { vi: 'Áp dụng một văn bản cho một đơn vị', en: 'Let an instrument bind a unit' })
    .addOption(option('--instrument <id>', { vi: 'mã văn bản', en: 'instrument id' }).makeOptionMandatory())
    .addOption(option('--unit <id>', { vi: 'đơn vị', en: 'unit' }).makeOptionMandatory())
    .addOption(
      option('--from <moment>', {
        vi: 'từ ngày (đầu ngày) hoặc thời điểm này',
        en: 'from this day (its beginning) or moment',
      })
        .argParser(fromMoment)
        .makeOptionMandatory(),
    )
    .addOption(
      option('--to <moment>', {
        vi: 'đến trước ngày hoặc thời điểm này',
        en: 'until before this day or moment',
      }).argParser(fromMoment),
    )
    .addOption(option('--with-subordinates', { vi: 'cả các đơn vị cấp dưới', en: 'units below it, too' }))
    .action(async (options: Options) => {
      const { instrument, unit, from, to = null, withSubordinates = false } = options;
      const ledger = await openLedger(configOf(context.env, options));
      try {
        const bindingId = `${instrument}.${unit}.${from.slice(0, 10)}`;
        const said = { bindingId, instrumentId: instrument, unitId: unit, withSubordinates, from, to };
        await recordReferenceAct<'rulebook'>(
          { store: ledger.store, clock: systemClock },
          {
            category: 'rulebook',
            id: 'vn',
            key: `bind/${bindingId}`,
            toCommand: ({ at, actor }) => ({ type: 'bind-instrument', at, actor, ...said }),
          },
        );
        if (options.json) context.output.json(said);
        else context.output.line(`Đã áp dụng ${instrument} cho ${unit} từ ${moment(from)}. / Bound.`);
      } finally {
        await ledger.close();
      }
    });
