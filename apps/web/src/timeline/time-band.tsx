import type { ReactNode } from 'react';
import { formatDay } from '../format/moment.ts';
import { placeOf, positionOf, ticksOf, type Span, type Stretch } from './layout.ts';
import styles from './time-band.module.css';

export type BandRow = { readonly key: string; readonly label: string | null; readonly stretches: readonly Stretch[] };

type TimeBandProps = {
  /** What the drawing shows, in words: the drawing itself says nothing to a screen reader. */
  readonly description: string;
  readonly rows: readonly BandRow[];
  readonly span: Span;
  readonly now: string;
  readonly deadline?: { readonly at: string; readonly label: string } | null;
};

const tickCount = 5;

/** Stretches of time drawn to scale, one line per row; what still runs is drawn darker. */
export function TimeBand({ description, rows, span, now, deadline = null }: TimeBandProps) {
  return (
    <div className={styles['band']} role="img" aria-label={description} data-dense={rows.length > 12 || undefined}>
      {rows.map((row) => (
        <Row key={row.key} label={row.label}>
          {row.stretches.map((stretch) => {
            const { left, width } = placeOf(stretch, span, now);
            return (
              <span
                key={`${stretch.beganAt} ${stretch.endedAt ?? ''} ${left}`}
                className={styles['bar']}
                data-running={stretch.endedAt === null || undefined}
                style={{ left: `${left}%`, width: `${width}%` }}
              />
            );
          })}
          {deadline !== null && (
            <span className={styles['deadline']} style={{ left: `${positionOf(deadline.at, span)}%` }} />
          )}
        </Row>
      ))}
      <Row label={rows.some(({ label }) => label !== null) ? '' : null}>
        {ticksOf(span, tickCount).map(({ at, left }) => (
          <span key={left} className={styles['tick']} style={{ left: `${left}%` }}>
            {formatDay(at)}
          </span>
        ))}
      </Row>
      {deadline !== null && <div className={styles['legend']}>{deadline.label}</div>}
    </div>
  );
}

function Row({ label, children }: { readonly label: string | null; readonly children: ReactNode }) {
  return (
    <div className={styles['row']} data-labelled={label !== null || undefined}>
      {label !== null && <span className={styles['label']}>{label}</span>}
      <span className={styles['track']}>{children}</span>
    </div>
  );
}
