import { Group, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { DossierDetail } from '#contracts/views.ts';
import { useDossier } from '../api/queries.ts';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { Mark } from '../common/mark.tsx';
import panels from '../common/panels.module.css';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { usePageTitle } from '../common/use-page-title.ts';
import { citeDossier } from '../format/reference.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { CustodyJourney } from './custody-journey.tsx';
import { DossierFacts } from './dossier-facts.tsx';
import { DossierOpinions } from './dossier-opinions.tsx';
import { DossierTimeline } from './dossier-timeline.tsx';
import { DossierWays } from './dossier-ways.tsx';

/** A dossier's journey: what it is, who holds it, who held it, and everything that happened to it. */
export function DossierScreen() {
  const { text } = useLanguage();
  const { dossierId = '' } = useParams();
  const dossier = useDossier(dossierId);
  usePageTitle(dossier.data === undefined ? text('dossier.kind') : titleOf(dossier.data));
  if (dossier.error !== null)
    return (
      <Stack>
        <Title order={1} size="h3">
          {text('dossier.kind')}
        </Title>
        <ProblemPanel error={dossier.error} onRetry={() => void dossier.refetch()} />
      </Stack>
    );
  if (dossier.data === undefined) return <LoadingPanel rows={8} height={60} />;
  return (
    <Stack>
      <Heading dossier={dossier.data} />
      <DossierFacts dossier={dossier.data} />
      <CustodyJourney dossier={dossier.data} asOf={new Date(dossier.dataUpdatedAt).toISOString()} />
      <DossierOpinions dossier={dossier.data} />
      <DossierWays dossier={dossier.data} />
      <DossierTimeline dossier={dossier.data} />
    </Stack>
  );
}

const titleOf = (dossier: DossierDetail): string => citeDossier(dossier) ?? dossier.id;

function Heading({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  const secret = dossier.secretReference !== null;
  return (
    <div>
      <div className={panels['kind']}>{text('dossier.kind')}</div>
      <Title order={1} size="h2" className={panels['wrap']}>
        {secret && <IconLock size={24} aria-hidden="true" />}{' '}
        {secret ? text('dossier.secretTitle', { reference: titleOf(dossier) }) : titleOf(dossier)}
      </Title>
      <Text size="lg" maw={900} {...(dossier.subject === null ? { c: 'var(--muted)' } : {})}>
        {secret ? text('dossier.secretText') : (dossier.subject ?? text('dossier.noSubject'))}
      </Text>
      <Group gap={6} mt={6}>
        <StateMarks dossier={dossier} />
      </Group>
    </div>
  );
}

function StateMarks({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  const { status, late, urgency, secrecy } = dossier;
  return (
    <>
      <Mark tone={status === 'open' ? 'calm' : 'good'}>{text(`dossier.status.${status}`)}</Mark>
      {late && <Mark tone="alert">{text(status === 'open' ? 'dossier.late.open' : 'dossier.late.completed')}</Mark>}
      {urgency !== 'normal' && <Mark tone="caution">{text(`dossier.urgency.${urgency}`)}</Mark>}
      {secrecy !== 'none' && <Mark tone="caution">{text(`dossier.secrecy.${secrecy}`)}</Mark>}
      {dossier.custody[0]?.provenance === 'sample' && <Mark>{text('mark.sample')}</Mark>}
      {dossier.custody[0]?.provenance === 'import' && <Mark>{text('mark.import')}</Mark>}
    </>
  );
}
