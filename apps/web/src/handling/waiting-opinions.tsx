import { Stack, Title } from '@mantine/core';
import type { AddresseeSummary, ConsultationSummary } from '#contracts/consultation-views.ts';
import { useWaitingOpinions, type UnitChoice } from '../api/handling-queries.ts';
import { Mark } from '../common/mark.tsx';
import { OpinionMark } from '../common/opinion-mark.tsx';
import { PagedRecords } from '../common/paged-records.tsx';
import type { Column } from '../common/record-table.tsx';
import { UnitName } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import { RequestCell } from './request-cell.tsx';

type Waited = { readonly request: ConsultationSummary; readonly body: AddresseeSummary };

/** Who owes an opinion, body by body; requests with a body overdue stand first (R15). */
export function WaitingOpinions({ unit }: { readonly unit: UnitChoice }) {
  return (
    <Stack>
      <Waiting unit={unit} overdue />
      <Waiting unit={unit} overdue={false} />
    </Stack>
  );
}

function Waiting({ unit, overdue }: { readonly unit: UnitChoice; readonly overdue: boolean }) {
  const texts = useLanguage();
  const { text } = texts;
  const name = overdue ? 'waiting.overdue' : 'waiting.running';
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {text(name)}
      </Title>
      <PagedRecords
        caption={text(name)}
        empty={text(`${name}.empty`)}
        pages={useWaitingOpinions(unit, overdue)}
        rowsOf={(request) => waitedIn(request, unit)}
        columns={columnsIn(texts)}
        keyOf={({ request, body }) => `${request.id} ${body.unit.id}`}
      />
    </div>
  );
}

/** One row for each body of a request that has not answered. */
const waitedIn = (request: ConsultationSummary, unit: UnitChoice): readonly Waited[] =>
  request.addressees
    .filter(({ status }) => status === 'waiting' || status === 'silent')
    .filter((body) => unit === null || body.unit.id === unit)
    .toSorted((one, other) => Number(other.overdue) - Number(one.overdue))
    .map((body) => ({ request, body }));

function columnsIn({ text }: Texts): readonly Column<Waited>[] {
  return [
    { key: 'body', header: text('column.body'), names: true, cell: ({ body }) => <UnitName unit={body.unit} /> },
    {
      key: 'request',
      wide: true,
      header: text('column.request'),
      cell: ({ request }) => <RequestCell id={request.id} request={request} />,
    },
    { key: 'from', header: text('column.requester'), cell: ({ request }) => <UnitName unit={request.requester} /> },
    {
      key: 'asked',
      unbroken: true,
      header: text('column.asked'),
      cell: ({ request }) => formatMoment(request.requestedAt),
    },
    {
      key: 'due',
      unbroken: true,
      header: text('column.due'),
      cell: ({ body }) => (
        <>
          <div>{body.dueAt === null ? text('opinions.noDue') : formatMoment(body.dueAt)}</div>
          {body.overdue && <Mark tone="alert">{text('mark.overdue')}</Mark>}
        </>
      ),
    },
    { key: 'state', header: text('column.outcome'), cell: ({ body }) => <OpinionMark status={body.status} /> },
  ];
}
