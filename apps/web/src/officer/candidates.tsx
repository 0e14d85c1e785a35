import { Text, Title } from '@mantine/core';
import type { CandidateView } from '#contracts/candidate-views.ts';
import { useCandidates } from '../api/handling-queries.ts';
import type { Line } from '../api/queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { LoadMore } from '../common/load-more.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { Section } from '../common/section.tsx';
import { useLanguage } from '../language/language-provider.tsx';
import { CandidateCard } from './candidate-card.tsx';
import styles from './candidates.module.css';

type CandidatesProps = { readonly officerId: string; readonly asOf: string | null };

/** What the ledger asks about this person, never what it concludes: as performer, and apart from that as head (R32). */
export function Candidates({ officerId, asOf }: CandidatesProps) {
  const { text } = useLanguage();
  return (
    <Section heading={text('candidates.title')}>
      <Text size="sm" mb="sm">
        {text('candidates.meaning')}
      </Text>
      <Asked officerId={officerId} asOf={asOf} />
    </Section>
  );
}

function Asked({ officerId, asOf }: CandidatesProps) {
  const { text } = useLanguage();
  const pages = useCandidates(officerId, asOf);
  if (pages.error !== null) return <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.data === undefined) return <LoadingPanel rows={3} height={64} />;
  const candidates = pages.data.pages.flatMap((page) => page.items);
  // A page may be empty and still not be the last: so much is looked through at once.
  if (candidates.length === 0 && !pages.hasNextPage) return <EmptyPanel text={text('candidates.empty')} />;
  return (
    <>
      {candidates.length === 0 ? (
        <EmptyPanel text={text('candidates.partly')} />
      ) : (
        <>
          <OneLine line="performer" candidates={candidates} />
          <OneLine line="head" candidates={candidates} />
        </>
      )}
      <LoadMore
        shown={candidates.length}
        hasMore={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
}

function OneLine({ line, candidates }: { readonly line: Line; readonly candidates: readonly CandidateView[] }) {
  const { text, count } = useLanguage();
  const ofLine = candidates.filter((candidate) => candidate.line === line);
  return (
    <div className={styles['line']}>
      <Title order={3} size="h5" mb="xs">
        {text(`candidates.${line}`)} ({count(ofLine.length)})
      </Title>
      {ofLine.length === 0 ? (
        <Text size="sm" c="var(--muted)">
          {text(`candidates.${line}.none`)}
        </Text>
      ) : (
        ofLine.map((candidate) => <CandidateCard key={candidate.incident} candidate={candidate} />)
      )}
    </div>
  );
}
