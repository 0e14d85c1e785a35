import type { ConsultationSummary } from '#contracts/consultation-views.ts';
import type { RequestedConsultation } from '#domain/consultation/state.ts';
import type { Labels } from '../labels.ts';
import type { LogEntry } from './projection.ts';
import type { ConsultationRow } from './table.entity.ts';

export type StoredConsultation = Pick<ConsultationRow, 'consultationId' | 'state' | 'log' | 'revision'>;
/** SQL for them of the table `c`. */
export const columns = `c.consultation_id as "consultationId", c.state, c.log, c.revision`;

export const stateIn = ({ state }: Pick<StoredConsultation, 'state'>): RequestedConsultation =>
  JSON.parse(state) as RequestedConsultation;
export const logIn = ({ log }: Pick<StoredConsultation, 'log'>): readonly LogEntry[] => JSON.parse(log) as LogEntry[];

export const summaryOf = (
  row: StoredConsultation,
  state: RequestedConsultation,
  labels: Labels,
): Omit<ConsultationSummary, 'addressees'> => ({
  id: row.consultationId,
  dossierId: state.dossierId,
  requester: labels.unit(state.requester),
  subject: state.subject,
  requestedAt: state.at,
  dueAt: state.due?.dueAt ?? null,
  defects: state.defects,
  revision: row.revision,
});
