import { Text } from '@mantine/core';
import type { DutyView } from '#contracts/candidate-views.ts';
import { useDuties } from '../api/handling-queries.ts';
import { LateMark } from '../common/late-mark.tsx';
import { itself, PagedRecords } from '../common/paged-records.tsx';
import type { Column } from '../common/record-table.tsx';
import { Section } from '../common/section.tsx';
import { SubjectLink } from '../common/subject-link.tsx';
import { SubjectSought } from '../common/subject-sought.tsx';
import { UnitName } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';

type DutiesProps = { readonly officerId: string; readonly asOf: string | null };

/** What else the person did or was given, beside custody: opinions, tasks, commitments, obstacles, reasons (R08). */
export function Duties({ officerId, asOf }: DutiesProps) {
  const texts = useLanguage();
  const { text } = texts;
  return (
    <Section heading={text('duties.title')}>
      <Text size="sm" mb="sm">
        {text('duties.lead')}
      </Text>
      <PagedRecords
        caption={text('duties.title')}
        empty={text('duties.empty')}
        pages={useDuties(officerId, asOf)}
        rowsOf={itself}
        columns={columnsIn(texts)}
        keyOf={({ position }) => position}
      />
    </Section>
  );
}

function columnsIn({ text, label }: Texts): readonly Column<DutyView>[] {
  return [
    { key: 'when', unbroken: true, header: text('duties.when'), cell: ({ occurredAt }) => formatMoment(occurredAt) },
    { key: 'what', wide: true, names: true, header: text('duties.what'), cell: ({ type }) => label('event', type) },
    {
      key: 'about',
      header: text('duties.about'),
      cell: ({ subject, dossierId }) =>
        dossierId === null ? (
          <SubjectSought subject={subject} />
        ) : (
          <SubjectLink subject={subject} dossierId={dossierId} />
        ),
    },
    { key: 'part', header: text('duties.part'), cell: ({ part }) => text(`duties.part.${part}`) },
    {
      key: 'unit',
      header: text('duties.unit'),
      cell: ({ unit, capacity }) => (
        <>
          <UnitName unit={unit} />
          <Text size="xs" c="var(--muted)">
            {label('capacity', capacity)}
          </Text>
        </>
      ),
    },
    {
      key: 'ledger',
      header: text('duties.ledger'),
      cell: (duty) => (
        <>
          <div>{text('candidates.position', { position: duty.position })}</div>
          {duty.recordedLate && <LateMark recordedAt={duty.recordedAt} />}
        </>
      ),
    },
  ];
}
