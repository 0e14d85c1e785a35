import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { UnitWorkload } from '#contracts/views.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { RecordTable, type Column } from '../common/record-table.tsx';
import { formatWorkingTime } from '../format/working-time.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';

const figures = ['holding', 'overdue', 'received', 'passedOn', 'returned', 'completed', 'completedLate'] as const;

function columnsIn({ text, count, language }: Texts): readonly Column<UnitWorkload>[] {
  return [
    {
      key: 'unit',
      header: text('workload.unit'),
      names: true,
      cell: ({ unit }) => (
        <Anchor component={Link} to={`/?unit=${encodeURIComponent(unit.id)}`} inherit>
          {unit.name ?? unit.id}
        </Anchor>
      ),
    },
    ...figures.map((figure) => ({
      key: figure,
      header: text(`workload.${figure}`),
      numeric: true,
      cell: (workload: UnitWorkload) => count(workload[figure]),
    })),
    {
      key: 'median',
      header: text('workload.median'),
      numeric: true,
      cell: ({ medianHeldMs }) => (medianHeldMs === null ? '—' : formatWorkingTime(medianHeldMs, language)),
    },
  ];
}

/** All figures of every unit: organisation level only, no person appears here. */
export function WorkloadTable({ units }: { readonly units: readonly UnitWorkload[] }) {
  const texts = useLanguage();
  if (units.length === 0) return <EmptyPanel text={texts.text('workload.empty')} />;
  return (
    <RecordTable
      caption={texts.text('workload.title')}
      columns={columnsIn(texts)}
      rows={units}
      keyOf={({ unit }) => unit.id}
    />
  );
}
