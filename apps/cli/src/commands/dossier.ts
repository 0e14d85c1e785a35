import type { CustodyInterval, DossierDetail, Page, TimelineEntry } from '#contracts/views.ts';
import type { Command } from 'commander';
import { asOfMoment, both, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { moment, workingTime } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { facts, table, type Column } from '../frame/table.ts';
import { documentNumber, eventText, partyText, statusText, subjectText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions & PagingOptions & { readonly asOf?: string; readonly timeline?: true };

export const dossierCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('dossier', {
      vi: 'Một hồ sơ: thông tin, hành trình, ai giữ bao lâu',
      en: 'One dossier: facts, journey, who held it how long',
    })
      .argument('<id>', both({ vi: 'mã hồ sơ', en: 'dossier id' }))
      .addOption(
        option('--as-of <moment>', {
          vi: 'tại ngày (hết ngày) hoặc thời điểm này',
          en: 'as of this day (its end) or moment',
        }).argParser(asOfMoment),
      )
      .addOption(
        option('--timeline', {
          vi: 'mọi sự kiện thay cho hành trình (dùng được --limit, --cursor)',
          en: 'every event instead of the journey (takes --limit, --cursor)',
        }).conflicts('asOf'),
      ),
  ).action((id: string, options: Options) =>
    options.timeline ? showTimeline(context, id, options) : showDossier(context, id, options),
  );

const showDossier = async (context: CliContext, id: string, options: Options): Promise<void> => {
  const { asOf } = options;
  const detail = await withViews(context, options, ({ readModels }) => readModels.queries.dossier(id, { asOf }));
  if (detail === null) throw noDossier(id, asOf);
  if (options.json) return context.output.json(detail);
  for (const line of facts(summary(detail))) context.output.line(line);
  context.output.line();
  for (const line of table(custodyColumns, detail.custody)) context.output.line(line);
};

const showTimeline = async (context: CliContext, id: string, options: Options): Promise<void> => {
  const { limit, cursor } = options;
  const page = await withViews(context, options, async ({ readModels: { queries } }) =>
    (await queries.dossier(id)) === null ? null : queries.timeline(id, { limit, cursor }),
  );
  if (page === null) throw noDossier(id, undefined);
  if (options.json) return context.output.json(page);
  sayTimeline(context.output, page);
};

const sayTimeline = (output: Output, page: Page<TimelineEntry>): void => {
  for (const line of table(timelineColumns, page.items)) output.line(line);
  sayNext(output, page);
};

const noDossier = (id: string, asOf: string | undefined): CliFailure =>
  new CliFailure(
    asOf === undefined
      ? { vi: `Sổ cái không có hồ sơ "${id}".`, en: `The ledger has no dossier "${id}".` }
      : {
          vi: `Đến ${moment(asOf)} sổ cái chưa có hồ sơ "${id}".`,
          en: `As of ${asOf} the ledger had no dossier "${id}".`,
        },
  );

const summary = (dossier: DossierDetail): (readonly [string, string | null])[] => [
  ['Hồ sơ', dossier.id],
  ['Trích yếu', subjectText(dossier)],
  ['Loại', dossier.dossierType],
  ['Nơi gửi', dossier.issuer],
  ['Số, ký hiệu', documentNumber(dossier)],
  ['Tiếp nhận', moment(dossier.receivedAt)],
  ['Hạn giải quyết', moment(dossier.deadline)],
  ['Tình trạng', `${statusText[dossier.status]}${dossier.late ? ', quá hạn' : ''}`],
  ['Kết thúc', dossier.completedAt === null ? null : moment(dossier.completedAt)],
  ['Đang giữ', dossier.holder === null ? null : `${partyText(dossier.holder)}, ${unitText(dossier.holderUnit)}`],
  ['Phụ trách', dossier.responsible === null ? null : partyText(dossier.responsible)],
  ['Đơn vị chủ trì', dossier.leadUnit === null ? null : unitText(dossier.leadUnit)],
  ['Phối hợp', dossier.coordinators.length === 0 ? null : dossier.coordinators.map(unitText).join(', ')],
  ['Lần chuyển / trả lại', `${String(dossier.handoffs)} / ${String(dossier.returns)}`],
];

const custodyColumns: readonly Column<CustodyInterval>[] = [
  { heading: '#', value: ({ sequence }) => String(sequence + 1), align: 'right' },
  { heading: 'Người giữ', value: ({ holder }) => partyText(holder), maxWidth: 40 },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 40 },
  { heading: 'Từ', value: ({ beganAt }) => moment(beganAt) },
  { heading: 'Đến', value: ({ endedAt }) => moment(endedAt) },
  { heading: 'Thời gian giữ', value: ({ workingMs }) => workingTime(workingMs), align: 'right' },
  { heading: 'Bắt đầu bằng', value: ({ beganBy, inferred }) => `${eventText(beganBy)}${inferred ? ' (suy ra)' : ''}` },
  { heading: 'Kết thúc bằng', value: ({ endedBy }) => eventText(endedBy) },
  { heading: 'Xác nhận nhận', value: ({ receiptConfirmedAt }) => moment(receiptConfirmedAt) },
  { heading: 'Lý do', value: ({ reason }) => reason ?? '', maxWidth: 60 },
];

const timelineColumns: readonly Column<TimelineEntry>[] = [
  { heading: 'Vị trí', value: ({ position }) => position, align: 'right' },
  { heading: 'Xảy ra', value: ({ occurredAt }) => moment(occurredAt) },
  { heading: 'Sự kiện', value: ({ type, inferred }) => `${eventText(type)}${inferred ? ' (suy ra)' : ''}` },
  { heading: 'Người thực hiện', value: ({ actor }) => partyText(actor), maxWidth: 40 },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 36 },
  { heading: 'Tư cách', value: ({ capacity }) => capacity },
  { heading: 'Người đứng đầu khi đó', value: ({ headAtThatTime }) => partyText(headAtThatTime), maxWidth: 36 },
  {
    heading: 'Ghi sổ',
    value: ({ recordedAt, recordedLate }) => `${moment(recordedAt)}${recordedLate ? ' (ghi muộn)' : ''}`,
  },
];
