import { Group } from '@mantine/core';
import type { TrailInterval } from '#contracts/views.ts';
import { DossierLink } from '../common/dossier-link.tsx';
import { Facts, type Fact } from '../common/facts.tsx';
import { Mark } from '../common/mark.tsx';
import { OriginMarks } from '../common/origin-marks.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { formatWorkingTime } from '../format/working-time.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import timeline from '../timeline/timeline.module.css';
import styles from './officer.module.css';

/** One interval of a trail. How it ended is a neutral fact: returning a misdirected dossier is a duty (R06). */
export function TrailItem({ interval }: { readonly interval: TrailInterval }) {
  const texts = useLanguage();
  const { text } = texts;
  const secret = interval.secretReference !== null;
  return (
    <article className={styles['item']}>
      <div className={timeline['head']}>
        <time dateTime={interval.beganAt}>
          {formatMoment(interval.beganAt)} –{' '}
          {interval.endedAt === null ? text('common.now') : formatMoment(interval.endedAt)}
        </time>
        <Group gap={6} component="span">
          <Mark tone={interval.outcome === 'open' ? 'calm' : 'plain'}>{text(`outcome.${interval.outcome}`)}</Mark>
          <OriginMarks origin={interval} />
          {interval.deadlinePassedHere && <Mark tone="caution">{text('mark.deadlinePassedHere')}</Mark>}
        </Group>
      </div>
      <div>
        <DossierLink id={interval.dossierId} dossier={interval} />
      </div>
      <Facts dense facts={courseOf(interval, texts)} />
      {!secret && <Facts dense facts={groundsOf(interval, texts)} />}
    </article>
  );
}

function courseOf(interval: TrailInterval, { text, label, language, count }: Texts): readonly Fact[] {
  const { endedBy, deadline, dueAt, receiptConfirmedAt, endedPosition } = interval;
  return [
    { label: text('interval.unit'), value: <UnitName unit={interval.unit} /> },
    ...(interval.line === 'head' ? [{ label: text('interval.holder'), value: <Who party={interval.holder} /> }] : []),
    { label: text('interval.beganByLabel'), value: label('event', interval.beganBy) },
    ...(endedBy === null ? [] : [{ label: text('interval.endedByLabel'), value: label('event', endedBy) }]),
    { label: text('interval.held'), value: formatWorkingTime(interval.workingMs, language) },
    ...(dueAt === null ? [] : [{ label: text('interval.dueAt'), value: formatMoment(dueAt) }]),
    { label: text('interval.deadline'), value: deadline === null ? '—' : formatMoment(deadline) },
    { label: text('interval.acts'), value: count(interval.actsInInterval) },
    {
      label: text('interval.receipt'),
      value: receiptConfirmedAt === null ? text('mark.noReceipt') : formatMoment(receiptConfirmedAt),
    },
    {
      label: text('interval.positions'),
      value: endedPosition === null ? interval.beganPosition : `${interval.beganPosition} – ${endedPosition}`,
    },
  ];
}

function groundsOf(interval: TrailInterval, { text }: Texts): readonly Fact[] {
  const { reason, basis } = interval;
  return [
    ...(reason === null ? [] : [{ label: text('interval.reason'), value: reason }]),
    { label: text('interval.basis'), value: basis ?? text('interval.noBasis') },
  ];
}
