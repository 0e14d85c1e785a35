import { BarChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { UnitWorkload } from '#contracts/views.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { chartRows, drawnUnits, shortName } from './chart-rows.ts';

const barHeightPx = 30;
const axesHeightPx = 74;

/** One bar per unit, what is overdue apart from what is in time. The table view holds the same figures and more. */
export function WorkloadChart({ units }: { readonly units: readonly UnitWorkload[] }) {
  const { text, count } = useLanguage();
  const narrow = useMediaQuery('(max-width: 48em)');
  const rows = chartRows(units);
  const [first] = rows;
  if (first === undefined) return null;
  const label = text('workload.chartLabel', {
    count: count(rows.length),
    unit: first.unit,
    holding: count(first.holding),
    overdue: count(first.overdue),
  });
  return (
    <>
      <div role="img" aria-label={label}>
        <BarChart
          h={rows.length * barHeightPx + axesHeightPx}
          data={[...rows]}
          dataKey="unit"
          type="stacked"
          orientation="vertical"
          series={[
            { name: 'onTime', label: text('workload.onTime'), color: 'var(--held)' },
            { name: 'overdue', label: text('workload.overdue'), color: 'var(--alert-fill)' },
          ]}
          withLegend
          legendProps={{ position: 'top', height: 34 }}
          gridAxis="y"
          tickLine="none"
          valueFormatter={count}
          textColor="var(--ink)"
          maxBarWidth={18}
          barProps={{ isAnimationActive: false }}
          tooltipAnimationDuration={0}
          barChartProps={{ accessibilityLayer: false }}
          xAxisProps={{ allowDecimals: false }}
          yAxisProps={{
            width: narrow === true ? 130 : 280,
            interval: 0,
            tickFormatter: (unit: string) => shortName(unit, narrow === true ? 28 : 60),
          }}
        />
      </div>
      {units.length > drawnUnits && (
        <Text size="xs" c="var(--muted)">
          {text('workload.top', { count: count(drawnUnits), total: count(units.length) })}
        </Text>
      )}
    </>
  );
}
