import { Checkbox, Group, NativeSelect } from '@mantine/core';
import type { CustodyRow, UnitRef } from '#contracts/views.ts';
import { useOpenCustody, type CustodyFilter } from '../api/queries.ts';
import { DossierLink } from '../common/dossier-link.tsx';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { LoadMore } from '../common/load-more.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { Mark } from '../common/mark.tsx';
import { OriginMarks } from '../common/origin-marks.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { RecordTable, type Column } from '../common/record-table.tsx';
import { Section } from '../common/section.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { formatWorkingTime } from '../format/working-time.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';

type OpenCustodyProps = {
  readonly filter: CustodyFilter;
  readonly units: readonly UnitRef[];
  readonly onUnit: (unit: string | null) => void;
  readonly onOverdue: (overdue: boolean) => void;
};

export function OpenCustody(props: OpenCustodyProps) {
  const { text } = useLanguage();
  return (
    <Section heading={text('custody.title')} aside={<Filters {...props} />}>
      <CustodyList filter={props.filter} />
    </Section>
  );
}

function Filters({ filter, units, onUnit, onOverdue }: OpenCustodyProps) {
  const { text, language } = useLanguage();
  const sorted = units
    .map(({ id, name }) => ({ value: id, label: name ?? id }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Group role="group" aria-label={text('custody.filters')} gap="md" align="center">
      <NativeSelect
        size="xs"
        aria-label={text('custody.unit')}
        value={filter.unit ?? ''}
        onChange={(event) => onUnit(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        data={[{ value: '', label: text('custody.allUnits') }, ...sorted]}
        maw={300}
      />
      <Checkbox
        size="sm"
        label={text('custody.overdueOnly')}
        checked={filter.overdue}
        onChange={(event) => onOverdue(event.currentTarget.checked)}
      />
    </Group>
  );
}

function CustodyList({ filter }: { readonly filter: CustodyFilter }) {
  const texts = useLanguage();
  const custody = useOpenCustody(filter);
  if (custody.error !== null) return <ProblemPanel error={custody.error} onRetry={() => void custody.refetch()} />;
  if (custody.data === undefined) return <LoadingPanel rows={8} />;
  const rows = custody.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    const filtered = filter.unit !== null || filter.overdue;
    return <EmptyPanel text={texts.text(filtered ? 'custody.empty' : 'custody.none')} />;
  }
  return (
    <>
      <RecordTable
        caption={texts.text('custody.title')}
        columns={columnsIn(texts)}
        rows={rows}
        keyOf={({ dossierId, sequence }) => `${dossierId} ${sequence}`}
      />
      <LoadMore
        shown={rows.length}
        hasMore={custody.hasNextPage}
        loading={custody.isFetchingNextPage}
        onMore={() => void custody.fetchNextPage()}
      />
    </>
  );
}

function columnsIn({ text, language }: Texts): readonly Column<CustodyRow>[] {
  return [
    {
      key: 'dossier',
      wide: true,
      header: text('custody.dossier'),
      names: true,
      cell: (row) => <DossierLink id={row.dossierId} dossier={row} />,
    },
    { key: 'unit', header: text('custody.holderUnit'), cell: ({ unit }) => <UnitName unit={unit} /> },
    { key: 'holder', header: text('custody.holder'), cell: ({ holder }) => <Who party={holder} /> },
    {
      key: 'since',
      unbroken: true,
      header: text('custody.since'),
      cell: (row) => (
        <>
          <div>{formatMoment(row.beganAt)}</div>
          <OriginMarks origin={row} />
        </>
      ),
    },
    {
      key: 'held',
      unbroken: true,
      header: text('custody.held'),
      cell: ({ workingMs }) => formatWorkingTime(workingMs, language),
    },
    {
      key: 'deadline',
      unbroken: true,
      header: text('custody.deadline'),
      cell: ({ deadline, overdue }) => (
        <>
          <div>{deadline === null ? '—' : formatMoment(deadline)}</div>
          {overdue && <Mark tone="alert">{text('mark.overdue')}</Mark>}
        </>
      ),
    },
  ];
}
