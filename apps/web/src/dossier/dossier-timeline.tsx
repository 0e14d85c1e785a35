import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { DossierDetail, PartyView, TimelineEntry } from '#contracts/views.ts';
import { useTimeline } from '../api/queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { Facts, type Fact } from '../common/facts.tsx';
import { LateMark } from '../common/late-mark.tsx';
import { LoadMore } from '../common/load-more.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { OriginMarks } from '../common/origin-marks.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { Section } from '../common/section.tsx';
import { entryPlace } from '../common/subject-link.tsx';
import { useLanding } from '../common/use-landing.ts';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import timeline from '../timeline/timeline.module.css';
import { detailsOf, type DetailValue } from './event-details.ts';
import { namesIn, partyView, unitRef, type Names } from './names.ts';

export function DossierTimeline({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  return (
    <Section heading={text('dossier.timeline')}>
      <Entries dossier={dossier} />
    </Section>
  );
}

function Entries({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  const pages = useTimeline(dossier.id);
  const missing = usePositionMeant(pages);
  if (pages.error !== null) return <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.data === undefined) return <LoadingPanel rows={6} height={64} />;
  const entries = pages.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <EmptyPanel text={text('dossier.timeline.empty')} />;
  const names = namesIn([dossier, entries]);
  return (
    <>
      {missing !== null && (
        <Text size="sm" role="status" mb="xs">
          {text('entry.notHere', { position: missing })}
        </Text>
      )}
      <ol className={timeline['list']}>
        {entries.map((entry) => (
          <Entry key={entry.eventId} entry={entry} names={names} secret={dossier.secretReference !== null} />
        ))}
      </ol>
      <LoadMore
        shown={entries.length}
        hasMore={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
}

/**
 * Fetches on until the entry that the address points at is there. Answers its position when the dossier has no
 * such entry; null when there is one, none is meant, or more is to come.
 */
function usePositionMeant(pages: ReturnType<typeof useTimeline>): string | null {
  const { hash } = useLocation();
  const { data, hasNextPage, isFetching, fetchNextPage } = pages;
  const meant = /^#entry-(\d+)$/.exec(hash)?.[1] ?? null;
  const missing =
    meant !== null && data !== undefined && !data.pages.some(({ items }) => items.some((e) => e.position === meant));
  useEffect(() => {
    if (missing && hasNextPage && !isFetching) void fetchNextPage();
  }, [missing, hasNextPage, isFetching, fetchNextPage]);
  return missing && !hasNextPage ? meant : null;
}

type EntryProps = { readonly entry: TimelineEntry; readonly names: Names; readonly secret: boolean };

function Entry({ entry, names, secret }: EntryProps) {
  const { text, label } = useLanguage();
  const landing = useLanding<HTMLLIElement>(entryPlace(entry.position));
  const details = detailsOf(entry, secret).map(({ label: key, value }) => ({
    label: text(key),
    value: <Value value={value} names={names} />,
  }));
  return (
    <li className={timeline['item']} {...landing}>
      <div className={timeline['head']}>
        <time dateTime={entry.occurredAt}>{formatMoment(entry.occurredAt)}</time>
        <strong>{label('event', entry.type)}</strong>
        <OriginMarks origin={entry} />
        {entry.recordedLate && <LateMark recordedAt={entry.recordedAt} />}
        <span className={timeline['position']}>{text('entry.position', { position: entry.position })}</span>
      </div>
      <Facts dense facts={useCircumstances(entry)} />
      {details.length > 0 && <Facts dense facts={details} />}
    </li>
  );
}

/** Who acted, for which unit, in which capacity, and who headed the unit then. */
function useCircumstances(entry: TimelineEntry): readonly Fact[] {
  const { text, label } = useLanguage();
  return [
    { label: text('entry.by'), value: <Who party={entry.actor} /> },
    { label: text('entry.unit'), value: <UnitName unit={entry.unit} /> },
    { label: text('entry.capacity'), value: label('capacity', entry.capacity) },
    { label: text('entry.head'), value: <Head party={entry.headAtThatTime} /> },
  ];
}

function Head({ party }: { readonly party: PartyView | null }) {
  const { text } = useLanguage();
  return party === null ? text('entry.headUnknown') : <Who party={party} />;
}

function Value({ value, names }: { readonly value: DetailValue; readonly names: Names }) {
  const { label } = useLanguage();
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return label('value', value.code);
    case 'moment':
      return formatMoment(value.at);
    case 'party':
      return <Who party={partyView(value.party, names)} />;
    case 'units':
      return value.ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <UnitName unit={unitRef(id, names)} />
        </span>
      ));
    case 'holder':
      return (
        <>
          <Who party={partyView(value.party, names)} />
          {value.unit !== null && (
            <>
              {' · '}
              <UnitName unit={unitRef(value.unit, names)} />
            </>
          )}
        </>
      );
  }
}
