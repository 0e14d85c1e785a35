import { Text } from '@mantine/core';
import type { ConsultationDetail, ConsultationSummary } from '#contracts/consultation-views.ts';
import type { DossierDetail } from '#contracts/views.ts';
import { useConsultation, useConsultationsOf } from '../api/handling-queries.ts';
import { EmptyPanel } from '../common/empty-panel.tsx';
import { Facts, type Fact } from '../common/facts.tsx';
import { LoadMore } from '../common/load-more.tsx';
import { LoadingPanel } from '../common/loading-panel.tsx';
import { Mark } from '../common/mark.tsx';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { Section } from '../common/section.tsx';
import { opinionsPlace } from '../common/subject-link.tsx';
import { useLanding } from '../common/use-landing.ts';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import { BodyOutcome } from './body-outcome.tsx';
import styles from './opinions.module.css';

/** Who was asked about the dossier, and what became of it, body by body (R11–R18). */
export function DossierOpinions({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  return (
    <Section heading={text('opinions.title')}>
      <Requests dossier={dossier} />
    </Section>
  );
}

function Requests({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  const pages = useConsultationsOf(dossier.id);
  if (pages.error !== null) return <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.data === undefined) return <LoadingPanel rows={3} height={64} />;
  const requests = pages.data.pages.flatMap((page) => page.items);
  if (requests.length === 0) return <EmptyPanel text={text('opinions.empty')} />;
  const secret = dossier.secretReference !== null;
  return (
    <>
      {secret && (
        <Text size="sm" c="var(--muted)" mb="xs">
          {text('opinions.secret')}
        </Text>
      )}
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} secret={secret} />
      ))}
      {pages.hasNextPage && (
        <LoadMore
          shown={requests.length}
          hasMore
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}

function RequestCard({ request, secret }: { readonly request: ConsultationSummary; readonly secret: boolean }) {
  const texts = useLanguage();
  const { text } = texts;
  const landing = useLanding<HTMLElement>(opinionsPlace(request.id));
  const detail = useConsultation(request.id);
  return (
    <article className={styles['request']} aria-label={text('subject.consultation', { id: request.id })} {...landing}>
      <div className={styles['head']}>
        {!secret && <strong>{request.subject}</strong>}
        <span className={styles['id']}>{text('subject.consultation', { id: request.id })}</span>
        {request.defects.map((defect) => (
          <Mark key={defect} tone="caution">
            {text(`opinions.defect.${defect}`)}
          </Mark>
        ))}
      </div>
      <Facts dense facts={askedIn(request, detail.data, texts)} />
      {detail.error !== null && <ProblemPanel error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.isPending && <LoadingPanel rows={request.addressees.length} />}
      {detail.data !== undefined && <Outcomes request={detail.data} secret={secret} />}
    </article>
  );
}

function askedIn(
  request: ConsultationSummary,
  detail: ConsultationDetail | undefined,
  { text, label }: Texts,
): readonly Fact[] {
  const { dueAt } = request;
  return [
    { label: text('opinions.requester'), value: <UnitName unit={request.requester} /> },
    { label: text('opinions.asked'), value: formatMoment(request.requestedAt) },
    { label: text('opinions.due'), value: dueAt === null ? text('opinions.noDue') : formatMoment(dueAt) },
    ...(detail === undefined
      ? []
      : [
          { label: text('opinions.drafter'), value: <Who party={detail.signature.drafter} /> },
          { label: text('opinions.signer'), value: <Who party={detail.signature.signer} /> },
          { label: text('entry.capacity'), value: label('capacity', detail.signature.capacity) },
          { label: text('opinions.head'), value: <Who party={detail.signature.head} /> },
        ]),
  ];
}

function Outcomes({ request, secret }: { readonly request: ConsultationDetail; readonly secret: boolean }) {
  return (
    <ul className={styles['bodies']}>
      {request.addressees.map((body) => (
        <li key={body.unit.id} className={styles['body']}>
          <BodyOutcome
            body={body}
            questions={request.questions}
            assessments={request.assessments.filter(({ unit }) => unit.id === body.unit.id)}
            secret={secret}
          />
        </li>
      ))}
    </ul>
  );
}
