import type { ReactNode } from 'react';
import styles from './facts.module.css';

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Labelled facts in columns; what has no value is left out by the caller. */
export function Facts({ facts, dense = false }: { readonly facts: readonly Fact[]; readonly dense?: boolean }) {
  return (
    <dl className={styles[dense ? 'line' : 'grid']}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles['fact']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
