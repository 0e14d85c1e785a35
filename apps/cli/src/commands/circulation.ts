import type { CirculationView, PingPongView } from '#contracts/submission-views.ts';
import type { Command } from 'commander';
import { ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { moment, workingTime } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { table, type Column } from '../frame/table.ts';
import { subjectText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions & PagingOptions & { readonly pingPong?: true };

export const circulationCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('circulation', {
      vi: 'Hồ sơ qua nhiều đơn vị mà chưa ai làm vào nội dung',
      en: 'Dossiers passed from unit to unit with nothing done about their substance',
    }).addOption(
      option('--ping-pong', {
        vi: 'chuyển qua chuyển lại giữa hai đơn vị, theo cặp',
        en: 'there and back between two units, by pairs',
      }),
    ),
  ).action((options: Options) => (options.pingPong ? showPingPong(context, options) : showLongest(context, options)));

const showLongest = async (context: CliContext, options: Options): Promise<void> => {
  const { limit, cursor } = options;
  const page = await withViews(context, options, ({ readModels }) => readModels.queries.circulation({ limit, cursor }));
  if (options.json) return context.output.json(page);
  if (page.items.length === 0) return context.output.line('Không có hồ sơ nào. / No dossiers.');
  for (const line of table(longestColumns, page.items)) context.output.line(line);
  sayNext(context.output, page);
};

const showPingPong = async (context: CliContext, options: Options): Promise<void> => {
  const pairs = await withViews(context, options, ({ readModels }) => readModels.queries.pingPong());
  if (options.json) return context.output.json(pairs);
  if (pairs.length === 0) return context.output.line('Không có cặp nào. / No pairs.');
  for (const line of table(pairColumns, pairs)) context.output.line(line);
  context.output.line('\nTrả lại ngay không phải là lỗi. / A prompt return is no fault.');
};

const longestColumns: readonly Column<CirculationView>[] = [
  { heading: 'Hồ sơ', value: ({ dossierId }) => dossierId },
  { heading: 'Số lần chuyển', value: ({ hops }) => String(hops), align: 'right' },
  { heading: 'Quay vòng', value: ({ circular }) => (circular ? 'có' : '') },
  { heading: 'Từ', value: ({ since }) => moment(since) },
  { heading: 'Giờ hành chính', value: ({ workingMs }) => workingTime(workingMs), align: 'right' },
  { heading: 'Đã qua', value: ({ visited }) => visited.map(unitText).join(' → '), maxWidth: 96 },
  { heading: 'Trích yếu', value: subjectText, maxWidth: 48 },
];

const pairColumns: readonly Column<PingPongView>[] = [
  { heading: 'Từ', value: ({ from }) => unitText(from), maxWidth: 40 },
  { heading: 'Qua rồi về', value: ({ via }) => unitText(via), maxWidth: 40 },
  { heading: 'Số lần', value: ({ times }) => String(times), align: 'right' },
  { heading: 'Không làm vào nội dung', value: ({ withoutSubstance }) => String(withoutSubstance), align: 'right' },
  { heading: 'Bằng trả lại', value: ({ byReturn }) => String(byReturn), align: 'right' },
  { heading: 'Hồ sơ', value: ({ dossiers }) => String(dossiers), align: 'right' },
];
