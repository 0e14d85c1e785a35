import { Text } from '@mantine/core';
import type { CustodyInterval, DossierDetail } from '#contracts/views.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { Mark } from '../common/mark.tsx';
import { OriginMarks } from '../common/origin-marks.tsx';
import { RecordTable, type Column } from '../common/record-table.tsx';
import { Section } from '../common/section.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatDay, formatMoment } from '../format/moment.ts';
import { formatWorkingTime } from '../format/working-time.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import { rowsBy, spanOf } from '../timeline/layout.ts';
import { TimeBand } from '../timeline/time-band.tsx';

type Journey = {
  readonly dossier: DossierDetail;
  /** When the server said so: an interval still open is drawn up to then. */
  readonly asOf: string;
};

/** Who held the dossier and for how long: drawn to scale, and the same as a table. */
export function CustodyJourney({ dossier, asOf }: Journey) {
  const texts = useLanguage();
  const { custody } = dossier;
  if (custody.length === 0)
    return (
      <Section heading={texts.text('dossier.custody')}>
        <EmptyPanel text={texts.text('dossier.custody.empty')} />
      </Section>
    );
  return (
    <Section heading={texts.text('dossier.custody')}>
      <CustodyBand dossier={dossier} asOf={asOf} />
      <RecordTable
        caption={texts.text('dossier.custody')}
        columns={columnsIn(texts, dossier.secretReference !== null)}
        rows={custody}
        keyOf={({ sequence }) => String(sequence)}
      />
    </Section>
  );
}

const holderKey = ({ holder, unit }: CustodyInterval): string => `${holder.kind} ${holder.id ?? ''} ${unit?.id ?? ''}`;

function CustodyBand({ dossier, asOf }: Journey) {
  const { text, count } = useLanguage();
  const { custody, deadline } = dossier;
  const span = spanOf(custody, deadline === null ? [] : [deadline], asOf);
  const rows = rowsBy(custody, holderKey).map(({ key, stretches }) => ({
    key,
    stretches,
    label: nameOf(stretches[0]),
  }));
  const description = text('dossier.custody.chart', {
    count: count(custody.length),
    holders: count(rows.length),
    from: formatDay(new Date(span.from).toISOString()),
    to: formatDay(new Date(span.to).toISOString()),
  });
  const mark =
    deadline === null
      ? null
      : { at: deadline, label: text('dossier.custody.deadlineMark', { moment: formatMoment(deadline) }) };
  return <TimeBand description={description} rows={rows} span={span} now={asOf} deadline={mark} />;
}

function nameOf(interval: CustodyInterval | undefined): string {
  const unit = interval?.unit ?? null;
  const names = [interval?.holder.name ?? interval?.holder.id ?? null, unit === null ? null : (unit.name ?? unit.id)];
  return names.filter((name) => name !== null).join(' · ') || '?';
}

function columnsIn({ text, label, language }: Texts, secret: boolean): readonly Column<CustodyInterval>[] {
  return [
    { key: 'number', header: text('interval.number'), cell: ({ sequence }) => sequence + 1 },
    { key: 'holder', header: text('interval.holder'), names: true, cell: ({ holder }) => <Who party={holder} /> },
    { key: 'unit', header: text('interval.unit'), cell: ({ unit }) => <UnitName unit={unit} /> },
    {
      key: 'began',
      unbroken: true,
      header: text('interval.began'),
      cell: (row) => <MomentAndEvent at={row.beganAt} event={label('event', row.beganBy)} />,
    },
    {
      key: 'ended',
      unbroken: true,
      header: text('interval.ended'),
      cell: ({ endedAt, endedBy }) =>
        endedAt === null ? (
          <Mark tone="calm">{text('interval.stillHeld')}</Mark>
        ) : (
          <MomentAndEvent at={endedAt} event={endedBy === null ? '' : label('event', endedBy)} />
        ),
    },
    {
      key: 'held',
      unbroken: true,
      header: text('interval.held'),
      cell: ({ workingMs }) => formatWorkingTime(workingMs, language),
    },
    {
      key: 'basis',
      wide: true,
      header: text('interval.grounds'),
      cell: (row) => (secret ? '—' : <Grounds interval={row} />),
    },
    { key: 'marks', header: text('interval.marks'), cell: (row) => <IntervalMarks interval={row} /> },
  ];
}

function MomentAndEvent({ at, event }: { readonly at: string; readonly event: string }) {
  return (
    <>
      {formatMoment(at)}
      <Text size="xs" c="var(--muted)">
        {event}
      </Text>
    </>
  );
}

function Grounds({ interval }: { readonly interval: CustodyInterval }) {
  const { reason, basis } = interval;
  if (reason === null && basis === null) return '—';
  return (
    <>
      {reason}
      {basis !== null && (
        <Text size="xs" c="var(--muted)">
          {basis}
        </Text>
      )}
    </>
  );
}

function IntervalMarks({ interval }: { readonly interval: CustodyInterval }) {
  const { text } = useLanguage();
  const { receiptConfirmedAt, dueAt } = interval;
  return (
    <>
      <OriginMarks origin={interval} />
      {receiptConfirmedAt !== null && (
        <Text size="xs">{text('mark.receipt', { moment: formatMoment(receiptConfirmedAt) })}</Text>
      )}
      {dueAt !== null && (
        <Text size="xs">
          {text('interval.dueAt')}: {formatMoment(dueAt)}
        </Text>
      )}
    </>
  );
}
