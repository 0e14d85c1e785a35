import type { OfficeRecordKind, OfficeRecordView, StepView } from '#contracts/office-views.ts';
import { Argument, type Command } from 'commander';
import { asOfMoment, both, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { moment } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { table, type Column } from '../frame/table.ts';
import { partyText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions &
  PagingOptions & {
    readonly unit?: string;
    readonly officer?: string;
    readonly open?: true;
    readonly at?: string;
    readonly unassigned?: true;
  };

/** What can be asked for, as the routes of the API name it. */
const kinds: Readonly<Record<string, OfficeRecordKind>> = {
  obstacles: 'obstacle',
  procedures: 'procedure',
  regulations: 'regulation',
  'backlog-reviews': 'backlog-review',
  assignments: 'assignment',
  leaves: 'leave',
  reasons: 'reason',
  findings: 'finding',
  reports: 'report',
  reviews: 'review',
};
const asked = ['steps', ...Object.keys(kinds)];

export const officeCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('office', {
      vi: 'Nền nếp cơ quan: vướng mắc, khâu và người chịu trách nhiệm, rà soát, phân công, lý do, kết luận, báo cáo',
      en: 'What offices keep of themselves: obstacles, steps and who answers for them, reviews, assignments, findings',
    })
      .addArgument(new Argument('<what>', both({ vi: 'loại bản ghi', en: 'kind of record' })).choices(asked))
      .addOption(option('--unit <id>', { vi: 'chỉ đơn vị này', en: 'only this unit' }))
      .addOption(option('--officer <id>', { vi: 'chỉ cán bộ này', en: 'only this officer' }))
      .addOption(option('--open', { vi: 'còn chờ trả lời, quyết định', en: 'still waiting for an answer or decision' }))
      .addOption(
        option('--at <moment>', { vi: 'steps: tại ngày hoặc thời điểm này', en: 'steps: as of this moment' }).argParser(
          asOfMoment,
        ),
      )
      .addOption(
        option('--unassigned', { vi: 'steps: chỉ khâu chưa có người', en: 'steps: only those without a person' }),
      ),
  ).action((what: string, options: Options) => {
    const kind = kinds[what];
    return kind === undefined ? showSteps(context, options) : showRecords(context, kind, options);
  });

const showRecords = async (context: CliContext, kind: OfficeRecordKind, options: Options): Promise<void> => {
  const { unit, officer, open, limit, cursor } = options;
  const page = await withViews(context, options, ({ readModels }) =>
    readModels.queries.officeRecords({ kind, unit, officer, open, limit, cursor }),
  );
  if (options.json) return context.output.json(page);
  if (page.items.length === 0) return context.output.line('Không có bản ghi nào. / No records.');
  for (const line of table(recordColumns, page.items)) context.output.line(line);
  sayNext(context.output, page);
};

const showSteps = async (context: CliContext, options: Options): Promise<void> => {
  const { unit, at, unassigned } = options;
  if (unit === undefined) {
    throw new CliFailure({ vi: 'Phải nêu đơn vị: --unit <id>.', en: 'Name the unit: --unit <id>.' }, 2);
  }
  const steps = await withViews(context, options, ({ readModels }) =>
    readModels.queries.steps({ unit, at, unassigned }),
  );
  if (options.json) return context.output.json(steps);
  if (steps.length === 0) return context.output.line('Không có khâu nào. / No steps.');
  for (const line of table(stepColumns, steps)) context.output.line(line);
};

const unassignedText = {
  'never-assigned': 'chưa giao ai',
  'period-over': 'hết thời gian được giao',
  'officer-left': 'người được giao đã thôi',
} as const;

/** The words of the record that say most, whichever kind it is. */
const gistOf = ({ details }: OfficeRecordView): string => {
  const first = details['first'] as Readonly<Record<string, unknown>>;
  const named = ['content', 'title', 'duty', 'reason', 'statement', 'conclusion', 'procedure', 'kind'];
  const gist = named.map((field) => first[field]).find((value) => typeof value === 'string');
  return typeof gist === 'string' ? gist : '–';
};

const recordColumns: readonly Column<OfficeRecordView>[] = [
  { heading: 'Mã', value: ({ id }) => id },
  { heading: 'Ngày', value: ({ at }) => moment(at) },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 32 },
  { heading: 'Cán bộ', value: ({ officer }) => partyText(officer), maxWidth: 36 },
  { heading: 'Người ghi', value: ({ by }) => partyText(by), maxWidth: 36 },
  { heading: 'Chờ', value: ({ open }) => (open ? 'đang chờ' : '') },
  { heading: 'Nội dung', value: gistOf, maxWidth: 60 },
];

const stepColumns: readonly Column<StepView>[] = [
  { heading: 'Quy trình', value: ({ procedure }) => procedure, maxWidth: 40 },
  { heading: 'Khâu', value: ({ step }) => step, maxWidth: 40 },
  {
    heading: 'Người chịu trách nhiệm',
    value: ({ officer, unassigned }) => (unassigned === null ? partyText(officer) : unassignedText[unassigned]),
    maxWidth: 40,
  },
  { heading: 'Từ', value: ({ from }) => moment(from) },
  { heading: 'Đến', value: ({ to }) => moment(to) },
  { heading: 'Người đứng đầu', value: ({ head }) => partyText(head), maxWidth: 40 },
];
