import styles from './panels.module.css';

export type Tile = {
  readonly label: string;
  readonly value: string;
  readonly aside?: string;
  readonly tone?: 'alert' | 'good' | 'plain';
  /** Words instead of a figure are set smaller. */
  readonly words?: boolean;
};

export function Tiles({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) {
  return (
    <dl className={styles['tiles']} aria-label={label}>
      {tiles.map((tile) => (
        <div key={tile.label} className={styles['tile']} data-tone={tile.tone}>
          <dt>{tile.label}</dt>
          <dd>
            <span className={styles[tile.words === true ? 'figureText' : 'figure']}>{tile.value}</span>
            {tile.aside !== undefined && <div className={styles['aside']}>{tile.aside}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
