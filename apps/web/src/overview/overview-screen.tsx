import { Group, Stack, Text, Title } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { Overview } from '#contracts/views.ts';
import { useOverview } from '../api/queries.ts';
import { AsOfField } from '../common/as-of-field.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { Tiles } from '../common/tiles.tsx';
import { usePageTitle } from '../common/use-page-title.ts';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { OpenCustody } from './open-custody.tsx';
import { Workload } from './workload.tsx';

/** Who holds what and what is overdue, by unit. Filters are in the address, so that a view can be passed on. */
export function OverviewScreen() {
  const { text } = useLanguage();
  usePageTitle(text('overview.title'));
  const [parameters, setParameters] = useSearchParams();
  const asOf = parameters.get('asOf');
  const set = (name: string, value: string | null): void =>
    setParameters((current) => {
      const next = new URLSearchParams(current);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const overview = useOverview(asOf);
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h2">
            {text('overview.title')}
          </Title>
          <Text c="var(--muted)">{text('overview.lead')}</Text>
        </div>
        <AsOfField day={asOf} onDay={(day) => set('asOf', day)} />
      </Group>
      {overview.error !== null && <ProblemPanel error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.isPending && <LoadingPanel rows={3} height={90} />}
      {overview.data !== undefined && (
        <>
          <Summary overview={overview.data} />
          <Workload units={overview.data.units} />
        </>
      )}
      <OpenCustody
        filter={{ unit: parameters.get('unit'), overdue: parameters.get('overdue') === 'true', asOf }}
        units={overview.data?.units.map(({ unit }) => unit) ?? []}
        onUnit={(unit) => set('unit', unit)}
        onOverdue={(overdue) => set('overdue', overdue ? 'true' : null)}
      />
    </Stack>
  );
}

function Summary({ overview }: { readonly overview: Overview }) {
  const { text, count, share } = useLanguage();
  const { open, overdue, completed, completedLate } = overview.dossiers;
  return (
    <div>
      <Tiles
        label={text('overview.summary')}
        tiles={[
          { label: text('overview.open'), value: count(open) },
          {
            label: text('overview.overdue'),
            value: count(overdue),
            aside: text('overview.overdue.share', { share: share(overdue, open) }),
            tone: 'alert',
          },
          { label: text('overview.completed'), value: count(completed), tone: 'good' },
          {
            label: text('overview.completedLate'),
            value: count(completedLate),
            aside: text('overview.completedLate.share', { share: share(completedLate, completed) }),
            tone: 'plain',
          },
        ]}
      />
      <Text size="xs" c="var(--muted)" mt={6}>
        {text('asOf.shown', { moment: formatMoment(overview.asOf) })}
      </Text>
    </div>
  );
}
