import type { TrailSummary } from '#contracts/views.ts';
import type { Line } from '../api/queries.ts';
import { Tiles } from '../common/tiles.tsx';
import { formatWorkingTime } from '../format/working-time.ts';
import { useLanguage } from '../language/language-provider.tsx';

/** Counts and time only: no rate, no score, no comparison between persons. */
export function LineSummary({ summary, line }: { readonly summary: TrailSummary; readonly line: Line }) {
  const { text, count, language } = useLanguage();
  const { intervals, open, workingMs } = summary[line];
  const acts =
    line === 'performer'
      ? [{ label: text('trail.acts'), value: count(summary.performer.acts), tone: 'plain' as const }]
      : [];
  return (
    <Tiles
      label={text(`trail.${line}`)}
      tiles={[
        { label: text('trail.intervals'), value: count(intervals) },
        { label: text('trail.open'), value: count(open) },
        {
          label: text('trail.working'),
          value: formatWorkingTime(workingMs, language),
          aside: text('trail.working.note'),
          tone: 'plain',
          words: true,
        },
        ...acts,
      ]}
    />
  );
}
