import { Text } from '@mantine/core';
import type { Responsiveness } from '#contracts/consultation-views.ts';
import { useResponsiveness, type UnitChoice } from '../api/handling-queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { RecordTable, type Column } from '../common/record-table.tsx';
import { UnitName } from '../common/who.tsx';
import { formatWorkingTime } from '../format/working-time.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';

/** How organisations answer each other; there is no such figure of a person (R18). */
export function Responses({ unit }: { readonly unit: UnitChoice }) {
  const texts = useLanguage();
  const { text } = texts;
  const found = useResponsiveness(unit);
  if (found.error !== null) return <ProblemPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <LoadingPanel rows={5} />;
  return (
    <>
      <Text size="sm" mb="sm">
        {text('responses.lead')}
      </Text>
      {found.data.length === 0 ? (
        <EmptyPanel text={text('responses.empty')} />
      ) : (
        <RecordTable
          caption={text('handling.tab.responses')}
          columns={columnsIn(texts)}
          rows={found.data}
          keyOf={({ requester, responder }) => `${requester.id} ${responder.id}`}
        />
      )}
    </>
  );
}

const figures = [
  ['asked', 'column.questions'],
  ['answeredInTime', 'column.inTime'],
  ['late', 'column.late'],
  ['silent', 'column.silent'],
  ['returned', 'column.returned'],
] as const;

function columnsIn({ text, count, language }: Texts): readonly Column<Responsiveness>[] {
  return [
    { key: 'body', header: text('column.body'), names: true, cell: ({ responder }) => <UnitName unit={responder} /> },
    { key: 'from', header: text('column.requester'), cell: ({ requester }) => <UnitName unit={requester} /> },
    ...figures.map(([figure, header]) => ({
      key: figure,
      numeric: true,
      header: text(header),
      cell: (row: Responsiveness) => count(row[figure]),
    })),
    {
      key: 'median',
      unbroken: true,
      header: text('column.median'),
      cell: ({ medianOfficeMs }) => (medianOfficeMs === null ? '—' : formatWorkingTime(medianOfficeMs, language)),
    },
    { key: 'rate', header: text('column.rate'), cell: ({ inTime }) => <Rate rate={inTime} /> },
  ];
}

function Rate({ rate }: { readonly rate: Responsiveness['inTime'] }) {
  const { text, share, count } = useLanguage();
  const { numerator, denominator, low, high } = rate;
  return (
    <>
      <div>
        {rate.share === null || low === null || high === null
          ? text('responses.tooFew')
          : text('responses.rate', { share: share(rate.share, 1), low: share(low, 1), high: share(high, 1) })}
      </div>
      <Text size="xs" c="var(--muted)">
        {text('responses.of', { numerator: count(numerator), denominator: count(denominator) })}
      </Text>
    </>
  );
}
