import type { Page } from '#contracts/views.ts';
import type { SubmissionStatus, SubmissionView } from '#contracts/submission-views.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import type { SubmissionRow } from './table.entity.ts';

export type SubmissionFilter = PageRequest & {
  readonly status?: SubmissionStatus | undefined;
  readonly ground?: SubmissionView['ground'] | undefined;
  readonly submitter?: string | undefined;
  readonly receiver?: string | undefined;
  readonly dossier?: string | undefined;
};

type Found = SubmissionRow & Pick<SubmissionView, 'subject' | 'secretReference' | 'dossierType'>;

const columns = `
  s.dossier_id as "dossierId", s.ordinal, s.passed_by as "passedBy", s.from_kind as "fromKind", s.from_id as "fromId",
  s.submitter, s.receiver, s.at, s.position, s.ground, s.explanation, s.open_dissents as "openDissents", s.status,
  s.answered_at as "answeredAt", s.answered_by as "answeredBy", s.answered_position as "answeredPosition", s.reason,
  s.basis, s.gate, s.checked_at as "checkedAt", s.conforming, s.gate_outcome as "gateOutcome", s.defects,
  d.subject, d.secret_reference as "secretReference", d.dossier_type as "dossierType"`;

const conditions = (filter: SubmissionFilter, parameters: Parameters): string => {
  const key = keyOf(filter, ['instant', 'text', 'integer']);
  const is = (column: string, value: string | null | undefined): string | null =>
    value === undefined ? null : `s.${column} = ${parameters.add(value)}`;
  return allOf([
    is('status', filter.status),
    is('ground', filter.ground),
    is('submitter', filter.submitter),
    is('receiver', filter.receiver),
    is('dossier_id', filter.dossier),
    key === null
      ? null
      : `(s.at, s.dossier_id, s.ordinal) <
         (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}, ${parameters.add(key[2])}::integer)`,
  ]);
};

const view = (row: Found, labels: Labels): SubmissionView => ({
  dossierId: row.dossierId,
  ordinal: row.ordinal,
  subject: row.subject,
  secretReference: row.secretReference,
  dossierType: row.dossierType,
  by: row.passedBy,
  submitter: labels.unit(row.submitter),
  submittedBy: labels.party(row.fromKind, row.fromId),
  receiver: labels.unit(row.receiver),
  at: row.at,
  position: row.position,
  ground: row.ground,
  explanation: row.explanation,
  openDissents: row.openDissents,
  status: row.status,
  answeredAt: row.answeredAt,
  answeredBy: labels.unitOrNull(row.answeredBy),
  answeredPosition: row.answeredPosition,
  reason: row.reason,
  basis: row.basis,
  gate: labels.unitOrNull(row.gate),
  checkedAt: row.checkedAt,
  conforming: row.conforming,
  gateOutcome: row.gateOutcome,
  defects: row.defects,
});

/** What was passed between units and how it was answered, newest first. Throws InvalidCursor, InvalidLimit. */
export const findSubmissions = async (db: ViewDatabase, filter: SubmissionFilter): Promise<Page<SubmissionView>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const where = conditions(filter, parameters);
  const found = await db.rows<Found>(
    `select ${columns} from views.submission s join views.dossier d using (dossier_id) where ${where}
      order by s.at desc, s.dossier_id desc, s.ordinal desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.at, row.dossierId, String(row.ordinal)]);
  const mentioned = new Mentioned();
  for (const row of rows) {
    mentioned.party(row.fromKind, row.fromId).unit(row.submitter).unit(row.receiver);
    mentioned.unit(row.answeredBy).unit(row.gate);
  }
  const labels = await labelsOf(db, mentioned);
  return { items: rows.map((row) => view(row, labels)), next };
};
