import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { isSearchable, useDossierSearch, useOfficerSearch } from '../api/queries.ts';
import { DossierLink } from '../common/dossier-link.tsx';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { LoadMore } from '../common/load-more.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { Section } from '../common/section.tsx';
import { usePageTitle } from '../common/use-page-title.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { PostText } from './search-options.tsx';
import styles from './search.module.css';

const pageSize = 20;

/** Every result of a search, for when the short list under the search field is not enough. */
export function SearchScreen() {
  const { text } = useLanguage();
  const words = useSearchParams()[0].get('q') ?? '';
  const officers = useOfficerSearch(words, pageSize);
  const dossiers = useDossierSearch(words, pageSize);
  const title = isSearchable(words) ? text('search.title', { query: words }) : text('search.empty');
  usePageTitle(title);
  if (!isSearchable(words)) return <EmptyPanel heading={title} text={text('search.short')} />;
  return (
    <Stack>
      <Title order={1} size="h3">
        {title}
      </Title>
      <Section heading={text('search.people')}>
        <Results list={officers} empty={text('search.noPeople')} keyOf={({ id }) => id}>
          {(officer) => (
            <>
              <Anchor component={Link} to={`/officers/${encodeURIComponent(officer.id)}`} fw={600}>
                {officer.name ?? text('trail.noName')}
              </Anchor>
              <Text size="sm" c="var(--muted)">
                <PostText appointments={officer.appointments} fallback={officer.id} />
              </Text>
            </>
          )}
        </Results>
      </Section>
      <Section heading={text('search.dossiers')}>
        <Results list={dossiers} empty={text('search.noDossiers')} keyOf={({ id }) => id}>
          {(dossier) => <DossierLink id={dossier.id} dossier={dossier} />}
        </Results>
      </Section>
    </Stack>
  );
}

type PagedList<T> = {
  readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined;
  readonly error: Error | null;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
};

type ResultsProps<T> = {
  readonly list: PagedList<T>;
  readonly empty: string;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
};

function Results<T>({ list, empty, keyOf, children }: ResultsProps<T>) {
  if (list.error !== null) return <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingPanel rows={4} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyPanel text={empty} />;
  return (
    <>
      <ul className={styles['results']}>
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      <LoadMore
        shown={items.length}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
