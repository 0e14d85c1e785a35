import { Group, Text, Title } from '@mantine/core';
import type { SubmissionView } from '#contracts/submission-views.ts';
import type { DossierDetail } from '#contracts/views.ts';
import { useSubmissionsOf } from '../api/handling-queries.ts';
import { useTimeline } from '../api/queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { Facts, type Fact } from '../common/facts.tsx';
import { LoadMore } from '../common/load-more.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { Mark } from '../common/mark.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { Section } from '../common/section.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import timeline from '../timeline/timeline.module.css';
import { dissentsIn, type Dissent } from './dissents.ts';

/** Who disagreed and whether that was settled; on what ground it was passed on, and how that was answered. */
export function DossierWays({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  return (
    <Section heading={text('ways.title')}>
      <Title order={3} size="h5" mb="xs">
        {text('ways.dissents')}
      </Title>
      <Dissents dossier={dossier} />
      <Title order={3} size="h5" mt="md" mb="xs">
        {text('ways.submissions')}
      </Title>
      <Submissions dossier={dossier} />
    </Section>
  );
}

function Dissents({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  const entries = useTimeline(dossier.id);
  if (entries.error !== null) return <ProblemPanel error={entries.error} onRetry={() => void entries.refetch()} />;
  if (entries.data === undefined) return <LoadingPanel rows={2} />;
  const dissents = dissentsIn(entries.data.pages.flatMap((page) => page.items));
  return (
    <>
      {dissents.length === 0 ? (
        <EmptyPanel text={text('ways.dissents.none')} />
      ) : (
        <ul className={timeline['list']} aria-label={text('ways.dissents')}>
          {dissents.map((dissent) => (
            <li key={`${dissent.dissentId} ${dissent.at}`} className={timeline['item']}>
              <OneDissent dissent={dissent} secret={dossier.secretReference !== null} />
            </li>
          ))}
        </ul>
      )}
      {entries.hasNextPage && (
        <Text size="sm" c="var(--muted)">
          {text('ways.dissents.partly')}
        </Text>
      )}
    </>
  );
}

function OneDissent({ dissent, secret }: { readonly dissent: Dissent; readonly secret: boolean }) {
  const { text } = useLanguage();
  const { resolved, grounds } = dissent;
  return (
    <>
      <div className={timeline['head']}>
        <time dateTime={dissent.at}>{formatMoment(dissent.at)}</time>
        <strong>
          <UnitName unit={{ id: dissent.unit, name: null }} />
        </strong>
        <Mark tone={resolved === null ? 'caution' : 'plain'}>
          {text(resolved === null ? 'ways.dissent.open' : 'ways.dissent.resolved')}
          {resolved !== null && ` · ${formatMoment(resolved.at)}`}
        </Mark>
      </div>
      {!secret && (
        <Text size="sm">
          {[dissent.content, grounds, resolved?.resolution ?? null].filter((part) => part !== null).join(' · ')}
        </Text>
      )}
    </>
  );
}

function Submissions({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  const pages = useSubmissionsOf(dossier.id);
  if (pages.error !== null) return <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.data === undefined) return <LoadingPanel rows={2} />;
  const submissions = pages.data.pages.flatMap((page) => page.items);
  if (submissions.length === 0) return <EmptyPanel text={text('ways.submissions.none')} />;
  return (
    <>
      <ul className={timeline['list']} aria-label={text('ways.submissions')}>
        {submissions.map((submission) => (
          <li key={submission.ordinal} className={timeline['item']}>
            <Submission submission={submission} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          shown={submissions.length}
          hasMore
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}

function Submission({ submission }: { readonly submission: SubmissionView }) {
  const texts = useLanguage();
  const { text, label } = texts;
  const { status, ground } = submission;
  return (
    <>
      <div className={timeline['head']}>
        <time dateTime={submission.at}>{formatMoment(submission.at)}</time>
        <Group gap={6} component="span">
          <strong>{ground === null ? text('ways.noGround') : label('value', ground)}</strong>
          <Mark tone={status === 'pending' ? 'plain' : 'calm'}>{text(`passing.${status}`)}</Mark>
        </Group>
      </div>
      <Facts dense facts={courseOf(submission, texts)} />
      {submission.secretReference === null && <Facts dense facts={wordsOf(submission, texts)} />}
    </>
  );
}

function courseOf(submission: SubmissionView, { text, count }: Texts): readonly Fact[] {
  const { answeredAt, gate, checkedAt, openDissents } = submission;
  return [
    { label: text('column.submitter'), value: <UnitName unit={submission.submitter} /> },
    { label: text('entry.by'), value: <Who party={submission.submittedBy} /> },
    { label: text('column.receiver'), value: <UnitName unit={submission.receiver} /> },
    ...(openDissents === 0 ? [] : [{ label: text('ways.openDissents'), value: count(openDissents) }]),
    ...(gate === null
      ? []
      : [
          {
            label: text('ways.gate'),
            value: (
              <>
                <UnitName unit={gate} /> {checkedAt !== null && formatMoment(checkedAt)}
              </>
            ),
          },
        ]),
    ...(answeredAt === null ? [] : [{ label: text('column.answer'), value: formatMoment(answeredAt) }]),
  ];
}

/** Free text: of a secret dossier it is not shown. */
function wordsOf({ explanation, reason, basis, defects }: SubmissionView, { text }: Texts): readonly Fact[] {
  const said = [
    ['ways.explanation', explanation],
    ['interval.reason', reason],
    ['interval.basis', basis],
    ['ways.defects', defects.length === 0 ? null : defects.join('; ')],
  ] as const;
  return said.flatMap(([label, value]) => (value === null ? [] : [{ label: text(label), value }]));
}
