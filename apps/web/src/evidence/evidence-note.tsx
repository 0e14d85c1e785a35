import { IconAlertTriangle } from '@tabler/icons-react';
import { Text } from '@mantine/core';
import { useEvidence } from '../api/queries.ts';
import { useLanguage } from '../language/language-provider.tsx';
import styles from './evidence.module.css';
import { evidenceAlarm, evidenceSentences } from './evidence-sentences.ts';

/** In the footer of every screen: how far what is shown can be proved, and where to prove it. */
export function EvidenceNote() {
  const texts = useLanguage();
  const { text } = texts;
  const { data, isError } = useEvidence();
  return (
    <section aria-label={text('evidence.label')} className={styles['note']}>
      {isError && <p>{text('evidence.unreadable')}</p>}
      {data !== undefined && (
        <p>
          {evidenceSentences(data, texts).map(({ words, weak }) => (
            <span key={words} className={styles[weak ? 'weak' : 'words']}>
              {words}{' '}
            </span>
          ))}
        </p>
      )}
      <p>
        <a href="/verify.html">{text('evidence.verify')}</a> · <a href="/evidence">{text('evidence.details')}</a> ·{' '}
        <a href="/docs">{text('evidence.docs')}</a>
      </p>
    </section>
  );
}

/** Above every screen, when nothing is sealed any more: whoever reads must know before they rely on it. */
export function EvidenceAlarm() {
  const texts = useLanguage();
  const { data } = useEvidence();
  const alarm = data === undefined ? null : evidenceAlarm(data, texts);
  if (alarm === null) return null;
  return (
    <div className={styles['alarm']} role="alert">
      <IconAlertTriangle aria-hidden="true" size={24} />
      <div>
        <Text fw={650}>{alarm.title}</Text>
        {alarm.since !== null && <Text size="sm">{alarm.since}</Text>}
        {alarm.why !== null && <Text size="sm">{alarm.why}</Text>}
      </div>
    </div>
  );
}
