import { Stack, Text, Title } from '@mantine/core';
import type { AgeingRow, TaskSummary } from '#contracts/task-views.ts';
import { useAgeing, useOverdueTasks, type UnitChoice } from '../api/handling-queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { itself, PagedRecords } from '../common/paged-records.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { RecordTable, type Column } from '../common/record-table.tsx';
import { SubjectLink } from '../common/subject-link.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';

/** What is overdue and for how long, by unit, then task by task (R23). */
export function OverdueTasks({ unit }: { readonly unit: UnitChoice }) {
  const texts = useLanguage();
  const { text } = texts;
  return (
    <Stack>
      <Ageing unit={unit} />
      <div>
        <Title order={3} size="h5" mb="xs">
          {text('tasks.overdue')}
        </Title>
        <PagedRecords
          caption={text('tasks.overdue')}
          empty={text('tasks.overdue.empty')}
          pages={useOverdueTasks(unit)}
          rowsOf={itself}
          columns={columnsIn(texts)}
          keyOf={({ taskId }) => taskId}
        />
      </div>
    </Stack>
  );
}

function Ageing({ unit }: { readonly unit: UnitChoice }) {
  const { text } = useLanguage();
  const ageing = useAgeing(unit);
  if (ageing.error !== null) return <ProblemPanel error={ageing.error} onRetry={() => void ageing.refetch()} />;
  if (ageing.data === undefined) return <LoadingPanel rows={4} />;
  return (
    <>
      <AgeingTable name="ageing.tasks" rows={ageing.data.tasks} />
      <AgeingTable name="ageing.dossiers" rows={ageing.data.dossiers} />
      <Text size="sm" c="var(--muted)">
        {text('ageing.note')}
      </Text>
    </>
  );
}

type AgeingTableProps = { readonly name: 'ageing.tasks' | 'ageing.dossiers'; readonly rows: readonly AgeingRow[] };

function AgeingTable({ name, rows }: AgeingTableProps) {
  const texts = useLanguage();
  const { text } = texts;
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {text(name)}
      </Title>
      {rows.length === 0 ? (
        <EmptyPanel text={text('ageing.empty')} />
      ) : (
        <RecordTable
          caption={text(name)}
          columns={ageingColumns(texts)}
          rows={rows}
          keyOf={(row) => row.unit?.id ?? ''}
        />
      )}
    </div>
  );
}

const figures = ['open', 'overdue', 'upTo5', 'upTo10', 'upTo30', 'over30'] as const;

function ageingColumns({ text, count }: Texts): readonly Column<AgeingRow>[] {
  return [
    {
      key: 'unit',
      wide: true,
      header: text('column.unit'),
      names: true,
      cell: ({ unit }) => (unit === null ? text('ageing.noUnit') : <UnitName unit={unit} />),
    },
    ...figures.map((figure) => ({
      key: figure,
      numeric: true,
      header: text(`ageing.${figure}`),
      cell: (row: AgeingRow) => count(row[figure]),
    })),
  ];
}

function columnsIn({ text }: Texts): readonly Column<TaskSummary>[] {
  return [
    {
      key: 'task',
      wide: true,
      header: text('column.task'),
      names: true,
      cell: ({ taskId, title, dossierId }) => (
        <>
          <div>{title}</div>
          <SubjectLink subject={`task-${taskId}`} dossierId={dossierId} />
        </>
      ),
    },
    { key: 'lead', header: text('column.lead'), cell: ({ lead }) => <UnitName unit={lead} /> },
    { key: 'who', header: text('column.responsible'), cell: ({ responsible }) => <Who party={responsible} /> },
    { key: 'assigner', header: text('column.assigner'), cell: ({ assigner }) => <UnitName unit={assigner} /> },
    {
      key: 'original',
      unbroken: true,
      header: text('column.originalDue'),
      cell: ({ originalDueAt }) => formatMoment(originalDueAt),
    },
    { key: 'due', unbroken: true, header: text('column.due'), cell: ({ dueAt }) => formatMoment(dueAt) },
    { key: 'course', wide: true, header: text('column.course'), cell: (task) => <Course task={task} /> },
  ];
}

/** What was reported, granted, sent back and chased so far. */
function Course({ task }: { readonly task: TaskSummary }) {
  const { text, count } = useLanguage();
  const { percent, extensions, timesSentBack, remindersSent } = task;
  const parts = [
    percent === null ? text('task.noReport') : text('task.percent', { percent: count(percent) }),
    extensions > 0 ? text('task.extensions', { count: count(extensions) }) : null,
    timesSentBack > 0 ? text('task.sentBack', { count: count(timesSentBack) }) : null,
    remindersSent > 0 ? text('task.reminders', { count: count(remindersSent) }) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
