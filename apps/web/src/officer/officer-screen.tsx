import { Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useParams, useSearchParams } from 'react-router';
import type { Trail, TrailSummary } from '#contracts/views.ts';
import { useTrail, type Line } from '../api/queries.ts';
import { AsOfField } from '../common/as-of-field.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import panels from '../common/panels.module.css';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { Section } from '../common/section.tsx';
import { usePageTitle } from '../common/use-page-title.ts';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { Appointments } from './appointments.tsx';
import { Candidates } from './candidates.tsx';
import { Duties } from './duties.tsx';
import { LineSummary } from './line-summary.tsx';
import { TrailExport } from './trail-export.tsx';
import { TrailIntervals } from './trail-intervals.tsx';

const lines: readonly Line[] = ['performer', 'head'];

/** A person's responsibility trail. What the person did and what happened under them as head stay two lines (R32). */
export function OfficerScreen() {
  const { text } = useLanguage();
  const { officerId = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const line: Line = parameters.get('line') === 'head' ? 'head' : 'performer';
  const asOf = parameters.get('asOf');
  const trail = useTrail(officerId, line, asOf);
  const summary = trail.data?.pages[0];
  usePageTitle(summary?.officer.name ?? text('trail.kind'));
  const show = (next: Line, day: string | null): void =>
    setParameters({ ...(next === 'head' ? { line: next } : {}), ...(day === null ? {} : { asOf: day }) });
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <Heading summary={summary} officerId={officerId} />
        <AsOfField day={asOf} onDay={(day) => show(line, day)} />
      </Group>
      {summary !== undefined && (
        <Section heading={text('trail.appointments')} aside={<TrailExport officerId={officerId} />}>
          <Appointments appointments={summary.officer.appointments} />
        </Section>
      )}
      <Section heading={text('trail.lines')}>
        <Tabs
          value={line}
          onChange={(chosen) => show(chosen === 'head' ? 'head' : 'performer', asOf)}
          keepMounted={false}
        >
          <Tabs.List aria-label={text('trail.lines')} mb="md">
            {lines.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {text(`trail.${each}`)} <Intervals summary={summary} line={each} />
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {lines.map((each) => (
            <Tabs.Panel key={each} value={each}>
              <LineOfTrail line={each} trail={trail} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Section>
      {summary !== undefined && (
        <>
          <Duties officerId={officerId} asOf={asOf} />
          <Candidates officerId={officerId} asOf={asOf} />
        </>
      )}
    </Stack>
  );
}

function Heading({ summary, officerId }: { readonly summary: TrailSummary | undefined; readonly officerId: string }) {
  const { text } = useLanguage();
  return (
    <div>
      <div className={panels['kind']}>{text('trail.kind')}</div>
      <Title order={1} size="h2" className={panels['wrap']}>
        {summary === undefined ? officerId : (summary.officer.name ?? text('trail.noName'))}
      </Title>
      {summary !== undefined && (
        <Text size="sm" c="var(--muted)" className={panels['wrap']}>
          {officerId} · {text('asOf.shown', { moment: formatMoment(summary.asOf) })}
        </Text>
      )}
    </div>
  );
}

function Intervals({ summary, line }: { readonly summary: TrailSummary | undefined; readonly line: Line }) {
  const { count } = useLanguage();
  return summary === undefined ? null : `(${count(summary[line].intervals)})`;
}

function LineOfTrail({ line, trail }: { readonly line: Line; readonly trail: ReturnType<typeof useTrail> }) {
  const { text } = useLanguage();
  if (trail.error !== null) return <ProblemPanel error={trail.error} onRetry={() => void trail.refetch()} />;
  const pages: readonly Trail[] | undefined = trail.data?.pages;
  const first = pages?.[0];
  if (pages === undefined || first === undefined) return <LoadingPanel rows={6} height={64} />;
  return (
    <Stack gap="sm">
      <Text size="sm">{text(`trail.${line}.lead`)}</Text>
      <LineSummary summary={first} line={line} />
      <TrailIntervals
        line={line}
        asOf={first.asOf}
        intervals={pages.flatMap((page) => page.items)}
        hasMore={trail.hasNextPage}
        loading={trail.isFetchingNextPage}
        onMore={() => void trail.fetchNextPage()}
      />
    </Stack>
  );
}
