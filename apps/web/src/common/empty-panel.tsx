import { Text, Title } from '@mantine/core';
import styles from './panels.module.css';

/** Says that there is nothing to show; with a heading it stands for a whole screen. */
export function EmptyPanel({ heading, text }: { readonly heading?: string; readonly text: string }) {
  return (
    <div className={styles['empty']}>
      {heading !== undefined && (
        <Title order={1} size="h3" mb="xs">
          {heading}
        </Title>
      )}
      <Text c="var(--muted)">{text}</Text>
    </div>
  );
}
