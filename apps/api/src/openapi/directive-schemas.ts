import type { DirectiveDetail, DirectiveSummary, RecipientView } from '#contracts/task-views.ts';
import {
  contract,
  count,
  flag,
  listOf,
  moment,
  momentOrNull,
  oneOf,
  pageOf,
  ref,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';
import { citedDocument, flagOrNull, statuses } from './task-schemas.ts';

const issuedAt = '2025-07-01T01:00:00.000Z';
const dueAt = '2025-07-15T16:59:59.999Z';

const directive: { readonly [K in keyof DirectiveSummary]: Schema } = {
  directiveId: text('VB-2025-0001'),
  issuer: ref('UnitRef'),
  document: citedDocument,
  duty: text('Chấn chỉnh kỷ cương hành chính'),
  issuedAt: moment(issuedAt),
  reissueOf: textOrNull(null),
  timesReissued: count(0),
  executors: count(12),
  executorsWithTask: count(11),
};

/** Answers about directives, under the names of their types in libs/contracts/src/task-views.ts. */
export const directiveSchemas: Readonly<Record<string, Schema>> = {
  DirectiveSummary: contract<DirectiveSummary>(directive),
  DirectiveDetail: contract<DirectiveDetail>({
    ...directive,
    revision: count(2),
    issuedBy: ref('PartyView'),
    recipients: listOf(
      contract<RecipientView>({
        unit: ref('UnitRef'),
        role: oneOf('execute', 'report', 'know'),
        arrivalNumber: textOrNull('456'),
        receivedAt: momentOrNull(issuedAt),
        confirmedAt: momentOrNull(issuedAt),
        confirmedLate: flagOrNull,
        coverage: oneOf('open', 'no-duty', 'no-task', 'overdue', 'done-in-time', 'done-late', 'withdrawn'),
        tasks: listOf(
          contract<RecipientView['tasks'][number]>({
            taskId: text('NV-2025-0001'),
            lead: ref('UnitRef'),
            status: oneOf(...statuses),
            dueAt: moment(dueAt),
            overdue: flag(false),
            late: flagOrNull,
          }),
        ),
      }),
    ),
    sameDuty: listOf(
      contract<DirectiveDetail['sameDuty'][number]>({
        directiveId: text('VB-2025-0001'),
        issuedAt: moment(issuedAt),
      }),
    ),
  }),
  DirectivePage: pageOf('DirectiveSummary'),
};
