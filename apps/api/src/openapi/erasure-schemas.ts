import type { ErasureView, SealedFieldsView } from '#contracts/erasure-views.ts';
import {
  contract,
  listOf,
  moment,
  oneOf,
  pageOf,
  positionText,
  ref,
  refOrNull,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';
import { citedDocument } from './task-schemas.ts';

const eventId = '0197c2a0-4c1e-7b3a-9f00-5a1d2c3b4e5f';

/** Lawful erasure. */
export const erasureSchemas: Readonly<Record<string, Schema>> = {
  ErasureView: contract<ErasureView>({
    erasureId: text('0197c2b1-77aa-7c00-8e11-0d9c8b7a6f5e'),
    position: positionText('240'),
    eventId: text(eventId),
    paths: listOf(text('/data/reason')),
    subjects: listOf(text('dossier:HS-2025-0001')),
    ground: contract<ErasureView['ground']>({
      text: text('Yêu cầu xóa của chủ thể dữ liệu'),
      clause: textOrNull('Điều 14 khoản 1'),
    }),
    document: { anyOf: [citedDocument, { type: 'null' }] },
    erasedAt: moment('2025-08-04T01:00:00.000Z'),
    actor: ref('PartyView'),
    unit: refOrNull('UnitRef'),
    capacity: oneOf('own', 'for-head', 'by-order', 'by-delegation', 'acting-head', 'clerk', 'system'),
    views: oneOf('clean', 'cleaning'),
  }),
  ErasurePage: pageOf('ErasureView'),
  SealedFieldsView: contract<SealedFieldsView>({
    eventId: text(eventId),
    position: positionText('120'),
    type: text('dossier.handed-off'),
    stream: text('dossier-HS-2025-0001'),
    fields: listOf(
      contract<SealedFieldsView['fields'][number]>({ path: text('/data/reason'), state: oneOf('kept', 'erased') }),
    ),
  }),
};
