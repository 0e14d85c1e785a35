import type { AgeingRow, CommitmentView, ProgrammeRow, TaskSummary } from '#contracts/task-views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Command } from 'commander';
import type { OpenLedger } from '../compose.ts';
import { both, ledgerCommand, option, wholeNumber, type CommonOptions } from '../frame/command.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { moment } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { table, type Column } from '../frame/table.ts';
import { partyText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions &
  PagingOptions & {
    readonly unit?: string;
    readonly overdue?: true;
    readonly ageing?: true;
    readonly brokenCommitments?: true;
    readonly programme?: number;
  };

export const tasksCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('tasks', {
      vi: 'Nhiệm vụ được giao: hạn, quá hạn, cam kết, chương trình công tác',
      en: 'Assigned tasks: deadlines, overdue, promises, work programme',
    })
      .addOption(option('--unit <id>', { vi: 'chỉ đơn vị chủ trì này', en: 'only this lead' }))
      .addOption(option('--overdue', { vi: 'chỉ nhiệm vụ quá hạn', en: 'only overdue tasks' }))
      .addOption(
        option('--ageing', {
          vi: 'quá hạn bao nhiêu ngày làm việc, theo đơn vị',
          en: 'how many working days overdue, by body',
        }),
      )
      .addOption(
        option('--broken-commitments', { vi: 'cam kết không giữ đúng mốc', en: 'promised milestones not kept' }),
      )
      .addOption(
        option('--programme <year>', {
          vi: 'thực hiện chương trình công tác của năm',
          en: "fulfilment of the year's work programme",
        }).argParser(wholeNumber(2000, 2100)),
      ),
  ).action((options: Options) => withViews(context, options, answering(options)).then((show) => show(context.output)));

/** What an option asks for, and how it is shown once the ledger is closed again. */
const answering = (options: Options): ((ledger: OpenLedger) => Promise<(output: Output) => void>) => {
  const asked = [options.overdue, options.ageing, options.brokenCommitments, options.programme];
  if (asked.filter((each) => each !== undefined).length > 1) throw new CliFailure(oneQuestion, 2);
  if (options.ageing) return ageing(options);
  if (options.brokenCommitments) return commitments(options);
  return options.programme === undefined ? tasks(options) : programme(options, options.programme);
};

const tasks =
  ({ unit: lead, overdue, limit, cursor, json }: Options) =>
  async ({ readModels }: OpenLedger) => {
    const page = await readModels.queries.tasks({ lead, overdue, limit, cursor });
    return (output: Output): void => {
      if (json) return output.json(page);
      print(output, taskColumns, page.items);
      sayNext(output, page);
    };
  };

const commitments =
  ({ unit, limit, cursor, json }: Options) =>
  async ({ readModels }: OpenLedger) => {
    const page = await readModels.queries.commitments({ state: 'broken', unit, limit, cursor });
    return (output: Output): void => {
      if (json) return output.json(page);
      print(output, commitmentColumns, page.items);
      sayNext(output, page);
    };
  };

const programme =
  ({ unit, json }: Options, year: number) =>
  async ({ readModels }: OpenLedger) => {
    const found = await readModels.queries.programme({ year, unit });
    return (output: Output): void => {
      if (json) output.json(found);
      else print(output, programmeColumns, found.units);
    };
  };

const ageing =
  ({ unit, json }: Options) =>
  async ({ readModels, store }: OpenLedger) => {
    const found = await readModels.queries.ageing(await new LedgerReference(store).current(), { unit });
    return (output: Output): void => {
      if (json) return output.json(found);
      output.line(both({ vi: 'Nhiệm vụ, theo đơn vị chủ trì', en: 'tasks, by lead' }));
      print(output, ageingColumns, found.tasks);
      output.line();
      output.line(both({ vi: 'Hồ sơ, theo đơn vị đang giữ', en: 'dossiers, by holder' }));
      print(output, ageingColumns, found.dossiers);
    };
  };

const print = <Row>(output: Output, columns: readonly Column<Row>[], rows: readonly Row[]): void => {
  if (rows.length === 0) return output.line('Không có. / None.');
  for (const line of table(columns, rows)) output.line(line);
};

const oneQuestion = {
  vi: 'Mỗi lần chỉ một trong: --overdue, --ageing, --broken-commitments, --programme.',
  en: 'Only one at a time of: --overdue, --ageing, --broken-commitments, --programme.',
};

const statusTexts: Readonly<Record<TaskSummary['status'], string>> = {
  open: 'đang thực hiện',
  done: 'hoàn thành',
  withdrawn: 'đã rút',
};

const statusText = ({ status, overdue, late, waitingFor }: TaskSummary): string => {
  if (overdue) return 'quá hạn';
  if (waitingFor !== null) return 'chờ nơi giao';
  return late === true ? 'hoàn thành muộn' : statusTexts[status];
};

const taskColumns: readonly Column<TaskSummary>[] = [
  { heading: 'Nhiệm vụ', value: ({ taskId }) => taskId },
  { heading: 'Chủ trì', value: ({ lead }) => unitText(lead), maxWidth: 36 },
  { heading: 'Người chịu trách nhiệm', value: ({ responsible }) => partyText(responsible), maxWidth: 40 },
  { heading: 'Hạn ban đầu', value: ({ originalDueAt }) => moment(originalDueAt) },
  { heading: 'Hạn', value: ({ dueAt }) => moment(dueAt) },
  { heading: 'Tình trạng', value: statusText },
  { heading: 'Nội dung', value: ({ title }) => title, maxWidth: 60 },
];

const commitmentColumns: readonly Column<CommitmentView>[] = [
  { heading: 'Nhiệm vụ', value: ({ taskId }) => taskId },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 36 },
  { heading: 'Người cam kết', value: ({ madeBy }) => partyText(madeBy), maxWidth: 40 },
  { heading: 'Cam kết lúc', value: ({ madeAt }) => moment(madeAt) },
  { heading: 'Mốc', value: ({ milestone }) => moment(milestone) },
  { heading: 'Nội dung', value: ({ title }) => title, maxWidth: 60 },
];

const figure = <Row>(heading: string, value: (row: Row) => number): Column<Row> => ({
  heading,
  value: (row) => String(value(row)),
  align: 'right',
});

const ageingColumns: readonly Column<AgeingRow>[] = [
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 36 },
  figure('Đang mở', ({ open }) => open),
  figure('Quá hạn', ({ overdue }) => overdue),
  figure('≤5 ngày', ({ upTo5 }) => upTo5),
  figure('6–10', ({ upTo10 }) => upTo10),
  figure('11–30', ({ upTo30 }) => upTo30),
  figure('>30', ({ over30 }) => over30),
];

const programmeColumns: readonly Column<ProgrammeRow>[] = [
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 36 },
  figure('Số mục', ({ items }) => items),
  figure('Đã có sản phẩm', ({ delivered }) => delivered),
  figure('Đúng hạn', ({ deliveredInTime }) => deliveredInTime),
  figure('Đã rút', ({ withdrawn }) => withdrawn),
  figure('Đang mở', ({ open }) => open),
  figure('Quá hạn', ({ overdue }) => overdue),
];
