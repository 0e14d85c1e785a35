import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import styles from './panels.module.css';

/** A titled part of a screen, found by its heading among a screen reader's landmarks. */
export function Section(props: { readonly heading: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['sectionHead']}>
        <Title order={2} size="h4" id={id}>
          {props.heading}
        </Title>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
