import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { UnitWorkload } from '#contracts/views.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { Section } from '../common/section.tsx';
import { useLanguage } from '../language/language-provider.tsx';
import { WorkloadTable } from './workload-table.tsx';

// The chart library is the heaviest part of the page; figures and lists do not wait for it.
const WorkloadChart = lazy(async () => ({ default: (await import('./workload-chart.tsx')).WorkloadChart }));

type View = 'chart' | 'table';

export function Workload({ units }: { readonly units: readonly UnitWorkload[] }) {
  const { text } = useLanguage();
  const [view, setView] = useState<View>('chart');
  const holding = units.filter((workload) => workload.holding > 0);
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={text('workload.view')}
      value={view}
      onChange={(chosen: View) => setView(chosen)}
      data={[
        { value: 'chart', label: text('workload.chart') },
        { value: 'table', label: text('workload.table') },
      ]}
    />
  );
  return (
    <Section heading={text('workload.title')} aside={choice}>
      {view === 'table' && <WorkloadTable units={units} />}
      {view === 'chart' && holding.length === 0 && <EmptyPanel text={text('workload.empty')} />}
      {view === 'chart' && holding.length > 0 && (
        <Suspense fallback={<LoadingPanel rows={1} height={320} />}>
          <WorkloadChart units={holding} />
        </Suspense>
      )}
    </Section>
  );
}
