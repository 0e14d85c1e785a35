import type { Command } from 'commander';
import type {
  AddresseeSummary,
  ConsultationSummary,
  DeemedConsent,
  Responsiveness,
} from '#contracts/consultation-views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { OpenLedger } from '../compose.ts';
import { ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { moment } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { table, type Column } from '../frame/table.ts';
import { partyText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions &
  PagingOptions & {
    readonly waitingOn?: string;
    readonly requester?: string;
    readonly dossier?: string;
    readonly overdue?: true;
    readonly deemed?: true;
    readonly responsiveness?: true;
  };

export const consultationsCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('consultations', {
      vi: 'Xin ý kiến: đang chờ ai, ai quá hạn, ai được xác định là đồng ý do hết hạn',
      en: 'Requests for opinions: who is waited for, who is overdue, whose consent was deemed',
    })
      .addOption(option('--waiting-on <unit>', { vi: 'đang chờ cơ quan này', en: 'only those waiting on this body' }))
      .addOption(option('--requester <unit>', { vi: 'cơ quan xin ý kiến', en: 'only those of this requester' }))
      .addOption(option('--dossier <id>', { vi: 'của hồ sơ này', en: 'only those on this dossier' }))
      .addOption(option('--overdue', { vi: 'chỉ việc quá hạn chưa trả lời', en: 'only overdue ones' }))
      .addOption(
        option('--deemed', {
          vi: 'các trường hợp đồng ý do hết hạn, với quy định và bằng chứng',
          en: 'deemed consents with rule and evidence',
        }),
      )
      .addOption(
        option('--responsiveness', {
          vi: 'mức độ phản hồi giữa các cơ quan, không theo cá nhân',
          en: 'how organisations answer each other, never by person',
        }),
      ),
  ).action((options: Options) => withViews(context, options, answering(options)).then((show) => show(context.output)));

/** What an option asks for, and how it is shown once the ledger is closed again. */
const answering = (options: Options): ((ledger: OpenLedger) => Promise<(output: Output) => void>) => {
  if (options.deemed && options.responsiveness) throw new CliFailure(oneQuestion, 2);
  if (options.deemed) return deemed(options);
  return options.responsiveness ? responsiveness(options) : requests(options);
};

const requests =
  ({ waitingOn, requester, dossier, overdue, limit, cursor, json }: Options) =>
  async ({ readModels }: OpenLedger) => {
    const page = await readModels.queries.consultations({ waitingOn, requester, dossier, overdue, limit, cursor });
    return (output: Output): void => {
      if (json) return output.json(page);
      const asked = page.items.flatMap((request) => request.addressees.map((addressee) => ({ request, addressee })));
      print(output, requestColumns, asked);
      sayNext(output, page);
    };
  };

const deemed =
  ({ waitingOn: unit, requester, limit, cursor, json }: Options) =>
  async ({ readModels }: OpenLedger) => {
    const page = await readModels.queries.deemedConsents({ unit, requester, limit, cursor });
    return (output: Output): void => {
      if (json) return output.json(page);
      print(output, deemedColumns, page.items);
      sayNext(output, page);
    };
  };

const responsiveness =
  ({ waitingOn: responder, requester, json }: Options) =>
  async ({ readModels, store }: OpenLedger) => {
    const { calendars } = await new LedgerReference(store).current();
    const now = new Date().toISOString();
    const found = await readModels.queries.responsiveness({ requester, responder }, (unit) => calendars.for(unit, now));
    return (output: Output): void => {
      if (json) output.json(found);
      else print(output, responsivenessColumns, found);
    };
  };

const print = <Row>(output: Output, columns: readonly Column<Row>[], rows: readonly Row[]): void => {
  if (rows.length === 0) return output.line('Không có. / None.');
  for (const line of table(columns, rows)) output.line(line);
};

const oneQuestion = {
  vi: 'Mỗi lần chỉ một trong: --deemed, --responsiveness.',
  en: 'Only one at a time of: --deemed, --responsiveness.',
};

type Asked = { readonly request: ConsultationSummary; readonly addressee: AddresseeSummary };

const requestColumns: readonly Column<Asked>[] = [
  { heading: 'Việc', value: ({ request }) => request.id },
  { heading: 'Cơ quan hỏi', value: ({ request }) => unitText(request.requester), maxWidth: 30 },
  { heading: 'Cơ quan được hỏi', value: ({ addressee }) => unitText(addressee.unit), maxWidth: 30 },
  { heading: 'Hạn trả lời', value: ({ addressee }) => moment(addressee.dueAt) },
  { heading: 'Kết quả', value: ({ addressee }) => addressee.outcome },
  { heading: 'Trả lời lúc', value: ({ addressee }) => moment(addressee.answeredAt ?? addressee.lateAnsweredAt) },
  { heading: 'Quá hạn', value: ({ addressee }) => (addressee.overdue ? 'quá hạn' : '') },
  { heading: 'Nội dung', value: ({ request }) => request.subject, maxWidth: 50 },
];

const deemedColumns: readonly Column<DeemedConsent>[] = [
  { heading: 'Việc', value: ({ consultationId }) => consultationId },
  { heading: 'Cơ quan', value: ({ unit }) => unitText(unit), maxWidth: 30 },
  { heading: 'Kết quả', value: ({ outcome }) => outcome },
  { heading: 'Hết hạn lúc', value: (row) => moment(row.deemed.dueAt) },
  { heading: 'Người đứng đầu khi đó', value: (row) => partyText(row.deemed.head), maxWidth: 36 },
  { heading: 'Quy định', value: (row) => `${row.deemed.rule.instrument} ${row.deemed.rule.clause}` },
  {
    heading: 'Phiên bản',
    value: ({ deemed: { rule, calendar } }) =>
      `quy tắc ${String(rule.rulebookVersion)}, lịch ${calendar.calendar} ${String(calendar.version)}`,
  },
  { heading: 'Trả lời muộn', value: ({ lateAnsweredAt }) => moment(lateAnsweredAt) },
  { heading: 'Bằng chứng', value: ({ evidence }) => evidence.join(' ') },
];

const percent = (share: number): string => `${String(Math.round(share * 100))}%`;

const rateText = ({ inTime: { share, low, high } }: Responsiveness): string =>
  share === null || low === null || high === null
    ? '(chưa đủ số liệu)'
    : `${percent(share)} (${percent(low)}–${percent(high)})`;

const hourMs = 3_600_000;

const responsivenessColumns: readonly Column<Responsiveness>[] = [
  { heading: 'Cơ quan hỏi', value: ({ requester }) => unitText(requester), maxWidth: 30 },
  { heading: 'Cơ quan trả lời', value: ({ responder }) => unitText(responder), maxWidth: 30 },
  { heading: 'Đã hỏi', value: ({ asked }) => String(asked), align: 'right' },
  { heading: 'Đúng hạn', value: ({ answeredInTime }) => String(answeredInTime), align: 'right' },
  { heading: 'Muộn', value: ({ late }) => String(late), align: 'right' },
  { heading: 'Im lặng', value: ({ silent }) => String(silent), align: 'right' },
  { heading: 'Trả lại', value: ({ returned }) => String(returned), align: 'right' },
  {
    heading: 'Trung vị (giờ làm việc)',
    value: ({ medianOfficeMs: ms }) => (ms === null ? '–' : (ms / hourMs).toFixed(1)),
    align: 'right',
  },
  { heading: 'Tỷ lệ đúng hạn (95%)', value: rateText },
];
