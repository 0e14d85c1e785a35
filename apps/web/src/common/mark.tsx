import type { ReactNode } from 'react';
import styles from './mark.module.css';

export type Tone = 'plain' | 'calm' | 'good' | 'caution' | 'alert' | 'by-rule';

/** A short label beside a fact. The words carry the meaning; the colour only repeats it. */
export function Mark(props: { readonly tone?: Tone; readonly title?: string; readonly children: ReactNode }) {
  return (
    <span className={styles['mark']} data-tone={props.tone ?? 'plain'} title={props.title}>
      {props.children}
    </span>
  );
}
