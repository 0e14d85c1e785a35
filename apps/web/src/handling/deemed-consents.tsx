import { Text } from '@mantine/core';
import type { DeemedConsent } from '#contracts/consultation-views.ts';
import { useDeemedConsents, type UnitChoice } from '../api/handling-queries.ts';
import { OpinionMark } from '../common/opinion-mark.tsx';
import { itself, PagedRecords } from '../common/paged-records.tsx';
import type { Column } from '../common/record-table.tsx';
import { RuleText, CalendarText } from '../common/citation.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import { RequestCell } from './request-cell.tsx';

/** Consents that silence became, with the rule that says so and who answers for them (R17). */
export function DeemedConsents({ unit }: { readonly unit: UnitChoice }) {
  const texts = useLanguage();
  const { text } = texts;
  return (
    <>
      <Text size="sm" mb="sm">
        {text('deemed.lead')}
      </Text>
      <PagedRecords
        caption={text('handling.tab.deemed')}
        empty={text('deemed.empty')}
        pages={useDeemedConsents(unit)}
        rowsOf={itself}
        columns={columnsIn(texts)}
        keyOf={(row) => `${row.consultationId} ${row.unit.id}`}
      />
    </>
  );
}

function columnsIn({ text }: Texts): readonly Column<DeemedConsent>[] {
  return [
    { key: 'body', header: text('column.body'), names: true, cell: ({ unit }) => <UnitName unit={unit} /> },
    {
      key: 'request',
      wide: true,
      header: text('column.request'),
      cell: (row) => <RequestCell id={row.consultationId} request={row} />,
    },
    { key: 'from', header: text('column.requester'), cell: ({ requester }) => <UnitName unit={requester} /> },
    { key: 'outcome', header: text('column.outcome'), cell: (row) => <Outcome consent={row} /> },
    {
      key: 'rule',
      wide: true,
      header: text('column.rule'),
      cell: (row) => <Ground consent={row} />,
    },
    { key: 'head', header: text('column.head'), cell: ({ deemed }) => <Who party={deemed.head} /> },
  ];
}

/** The rule that makes silence consent, the calendar the time was counted on, and where the ledger shows it. */
function Ground({ consent }: { readonly consent: DeemedConsent }) {
  const { text } = useLanguage();
  const { deemed, evidence } = consent;
  return (
    <>
      <RuleText rule={deemed.rule} />
      <Text size="xs" c="var(--muted)">
        {text('opinions.calendar')} <CalendarText calendar={deemed.calendar} />
      </Text>
      <Text size="xs" c="var(--muted)">
        {text('candidates.evidence')}: {evidence.join(', ')}
      </Text>
    </>
  );
}

function Outcome({ consent }: { readonly consent: DeemedConsent }) {
  const { text } = useLanguage();
  const { deemed, voided, lateAnsweredAt } = consent;
  return (
    <>
      <OpinionMark status={voided === null ? 'consent-deemed' : 'deemed-void'} />
      <div>{formatMoment(deemed.dueAt)}</div>
      {voided !== null && <Text size="xs">{voided.reason}</Text>}
      {lateAnsweredAt !== null && (
        <Text size="xs">
          {text('opinions.lateAnswer')} {formatMoment(lateAnsweredAt)}
        </Text>
      )}
    </>
  );
}
