import { Text } from '@mantine/core';
import type { SubmissionView } from '#contracts/submission-views.ts';
import { useRefusedEscalations, type UnitChoice } from '../api/handling-queries.ts';
import { DossierLink } from '../common/dossier-link.tsx';
import { itself, PagedRecords } from '../common/paged-records.tsx';
import type { Column } from '../common/record-table.tsx';
import { UnitName } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';

/** Passed upward and refused as within the submitter's own authority, by a named receiver (R02). */
export function RefusedEscalations({ unit }: { readonly unit: UnitChoice }) {
  const texts = useLanguage();
  const { text } = texts;
  return (
    <PagedRecords
      caption={text('handling.tab.escalations')}
      empty={text('escalations.refused.empty')}
      pages={useRefusedEscalations(unit)}
      rowsOf={itself}
      columns={columnsIn(texts)}
      keyOf={({ dossierId, ordinal }) => `${dossierId} ${ordinal}`}
    />
  );
}

function columnsIn({ text, label }: Texts): readonly Column<SubmissionView>[] {
  return [
    {
      key: 'dossier',
      wide: true,
      header: text('column.dossier'),
      names: true,
      cell: (row) => <DossierLink id={row.dossierId} dossier={{ ...row, number: null, symbol: null }} />,
    },
    { key: 'from', header: text('column.submitter'), cell: ({ submitter }) => <UnitName unit={submitter} /> },
    { key: 'to', header: text('column.receiver'), cell: ({ receiver }) => <UnitName unit={receiver} /> },
    {
      key: 'ground',
      header: text('column.ground'),
      cell: ({ ground, at }) => (
        <>
          <div>{ground === null ? text('ways.noGround') : label('value', ground)}</div>
          <Text size="xs" c="var(--muted)">
            {formatMoment(at)}
          </Text>
        </>
      ),
    },
    { key: 'answer', wide: true, header: text('column.answer'), cell: (row) => <Refusal row={row} /> },
  ];
}

/** Reason and basis of a secret dossier could say what its subject must not. */
function Refusal({ row }: { readonly row: SubmissionView }) {
  const secret = row.secretReference !== null;
  return (
    <>
      {!secret && <div>{row.reason}</div>}
      <Text size="xs" c="var(--muted)">
        {[secret ? null : row.basis, row.answeredAt === null ? null : formatMoment(row.answeredAt)]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
    </>
  );
}
