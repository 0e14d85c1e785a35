import type { CommitmentView } from '#contracts/task-views.ts';
import { useBrokenCommitments, type UnitChoice } from '../api/handling-queries.ts';
import { itself, PagedRecords } from '../common/paged-records.tsx';
import type { Column } from '../common/record-table.tsx';
import { SubjectLink } from '../common/subject-link.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';

/** Milestones that were promised with an extension and ended without the product (R26). */
export function BrokenCommitments({ unit }: { readonly unit: UnitChoice }) {
  const texts = useLanguage();
  const { text } = texts;
  return (
    <PagedRecords
      caption={text('handling.tab.commitments')}
      empty={text('commitments.broken.empty')}
      pages={useBrokenCommitments(unit)}
      rowsOf={itself}
      columns={columnsIn(texts)}
      keyOf={({ taskId, commitmentId }) => `${taskId} ${commitmentId}`}
    />
  );
}

function columnsIn({ text }: Texts): readonly Column<CommitmentView>[] {
  return [
    {
      key: 'task',
      wide: true,
      header: text('column.task'),
      names: true,
      cell: ({ taskId, title }) => (
        <>
          <div>{title}</div>
          <SubjectLink subject={`task-${taskId}`} dossierId={null} />
        </>
      ),
    },
    { key: 'unit', header: text('column.unit'), cell: ({ unit }) => <UnitName unit={unit} /> },
    { key: 'who', header: text('column.madeBy'), cell: ({ madeBy }) => <Who party={madeBy} /> },
    { key: 'made', unbroken: true, header: text('column.madeAt'), cell: ({ madeAt }) => formatMoment(madeAt) },
    {
      key: 'milestone',
      unbroken: true,
      header: text('column.milestone'),
      cell: ({ milestone }) => formatMoment(milestone),
    },
  ];
}
