import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { AgencyUnresolved, RecommendationView, UnresolvedCategory } from '#contracts/recommendation-views.ts';
import { useUnresolved, useUnresolvedByAgency, type UnitChoice } from '../api/handling-queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { itself, PagedRecords } from '../common/paged-records.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { RecordTable, type Column } from '../common/record-table.tsx';
import { SubjectLink } from '../common/subject-link.tsx';
import { UnitName } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';

const categories: readonly UnresolvedCategory[] = ['no-reply', 'generic', 'no-stance', 'deflected', 'not-submitted'];

/** The four categories of letter 3239 by agency, then the recommendations of one category (R73–R75). */
export function UnresolvedRecommendations({ unit }: { readonly unit: UnitChoice }) {
  const texts = useLanguage();
  const { text } = texts;
  const [category, setCategory] = useState<UnresolvedCategory>('no-reply');
  return (
    <Stack>
      <Agencies unit={unit} />
      <Text size="sm" c="var(--muted)">
        {text('recommendations.reported')}
      </Text>
      <div>
        <Title order={3} size="h5" mb="xs">
          {text('recommendations.list')}
        </Title>
        <NativeSelect
          size="xs"
          mb="sm"
          maw={300}
          label={text('recommendations.category')}
          value={category}
          onChange={({ currentTarget: { value } }) =>
            setCategory(categories.find((each) => each === value) ?? 'no-reply')
          }
          data={categories.map((each) => ({ value: each, label: text(`category.${each}`) }))}
        />
        <PagedRecords
          caption={text('recommendations.list')}
          empty={text('recommendations.list.empty')}
          pages={useUnresolved(unit, category)}
          rowsOf={itself}
          columns={columnsIn(texts)}
          keyOf={({ id }) => id}
        />
      </div>
    </Stack>
  );
}

function Agencies({ unit }: { readonly unit: UnitChoice }) {
  const texts = useLanguage();
  const { text } = texts;
  const found = useUnresolvedByAgency();
  if (found.error !== null) return <ProblemPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <LoadingPanel rows={4} />;
  const rows = found.data.filter((agency) => unit === null || agency.unit.id === unit);
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {text('recommendations.agencies')}
      </Title>
      {rows.length === 0 ? (
        <EmptyPanel text={text('recommendations.agencies.empty')} />
      ) : (
        <RecordTable
          caption={text('recommendations.agencies')}
          columns={agencyColumns(texts)}
          rows={rows}
          keyOf={(agency) => agency.unit.id}
        />
      )}
    </div>
  );
}

function agencyColumns({ text, count }: Texts): readonly Column<AgencyUnresolved>[] {
  const figure = (key: string, header: string, of: (row: AgencyUnresolved) => number): Column<AgencyUnresolved> => ({
    key,
    numeric: true,
    header,
    cell: (row) => count(of(row)),
  });
  return [
    {
      key: 'unit',
      wide: true,
      header: text('column.agency'),
      names: true,
      cell: ({ unit }) => <UnitName unit={unit} />,
    },
    figure('noReply', text('column.noReply'), ({ noReply }) => noReply),
    figure('generic', text('column.generic'), ({ genericOrNoStance }) => genericOrNoStance),
    figure('deflected', text('column.deflected'), ({ deflected }) => deflected),
    figure('notSubmitted', text('column.notSubmitted'), ({ notSubmitted }) => notSubmitted),
    figure('confirmed', text('column.confirmed'), ({ confirmed }) => confirmed),
    {
      key: 'oldest',
      unbroken: true,
      header: text('column.oldest'),
      cell: ({ oldestDueAt }) => (oldestDueAt === null ? '—' : formatMoment(oldestDueAt)),
    },
  ];
}

function columnsIn({ text }: Texts): readonly Column<RecommendationView>[] {
  return [
    {
      key: 'what',
      wide: true,
      header: text('column.request'),
      names: true,
      cell: ({ id, content, dossierId }) => (
        <>
          <div>{content}</div>
          <SubjectLink subject={`recommendation-${id}`} dossierId={dossierId} />
        </>
      ),
    },
    {
      key: 'agency',
      header: text('column.agency'),
      cell: ({ unit, body }) => (unit === null ? (body ?? '—') : <UnitName unit={unit} />),
    },
    { key: 'sender', header: text('column.sender'), cell: ({ sender }) => <UnitName unit={sender} /> },
    { key: 'sent', unbroken: true, header: text('column.sent'), cell: ({ sentAt }) => formatMoment(sentAt) },
    {
      key: 'due',
      unbroken: true,
      header: text('column.due'),
      cell: ({ dueAt }) => (dueAt === null ? '—' : formatMoment(dueAt)),
    },
    {
      key: 'categories',
      header: text('column.categories'),
      cell: ({ unresolved, confirmed }) =>
        unresolved
          .map((each) =>
            confirmed.includes(each)
              ? `${text(`category.${each}`)} (${text('category.confirmed')})`
              : text(`category.${each}`),
          )
          .join(', '),
    },
  ];
}
