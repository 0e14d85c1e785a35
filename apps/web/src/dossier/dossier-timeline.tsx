import type { DossierDetail, PartyView, TimelineEntry } from '#contracts/views.ts';
import { useTimeline } from '../api/queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { Facts, type Fact } from '../common/facts.tsx';
import { LoadMore } from '../common/load-more.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { Mark } from '../common/mark.tsx';
import { OriginMarks } from '../common/origin-marks.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { Section } from '../common/section.tsx';
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
  if (pages.error !== null) return <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.data === undefined) return <LoadingPanel rows={6} height={64} />;
  const entries = pages.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <EmptyPanel text={text('dossier.timeline.empty')} />;
  const names = namesIn([dossier, entries]);
  return (
    <>
      <ol className={timeline['list']}>
        {entries.map((entry) => (
          <li key={entry.eventId} className={timeline['item']}>
            <Entry entry={entry} names={names} secret={dossier.secretReference !== null} />
          </li>
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

type EntryProps = { readonly entry: TimelineEntry; readonly names: Names; readonly secret: boolean };

function Entry({ entry, names, secret }: EntryProps) {
  const { text, label } = useLanguage();
  const details = detailsOf(entry, secret).map(({ label: key, value }) => ({
    label: text(key),
    value: <Value value={value} names={names} />,
  }));
  return (
    <>
      <div className={timeline['head']}>
        <time dateTime={entry.occurredAt}>{formatMoment(entry.occurredAt)}</time>
        <strong>{label('event', entry.type)}</strong>
        <OriginMarks origin={entry} />
        {entry.recordedLate && (
          <Mark tone="caution" title={text('mark.recordedLate.hint')}>
            {text('mark.recordedLate')} · {text('entry.recordedAt', { moment: formatMoment(entry.recordedAt) })}
          </Mark>
        )}
        <span className={timeline['position']}>{text('entry.position', { position: entry.position })}</span>
      </div>
      <Facts dense facts={useCircumstances(entry)} />
      {details.length > 0 && <Facts dense facts={details} />}
    </>
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
