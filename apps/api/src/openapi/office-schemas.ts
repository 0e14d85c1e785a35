import type { OfficeRecordView, StepView } from '#contracts/office-views.ts';
import {
  contract,
  count,
  flag,
  listOf,
  moment,
  momentOrNull,
  oneOf,
  oneOfOrNull,
  pageOf,
  ref,
  refOrNull,
  text,
  type Schema,
} from './schema-words.ts';

const at = '2025-07-01T01:00:00.000Z';

/** Answers about the records of offices, under the names of their types in libs/contracts. */
export const officeSchemas: Readonly<Record<string, Schema>> = {
  OfficeRecordView: contract<OfficeRecordView>({
    id: text('VM-0001'),
    kind: oneOf(
      'obstacle',
      'procedure',
      'step',
      'regulation',
      'backlog-review',
      'assignment',
      'leave',
      'reason',
      'finding',
      'report',
      'review',
    ),
    unit: refOrNull('UnitRef'),
    officer: refOrNull('PartyView'),
    by: ref('PartyView'),
    byUnit: refOrNull('UnitRef'),
    at: moment(at),
    open: flag(true),
    details: { type: 'object', additionalProperties: true, examples: [{ first: { content: 'Chưa có định mức' } }] },
    revision: count(0),
  }),
  OfficeRecordPage: pageOf('OfficeRecordView'),
  StepList: listOf(
    contract<StepView>({
      unit: ref('UnitRef'),
      procedure: text('Giao đất'),
      step: text('Thẩm định'),
      officer: refOrNull('PartyView'),
      from: momentOrNull(at),
      to: momentOrNull(null),
      unassigned: oneOfOrNull('never-assigned', 'period-over', 'officer-left'),
      head: refOrNull('PartyView'),
    }),
  ),
};
