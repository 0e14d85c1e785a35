import type { PersonOrUnit } from '#api/candidates/candidate-page.ts';
import { detectorsView } from '#api/candidates/detectors-view.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { systemClock } from '#platform/clock.ts';
import type { DetectorsView, DetectorView } from '#contracts/candidate-views.ts';
import type { Command } from 'commander';
import { askCandidates, type Pages } from '../candidates/ask.ts';
import { sayCandidates } from '../candidates/say.ts';
import { asOfMoment, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { table, type Column } from '../frame/table.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions &
  PagingOptions &
  Pick<Pages, 'asOf' | 'all'> & { readonly officer?: string; readonly unit?: string };

export const candidatesCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('candidates', {
      vi: 'Dấu hiệu cần xem xét của một cán bộ hay đơn vị, kèm tình tiết; không nêu ai: danh mục phép dò',
      en: 'Signal candidates of an officer or a unit with what mitigates them; of nobody: the list of detectors',
    })
      .addOption(option('--officer <id>', { vi: 'cán bộ này', en: 'this officer' }).conflicts('unit'))
      .addOption(option('--unit <id>', { vi: 'đơn vị này', en: 'this unit' }))
      .addOption(
        option('--as-of <moment>', {
          vi: 'tại ngày (hết ngày) hoặc thời điểm này',
          en: 'as of this day (its end) or moment',
        }).argParser(asOfMoment),
      )
      .addOption(option('--all', { vi: 'mọi trang', en: 'all pages' }).conflicts(['limit', 'cursor'])),
  ).action((options: Options) => {
    const { officer, unit } = options;
    if (officer !== undefined) return showCandidates(context, options, { officer });
    return unit === undefined ? showDetectors(context, options) : showCandidates(context, options, { unit });
  });

const showCandidates = async (context: CliContext, options: Options, whose: PersonOrUnit): Promise<void> => {
  const page = await withViews(context, options, (ledger) => askCandidates(ledger, whose, options));
  if (options.json) return context.output.json(page);
  sayCandidates(context.output, page.items);
  sayNext(context.output, page);
};

const showDetectors = async (context: CliContext, options: Options): Promise<void> => {
  const { asOf = systemClock.now() } = options;
  const view = await withViews(context, options, async ({ store, readModels }) =>
    detectorsView({ queries: readModels.queries, reference: await new LedgerReference(store).current(), asOf }),
  );
  if (options.json) return context.output.json(view);
  for (const line of table(columnsOf(view), view.detectors)) context.output.line(line);
  if (!view.complete) context.output.line('Mới đếm một phần sổ cái. / Counted in part.');
};

const columnsOf = ({ counts }: DetectorsView): readonly Column<DetectorView>[] => {
  const found = new Map(counts.map(({ kind, candidates }) => [kind, candidates]));
  return [
    { heading: 'Phép dò', value: ({ kind }) => kind },
    { heading: 'Hỏi về', value: ({ text }) => text.vi, maxWidth: 50 },
    { heading: 'Nghĩa vụ', value: ({ obligations }) => obligations.join(', ') },
    {
      heading: 'Ngưỡng mặc định',
      value: ({ threshold }) => (threshold === null ? '' : `${threshold.parameter} = ${String(threshold.byDefault)}`),
    },
    { heading: 'Do người kết luận', value: ({ humanFinding }) => (humanFinding ? 'có' : '') },
    { heading: 'Số dấu hiệu', value: ({ kind }) => String(found.get(kind) ?? 0), align: 'right' },
  ];
};
