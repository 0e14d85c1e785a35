import { useMemo } from 'react';
import type { TrailInterval } from '#contracts/views.ts';
import type { Line } from '../api/queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { LoadMore } from '../common/load-more.tsx';
import { formatDay } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { packIntoLanes, spanOf } from '../timeline/layout.ts';
import { TimeBand } from '../timeline/time-band.tsx';
import timeline from '../timeline/timeline.module.css';
import { TrailItem } from './trail-item.tsx';

type TrailIntervalsProps = {
  readonly line: Line;
  readonly asOf: string;
  readonly intervals: readonly TrailInterval[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
};

export function TrailIntervals({ line, asOf, intervals, hasMore, loading, onMore }: TrailIntervalsProps) {
  const { text } = useLanguage();
  if (intervals.length === 0) return <EmptyPanel text={text(`trail.${line}.empty`)} />;
  return (
    <div>
      <TrailBand intervals={intervals} asOf={asOf} />
      <ol className={timeline['list']} aria-label={text('trail.list')}>
        {intervals.map((interval) => (
          <li
            key={`${interval.dossierId} ${interval.sequence} ${interval.beganAt}`}
            className={timeline['item']}
            data-running={interval.outcome === 'open' || undefined}
          >
            <TrailItem interval={interval} />
          </li>
        ))}
      </ol>
      <LoadMore shown={intervals.length} hasMore={hasMore} loading={loading} onMore={onMore} />
    </div>
  );
}

function TrailBand({ intervals, asOf }: { readonly intervals: readonly TrailInterval[]; readonly asOf: string }) {
  const { text, count } = useLanguage();
  const span = useMemo(() => spanOf(intervals, [], asOf), [intervals, asOf]);
  const rows = useMemo(() => {
    const lanes = packIntoLanes(intervals, asOf);
    const height = lanes.reduce((highest, lane) => Math.max(highest, lane), 0) + 1;
    return Array.from({ length: height }, (_, lane) => ({
      key: String(lane),
      label: null,
      stretches: intervals.filter((_interval, index) => lanes[index] === lane),
    }));
  }, [intervals, asOf]);
  const description = text('trail.band', {
    count: count(intervals.length),
    from: formatDay(new Date(span.from).toISOString()),
    to: formatDay(new Date(span.to).toISOString()),
  });
  return <TimeBand description={description} rows={rows} span={span} now={asOf} />;
}
