import type { AgencyUnresolved, RecommendationDetail, RecommendationView } from '#contracts/recommendation-views.ts';
import type { Command } from 'commander';
import { both, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { moment } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { facts, table, type Column } from '../frame/table.ts';
import { partyText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions &
  PagingOptions & {
    readonly unit?: string;
    readonly to?: string;
    readonly overdue?: true;
    readonly unresolved?: true;
    readonly central?: true;
  };

export const recommendationsCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('recommendations', {
      vi: 'Kiến nghị: đã gửi ai, hạn, chưa được giải quyết',
      en: 'Recommendations: sent to whom, due when, unresolved how',
    })
      .argument('[id]', both({ vi: 'xem một kiến nghị', en: 'show one recommendation' }))
      .addOption(option('--unit <id>', { vi: 'chỉ đơn vị gửi này', en: 'only this sender' }))
      .addOption(option('--to <id>', { vi: 'chỉ cơ quan nhận này', en: 'only this agency' }))
      .addOption(option('--overdue', { vi: 'chỉ kiến nghị quá thời hạn', en: 'only overdue ones' }))
      .addOption(
        option('--unresolved', {
          vi: 'bốn loại chưa được giải quyết, theo cơ quan',
          en: 'the four unresolved categories, by agency',
        }).conflicts(['unit', 'to', 'overdue', 'central']),
      )
      .addOption(
        option('--central', {
          vi: 'gửi Trung ương, chưa xong',
          en: 'sent to the central level, not settled',
        }).conflicts('to'),
      ),
  ).action((id: string | undefined, options: Options) => {
    if (id !== undefined) return showOne(context, id, options);
    return options.unresolved ? showAgencies(context, options) : showList(context, options);
  });

const showList = async (context: CliContext, options: Options): Promise<void> => {
  const { unit: sender, to, overdue, central, limit, cursor } = options;
  const kind = central ? ({ level: 'central', open: true } as const) : {};
  const page = await withViews(context, options, ({ readModels }) =>
    readModels.queries.recommendations({ sender, to, overdue, limit, cursor, ...kind }),
  );
  if (options.json) return context.output.json(page);
  if (page.items.length === 0) return context.output.line('Không có kiến nghị nào. / No recommendations.');
  for (const line of table(listColumns, page.items)) context.output.line(line);
  sayNext(context.output, page);
};

const showAgencies = async (context: CliContext, options: Options): Promise<void> => {
  const rows = await withViews(context, options, ({ readModels }) => readModels.queries.unresolvedByAgency());
  if (options.json) return context.output.json(rows);
  if (rows.length === 0)
    return context.output.line('Không có kiến nghị chưa được giải quyết. / Nothing is unresolved.');
  for (const line of table(agencyColumns, rows)) context.output.line(line);
};

const showOne = async (context: CliContext, id: string, options: Options): Promise<void> => {
  const detail = await withViews(context, options, ({ readModels }) => readModels.queries.recommendation(id));
  if (detail === null) {
    throw new CliFailure({ vi: `Sổ cái không có kiến nghị "${id}".`, en: `The ledger has no recommendation "${id}".` });
  }
  if (options.json) return context.output.json(detail);
  for (const line of facts(factsOf(detail))) context.output.line(line);
  for (const { at, content, late } of detail.answers) {
    context.output.line(`\n${moment(at)}  ${late ? 'trả lời quá hạn' : 'trả lời'}: ${content}`);
  }
  for (const report of detail.reports) context.output.line(`\n${reportLine(report)}`);
};

const categoryText: Readonly<Record<RecommendationView['unresolved'][number], string>> = {
  'no-reply': 'chưa trả lời',
  generic: 'trả lời chung chung',
  'no-stance': 'không rõ chính kiến',
  deflected: 'đùn đẩy',
  'not-submitted': 'chưa trình',
};
const outcomeText = { confirmed: 'đã được xác nhận', 'set-aside': 'không được chấp nhận' } as const;

const addresseeText = ({ unit, body }: RecommendationView): string => body ?? unitText(unit);
const unresolvedText = ({ unresolved }: RecommendationView): string =>
  unresolved.map((category) => categoryText[category]).join(', ');

/** Machine facts and people's reports are told apart: a report says who made it and what became of it. */
const reportLine = (report: RecommendationDetail['reports'][number]): string => {
  const { at, category, reporter, quotedSentence, contested, outcome } = report;
  const parts = [
    `${moment(at)}  báo cáo “${categoryText[category]}” của ${partyText(reporter)}`,
    quotedSentence === null ? null : `trích: “${quotedSentence}”`,
    contested === null ? null : `ý kiến cơ quan được nêu: ${contested}`,
    outcome === null ? 'chưa kết luận' : outcomeText[outcome],
  ];
  return parts.filter((part) => part !== null).join('; ');
};

const factsOf = (detail: RecommendationDetail): readonly (readonly [string, string | null])[] => [
  ['Kiến nghị', detail.id],
  ['Bên gửi', unitText(detail.sender)],
  ['Nơi nhận', addresseeText(detail)],
  ['Nội dung', detail.content],
  ['Vướng mắc', detail.obstacle],
  ['Căn cứ vượt thẩm quyền', detail.beyondAuthorityBasis],
  ['Người dự thảo', partyText(detail.drafter)],
  ['Người ký', partyText(detail.signer)],
  ['Gửi', moment(detail.sentAt)],
  ['Đăng ký đến', moment(detail.deliveredAt)],
  ['Thời hạn', moment(detail.dueAt)],
  ['Trình Ủy ban', detail.forCommittee ? moment(detail.submittedAt) : null],
  ['Chưa được giải quyết', detail.unresolved.length === 0 ? null : unresolvedText(detail)],
  ['Kết quả', detail.outcome],
];

const listColumns: readonly Column<RecommendationView>[] = [
  { heading: 'Kiến nghị', value: ({ id }) => id },
  { heading: 'Bên gửi', value: ({ sender }) => unitText(sender), maxWidth: 32 },
  { heading: 'Nơi nhận', value: addresseeText, maxWidth: 32 },
  { heading: 'Gửi', value: ({ sentAt }) => moment(sentAt) },
  { heading: 'Thời hạn', value: ({ dueAt }) => moment(dueAt) },
  { heading: 'Trả lời', value: ({ answeredAt }) => moment(answeredAt) },
  { heading: 'Chưa được giải quyết', value: unresolvedText, maxWidth: 50 },
  { heading: 'Nội dung', value: ({ content }) => content, maxWidth: 50 },
];

const agencyColumns: readonly Column<AgencyUnresolved>[] = [
  { heading: 'Cơ quan', value: ({ unit }) => unitText(unit), maxWidth: 40 },
  { heading: 'Chưa trả lời', value: ({ noReply }) => String(noReply), align: 'right' },
  { heading: 'Chung chung', value: ({ genericOrNoStance }) => String(genericOrNoStance), align: 'right' },
  { heading: 'Đùn đẩy', value: ({ deflected }) => String(deflected), align: 'right' },
  { heading: 'Chưa trình', value: ({ notSubmitted }) => String(notSubmitted), align: 'right' },
  { heading: 'Đã xác nhận', value: ({ confirmed }) => String(confirmed), align: 'right' },
  { heading: 'Hạn cũ nhất', value: ({ oldestDueAt }) => moment(oldestDueAt) },
];
