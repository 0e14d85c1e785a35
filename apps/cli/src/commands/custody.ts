import type { CustodyRow } from '#contracts/views.ts';
import type { Command } from 'commander';
import { asOfMoment, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { moment, workingTime } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { table, type Column } from '../frame/table.ts';
import { partyText, subjectText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions &
  PagingOptions & {
    readonly unit?: string;
    readonly officer?: string;
    readonly overdue?: true;
    readonly asOf?: string;
  };

export const custodyCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('custody', {
      vi: 'Ai đang giữ hồ sơ nào, từ khi nào',
      en: 'Who holds which dossier, since when',
    })
      .addOption(option('--unit <id>', { vi: 'chỉ đơn vị này', en: 'only this unit' }))
      .addOption(option('--officer <id>', { vi: 'chỉ cán bộ này', en: 'only this officer' }))
      .addOption(option('--overdue', { vi: 'chỉ hồ sơ quá hạn', en: 'only overdue dossiers' }))
      .addOption(
        option('--as-of <moment>', {
          vi: 'tại ngày (hết ngày) hoặc thời điểm này',
          en: 'as of this day (its end) or moment',
        }).argParser(asOfMoment),
      ),
  ).action(async (options: Options) => {
    const { unit, officer, overdue, asOf, limit, cursor } = options;
    const page = await withViews(context, options, ({ readModels }) =>
      readModels.queries.custody({ unit, officer, overdue, asOf, limit, cursor }),
    );
    if (options.json) return context.output.json(page);
    if (page.items.length === 0) return context.output.line('Không có hồ sơ nào. / No dossiers.');
    for (const line of table(columns, page.items)) context.output.line(line);
    sayNext(context.output, page);
  });

const columns: readonly Column<CustodyRow>[] = [
  { heading: 'Hồ sơ', value: ({ dossierId }) => dossierId },
  { heading: 'Người giữ', value: ({ holder }) => partyText(holder), maxWidth: 40 },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 36 },
  { heading: 'Giữ từ', value: ({ beganAt }) => moment(beganAt) },
  { heading: 'Thời gian giữ', value: ({ workingMs }) => workingTime(workingMs), align: 'right' },
  { heading: 'Hạn', value: ({ deadline }) => moment(deadline) },
  { heading: 'Quá hạn', value: ({ overdue }) => (overdue ? 'quá hạn' : '') },
  { heading: 'Trích yếu', value: subjectText, maxWidth: 60 },
];
